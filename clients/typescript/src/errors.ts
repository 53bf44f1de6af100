/** One field of a request that was refused. */
export type FieldError = { path: string; message: string };

/** An answer of the API that is not a success, with all that it says. */
export class ArtelError extends Error {
  override readonly name = 'ArtelError';
  readonly status: number;
  /** Stable, for programs: `not_found`, `invalid_input`, … */
  readonly code: string;
  /** For whoever runs the service. */
  readonly requestId: string | undefined;
  readonly fields: FieldError[];
  /** Seconds to wait before the same is asked again; only where the service says so. */
  readonly retryAfter: number | undefined;

  constructor(status: number, body: unknown, headers: Headers) {
    const { detail, error_code, errors, request_id } = (body ?? {}) as Record<string, unknown>;
    super(typeof detail === 'string' ? detail : `The service answered ${status}.`);
    this.status = status;
    this.code = typeof error_code === 'string' ? error_code : 'unknown';
    this.requestId = (typeof request_id === 'string' ? request_id : headers.get('x-request-id')) ?? undefined;
    this.fields = Array.isArray(errors) ? (errors as FieldError[]) : [];
    const wait = Number(headers.get('retry-after') ?? Number.NaN);
    this.retryAfter = Number.isFinite(wait) ? wait : undefined;
  }
}

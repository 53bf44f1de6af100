/** The body of a streamed answer, as it comes. */
export type Pieces = AsyncGenerator<string | Uint8Array>;

/**
 * An answer before it is put into API Gateway's format. `body` becomes JSON unless `headers` name another content type; functions
 * that stream their answers set `stream` instead.
 */
export type Reply<R = unknown> = {
  status: number;
  body?: R;
  /** Instead of a body: what is sent as it is, in the coding that the headers name. */
  bytes?: Buffer;
  headers?: Record<string, string>;
  cookies?: string[];
  stream?: Pieces;
  /** What was asked is still under way: a repeat under the same `Idempotency-Key` asks again. */
  isInterim?: boolean;
};

type Head = { headers?: Record<string, string>; cookies?: string[] };

export const reply = <R>(status: number, body: R, { headers, cookies }: Head = {}): Reply<R> => ({
  ...emptyReply(status, { ...(headers && { headers }), ...(cookies && { cookies }) }),
  body,
});

/** An answer without a body fits every schema: 204, or 304. */
export const emptyReply = (status: number, { headers, cookies }: Head = {}): Reply<never> => ({
  status,
  ...(headers && { headers }),
  ...(cookies && { cookies }),
});

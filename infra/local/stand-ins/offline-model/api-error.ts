/** A refusal in OpenAI's shape. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly param: string | null;
  readonly code: string | null;

  constructor(status: number, message: string, param: string | null = null, code: string | null = null) {
    super(message);
    this.status = status;
    this.param = param;
    this.code = code;
  }

  toJSON() {
    const type = this.status >= 500 ? 'server_error' : 'invalid_request_error';
    return { error: { message: this.message, type, param: this.param, code: this.code } };
  }
}

export const invalid = (message: string, param: string) => new ApiError(400, message, param, 'invalid_value');

export const unsupported = (param: string, what = `'${param}'`) =>
  new ApiError(400, `The offline model does not support ${what}.`, param, 'unsupported_parameter');

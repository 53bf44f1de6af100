/**
 * An answer before it takes API Gateway's shape. `body` becomes JSON unless `headers` name another content type; `stream`
 * comes in its place, from functions that stream their answers.
 */
export type Reply = {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
  cookies?: string[];
  stream?: AsyncGenerator<string>;
};

export const reply = (status: number, body?: unknown, headers?: Record<string, string>, cookies?: string[]): Reply => ({
  status,
  ...(body !== undefined && { body }),
  ...(headers && { headers }),
  ...(cookies && { cookies }),
});

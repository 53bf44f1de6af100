/** Messages from the parent to a function's thread. */
export type ToThread =
  | { kind: 'invoke'; id: string; event: string; deadline: number; stream: boolean }
  /** The reader has taken this many bytes of the body: as many more may be sent. */
  | { kind: 'consumed'; id: string; bytes: number }
  /** The body is no longer read. */
  | { kind: 'abort'; id: string };

/** Messages from a function's thread to the parent. `payload.json` is `undefined` when the handler returned nothing. */
export type FromThread =
  | { kind: 'ready' }
  | ({ kind: 'init-failure' } & Failure)
  | { kind: 'payload'; id: string; json: string | undefined }
  | ({ kind: 'failure'; id: string } & Failure)
  | { kind: 'head'; id: string; statusCode: number; headers: Record<string, string>; cookies: string[] }
  | { kind: 'chunk'; id: string; bytes: Uint8Array }
  | { kind: 'end'; id: string };

export type Failure = { errorType: string; message: string; trace: string[] };

/** `workerData` of a function's thread. */
export type ThreadSettings = {
  module: string;
  exportName: string;
  functionName: string;
  functionArn: string;
  memory: number;
};

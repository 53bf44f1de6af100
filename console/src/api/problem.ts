import { ArtelError } from '../../../clients/typescript/src/index.ts';

/** What went wrong, as far as a person can do something about it. */
export type Problem = {
  /** A code of the API, or `offline` where it was not reached. */
  code: string;
  /** HTTP's; 0 where it was not reached. */
  status: number;
  /** The API's own sentence, in English. */
  detail: string;
  /** By the path of the field: what is wrong with it. */
  fields: Readonly<Record<string, string>>;
  /** For whoever runs the service. */
  requestId: string | undefined;
  /** Seconds until the same may be asked again, where the API says so. */
  retryAfter?: number | undefined;
};

/** Of anything that a request threw. */
export const problemOf = (thrown: unknown): Problem => {
  if (thrown instanceof ArtelError) {
    const fields = Object.fromEntries(thrown.fields.map(({ path, message }) => [path.replace(/^body\./, ''), message]));
    const { code, status, message: detail, requestId, retryAfter } = thrown;
    return { code, status, detail, fields, requestId, retryAfter };
  }
  // What fetch throws where there is no network, or no service; a fault of this page says so in the browser's own console.
  const code = thrown instanceof TypeError && /fetch|network|load failed/i.test(thrown.message) ? 'offline' : 'fault';
  return {
    code,
    status: 0,
    detail: thrown instanceof Error ? thrown.message : String(thrown),
    fields: {},
    requestId: undefined,
  };
};

export const isAbort = (thrown: unknown): boolean => thrown instanceof DOMException && thrown.name === 'AbortError';

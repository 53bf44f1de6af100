import { ArtelError } from '../../../../clients/typescript/src/index.ts';
import { API } from '../place/base.ts';
import { session } from './session.ts';

type Sent = { method?: 'GET' | 'POST'; body?: string; signal?: AbortSignal | undefined };

/**
 * What the API takes or answers as lines of JSON, which is more than the typed client reads at once.
 *
 * @throws ArtelError for an answer that is no success
 */
export const ndjson = async (path: string, { method = 'GET', body, signal }: Sent = {}): Promise<Response> => {
  const token = await session.value?.token();
  const answer = await fetch(`${API}${path}`, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/x-ndjson', 'idempotency-key': crypto.randomUUID() }),
    },
    ...(body !== undefined && { body }),
    ...(signal && { signal }),
  });
  if (!answer.ok) {
    throw new ArtelError(answer.status, await answer.json().catch(() => undefined), answer.headers);
  }
  return answer;
};

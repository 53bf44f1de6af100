import { ArtelError } from '../../../../clients/typescript/src/index.ts';
import { API } from '../place/base.ts';
import { project } from '../project/project.ts';
import { session } from './session.ts';

export type AskedBytes = {
  query?: Record<string, string | number | undefined>;
  /** Only so many, from the beginning. */
  first?: number | undefined;
  signal?: AbortSignal | undefined;
};

/**
 * What the API answers as bytes, below the project that is looked at: `files/notes%2Ftoday.md`, `archive`.
 *
 * @throws ArtelError for any answer that is not a success
 */
export const readBytes = async (path: string, { query = {}, first, signal }: AskedBytes = {}): Promise<Blob> => {
  const asked = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  const search = new URLSearchParams(asked).toString();
  const address = `${API}/my/projects/${encodeURIComponent(project.value)}/${path}${search && `?${search}`}`;
  const token = await session.value?.token();
  const answer = await fetch(address, {
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(first !== undefined && { range: `bytes=0-${first - 1}` }),
    },
    ...(signal && { signal }),
  });
  if (answer.ok) return answer.blob();
  throw new ArtelError(answer.status, await answer.json().catch(() => undefined), answer.headers);
};

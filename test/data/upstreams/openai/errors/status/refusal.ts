import type { CorpusEntry, ExpectedError, Upstream } from '../../../types.ts';

/** An answer with an error's status. `unhealthy` is what a breaker may count. */
export type Refusal = {
  id: string;
  upstream: Upstream;
  shape: string;
  source: string;
  status: number;
  headers?: Record<string, string>;
  body: object | string;
  error: ExpectedError;
};

export const refused = (refusals: Refusal[]): CorpusEntry[] =>
  refusals.map(({ id, upstream, shape, source, status, headers, body, error }) => ({
    id,
    upstream,
    shape,
    surface: 'openai',
    streamed: true,
    source,
    status,
    ...(headers && { headers }),
    body,
    expected: { error },
  }));

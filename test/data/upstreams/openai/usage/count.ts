import type { CorpusEntry, ExpectedUsage, Upstream } from '../../types.ts';
import { whole } from '../parts.ts';

export type Count = {
  id: string;
  upstream: Upstream;
  shape: string;
  source: string;
  usage: object | null | undefined;
  expected: ExpectedUsage;
};

/** Whole answers that differ in their usage alone. */
export const countedBy = (counts: Count[]): CorpusEntry[] =>
  counts.map(
    ({ id, upstream, shape, source, usage, expected }): CorpusEntry => ({
      id,
      upstream,
      shape,
      surface: 'openai',
      streamed: false,
      source,
      body: whole({ content: 'It is Paris.' }, 'stop', { usage }),
      expected: { text: 'It is Paris.', finish: 'stop', usage: expected },
    }),
  );

import type { CorpusEntry, Expected, Framing, Upstream } from '../../types.ts';
import { COUNTED, counted, spoken } from '../parts.ts';

export const SAID: Expected = { text: 'It is Zürich 😀.', finish: 'stop', usage: COUNTED };
export const WORDS = [...spoken(['It is ', 'Zürich ', '😀.']), counted()];

export type Way = {
  id: string;
  upstream?: Upstream;
  shape: string;
  source: string;
  framing?: Framing;
  headers?: Record<string, string>;
  events?: (object | string)[];
  body?: object | string;
  streamed?: boolean;
  expected?: Expected;
};

/** One answer, put on the wire in every way that servers and proxies do. */
export const sent = (ways: Way[]): CorpusEntry[] =>
  ways.map(({ id, upstream = 'any', shape, source, streamed = true, expected = SAID, ...way }) => ({
    id: `wire-${id}`,
    upstream,
    shape,
    surface: 'openai',
    streamed,
    source,
    ...(way.body === undefined ? { events: way.events ?? WORDS } : { body: way.body }),
    ...(way.framing && { framing: way.framing }),
    ...(way.headers && { headers: way.headers }),
    expected,
  }));

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CORPUS } from '../../data/upstreams/corpus.ts';
import { comparable, hear, startCorpusServer } from '../../support/upstream-corpus.ts';

let server: Awaited<ReturnType<typeof startCorpusServer>>;
beforeAll(async () => {
  server = await startCorpusServer();
});
afterAll(() => server.stop());

describe.each(['openai', 'anthropic'] as const)('an answer in the API of %s', (surface) => {
  test.each(CORPUS.filter((entry) => entry.surface === surface))(
    'an answer of $upstream with this shape is read: $shape ($id)',
    async (entry) => {
      const { expected, actual } = comparable(entry, await hear(entry, server.url));
      expect(actual).toEqual(expected);
    },
  );
});

/** The shapes that once went wrong, by what they have in common. */
const CASES: [string, RegExp][] = [
  ['G1: an answer is whole when its last event ends with one newline or none', /^wire-(anthropic-)?end-/],
  ['G2: an answer is read whatever word ends it', /-(finish|stop)-/],
  [
    'G5: chunks without choices are skipped, and their usage is taken',
    /-choices-null$|no-choices|filter-first|events-ping/,
  ],
  ['G6: an error under status 200 is told by its code', /-200-/],
  ['G6: an error within a stream is told by its code, after the words', /-stream-error/],
  ['G9: the stop sequence that ended an answer is told', /stop-reason-text|matched-stop|stop-stop_sequence/],
  ['G10: calls and their arguments are read in whatever shape', /-calls?-|anthropic-tool-/],
  ['G11: an answer is read whatever its content type, form and compression', /^wire-.*(type|gzip|brotli|whole|lines)/],
];

test.each(CASES)('%s', async (_title, ids) => {
  const entries = CORPUS.filter(({ id }) => ids.test(id));
  expect(entries.length).toBeGreaterThan(2);
  for (const entry of entries) {
    const { expected, actual } = comparable(entry, await hear(entry, server.url));
    expect({ id: entry.id, ...actual }).toEqual({ id: entry.id, ...expected });
  }
});

test('no two entries of the corpus have one id', () => {
  const ids = CORPUS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

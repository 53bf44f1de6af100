import { isDeepStrictEqual } from 'node:util';
import { CORPUS, type CorpusEntry } from '../data/upstreams/corpus.ts';
import { comparable, hear, startCorpusServer } from '../support/upstream-corpus.ts';

/* npm run corpus: every known shape of an upstream's answer, and what the gateway makes of it. Exits with 1 if one is misread. */

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** What a person should get, in short. */
const expectedOf = ({ expected: { error, finish, calls = [], text = '' } }: CorpusEntry): string =>
  error
    ? `${text === '' ? '' : 'text, then '}${error.reason}`
    : [text === '' ? '' : 'text', calls.length === 0 ? '' : `calls: ${calls.length}`, finish]
        .filter(Boolean)
        .join(', ');

const server = await startCorpusServer();
const misread: CorpusEntry[] = [];
try {
  for (const entry of CORPUS.toSorted((a, b) => a.upstream.localeCompare(b.upstream))) {
    const { expected, actual } = comparable(entry, await hear(entry, server.url));
    const isRight = isDeepStrictEqual(JSON.parse(JSON.stringify(actual)), JSON.parse(JSON.stringify(expected)));
    if (!isRight) misread.push(entry);
    const { upstream, surface, shape } = entry;
    say(`${upstream.padEnd(11)} ${surface.padEnd(10)} ${shape}`);
    say(`${' '.repeat(22)} ${isRight ? 'read' : 'MISREAD'}: ${expectedOf(entry)}`);
    if (!isRight) say(`${' '.repeat(22)} got ${JSON.stringify(actual)}`);
  }
} finally {
  await server.stop();
}

/** How many shapes of each upstream are read, by the API it speaks. */
say('');
say(`${'upstream'.padEnd(11)} ${'openai'.padStart(9)} ${'anthropic'.padStart(11)}`);
for (const [upstream, entries] of Map.groupBy(CORPUS, (entry) => entry.upstream)) {
  const counted = (['openai', 'anthropic'] as const).map((surface) => {
    const all = entries.filter((entry) => entry.surface === surface);
    return all.length === 0 ? '' : `${all.filter((entry) => !misread.includes(entry)).length}/${all.length}`;
  });
  say(`${upstream.padEnd(11)} ${counted.map((text, index) => text.padStart(index === 0 ? 9 : 11)).join(' ')}`);
}
say('');
say(`${CORPUS.length} shapes: ${CORPUS.length - misread.length} read, ${misread.length} misread`);
for (const { id } of misread) say(`  ${id}`);
process.exit(misread.length > 0 ? 1 : 0);

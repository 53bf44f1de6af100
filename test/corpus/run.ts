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
say('');
say(`${CORPUS.length} shapes: ${CORPUS.length - misread.length} read, ${misread.length} misread`);
for (const { id } of misread) say(`  ${id}`);
process.exit(misread.length > 0 ? 1 : 0);

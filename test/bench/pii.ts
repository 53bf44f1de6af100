import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { detect, RedactingStream, redact, SessionPlaceholders, STRUCTURED_TYPES } from '../../shared/pii/index.ts';
import { everyday } from '../data/pii/everyday.ts';
import { generate, type Labelled } from '../data/pii/generate.ts';
import { readDevSet, score } from '../data/pii/score.ts';

type Found = { type: string; start: number; end: number };
type Redactor = { name: string; redact: (text: string) => string };

const MEGABYTE = 1_000_000;
const ROUNDS = 5;

const print = (line = ''): void => void process.stdout.write(`${line}\n`);
const column = (value: string | number, width = 11): string =>
  (typeof value === 'number' ? value.toFixed(3) : value).padStart(width);

const printScores = (title: string, texts: readonly Labelled[], find: (text: string) => readonly Found[]): void => {
  print(`${title}: ${texts.length} texts`);
  print('type'.padEnd(18) + ['labels', 'recall', 'precision', 'F1', 'F2'].map((name) => column(name)).join(''));
  for (const [type, { labels, recall, precision, f1, f2 }] of score(texts, find)) {
    print(
      type.padEnd(18) + column(String(labels)) + [recall, precision, f1, f2].map((value) => column(value)).join(''),
    );
  }
  print();
};

/** What a stream that gets single code units finds: what the whole text has when both redact it alike, else nothing. */
const findStreamed = (text: string): Found[] => {
  const placeholders = new SessionPlaceholders();
  const stream = new RedactingStream(placeholders);
  const redacted =
    text
      .split('')
      .map((unit) => stream.push(unit))
      .join('') + stream.end();
  return redact(text, new SessionPlaceholders()).text === redacted ? detect(text) : [];
};

/** Megabytes of UTF-8 in a second of processor time, the best of some rounds. */
const throughput = (text: string, work: (text: string) => unknown): number => {
  let best = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = process.cpuUsage();
    work(text);
    const { user, system } = process.cpuUsage(started);
    best = Math.max(best, Buffer.byteLength(text) / MEGABYTE / ((user + system) / 1_000_000));
  }
  return best;
};

/** Redactors from npm to compare with, where somebody installed them: `npm ci --prefix test/bench --ignore-scripts`. */
const otherRedactors = (): Redactor[] => {
  const require = createRequire(import.meta.url);
  const sources: Array<
    [string, (module: Record<string, new () => { redact(text: string): string }>) => { redact(text: string): string }]
  > = [
    ['redact-pii', (module) => new module.SyncRedactor!()],
    ['@redactpii/node', (module) => new module.Redactor!()],
  ];
  return sources.flatMap(([name, make]) => {
    try {
      const redactor = make(require(name));
      return [{ name, redact: (text: string) => redactor.redact(text) }];
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
      print(`${name}: not installed, not compared: npm ci --prefix test/bench --ignore-scripts`);
      return [];
    }
  });
};

/** The part of the labelled values that no longer stands in a text once it is redacted. */
const hidden = (
  texts: readonly Labelled[],
  redactText: (text: string) => string,
  types?: readonly string[],
): number => {
  let all = 0;
  let gone = 0;
  for (const { text, spans } of texts) {
    const redacted = redactText(text);
    for (const { type, value } of spans) {
      if (types && !types.includes(type)) continue;
      all += 1;
      if (!redacted.includes(value)) gone += 1;
    }
  }
  return gone / all;
};

const printHidden = (texts: readonly Labelled[], redactors: Redactor[]): void => {
  print(`Part of the values of the generated set that each hides: ${texts.length} texts`);
  for (const one of redactors) {
    const parts = [hidden(texts, one.redact, STRUCTURED_TYPES), hidden(texts, one.redact)];
    print(
      one.name.padEnd(24) +
        ['structured', 'all types'].map((name, at) => column(`${name} ${parts[at]?.toFixed(3)}`, 20)).join(''),
    );
  }
  print();
};

const repeated = (text: string): string => text.repeat(Math.ceil(MEGABYTE / text.length));

const corpora = (): Array<[string, string]> => {
  const sentences = generate(3, 3).map(({ text }) => text);
  const prose =
    'The meeting was moved to the next week because several people could not attend, and we agreed to write a short note about it. ';
  const russian =
    'Сегодня мы обсуждали планы на следующую неделю и решили, что встреча состоится в четверг в большом зале. ';
  return [
    ['prose, English', repeated(prose)],
    ['prose, Russian', repeated(russian)],
    ['source code', repeated(readFileSync(new URL('../../shared/pii/redacting-stream.ts', import.meta.url), 'utf8'))],
    ['prose, a value a KB', repeated(sentences.map((text) => `${text} ${prose.repeat(8)}`).join('\n'))],
    ['nothing but values', repeated(sentences.join('\n'))],
  ];
};

/** How well and how fast private data is found. */
export const pii = async (): Promise<void> => {
  const generated = generate(20_240_517, 40);
  printScores('dev set', readDevSet(), detect);
  printScores('generated set', generated, detect);
  printScores('everyday set', everyday(20_261_129, 40), detect);
  printScores('generated set, code unit by code unit', generated.slice(0, 1000), findStreamed);

  const others = otherRedactors();
  printHidden(generated.slice(0, 1000), [
    { name: 'this engine', redact: (text) => redact(text, new SessionPlaceholders()).text },
    ...others,
  ]);
  const structured = { types: [...STRUCTURED_TYPES] };
  print(
    'MB/s of one core'.padEnd(24) +
      ['structured', 'all types', ...others.map(({ name }) => name)].map((name) => column(name, 18)).join(''),
  );
  for (const [name, text] of corpora()) {
    const own = [
      throughput(text, (one) => redact(one, new SessionPlaceholders(), structured)),
      throughput(text, (one) => redact(one, new SessionPlaceholders())),
    ];
    const sample = text.slice(0, MEGABYTE / 10);
    const theirs = others.map((other) => throughput(sample, other.redact));
    print(name.padEnd(24) + [...own, ...theirs].map((speed) => column(speed.toFixed(1), 18)).join(''));
  }
};

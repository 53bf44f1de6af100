import { readFileSync } from 'node:fs';
import { redact, SessionPlaceholders, STRUCTURED_TYPES } from '../../../shared/pii/index.ts';
import { everyday } from '../../data/pii/everyday.ts';
import { generate } from '../../data/pii/generate.ts';
import { print } from '../figures.ts';
import { beside, figure, type Result } from '../results/result.ts';
import type { Redactor } from './redactors.ts';

const MEGABYTE = 1_000_000;
const ROUNDS = 5;
const TYPES = { structured: [...STRUCTURED_TYPES], all: undefined };

/** Megabytes a second of processor time, beside those of others. */
export const throughputs = (others: readonly Redactor[]): Result[] => {
  print(
    'MB/s of one core'.padEnd(24) +
      ['structured', 'all types', ...others.map(({ name }) => name)].map((name) => name.padStart(18)).join(''),
  );
  return corpora().flatMap(([name, text]) => {
    const [structured, all] = [TYPES.structured, TYPES.all].map((types) =>
      throughput(text, (one) => redact(one, new SessionPlaceholders(), types && { types })),
    ) as [number, number];
    const sample = text.slice(0, MEGABYTE / 10);
    const theirs = others.map((other) => throughput(sample, other.redact));
    print(name.padEnd(24) + [structured, all, ...theirs].map((speed) => speed.toFixed(1).padStart(18)).join(''));
    const compared = others.map((other, at) =>
      beside(`${name}, all types; peer: ${other.name}`, UNIT, { ours: all, peer: theirs[at] ?? Number.NaN }),
    );
    return [
      figure(`${name}, structured types`, structured, UNIT),
      ...(compared.length > 0 ? compared : [figure(`${name}, all types`, all, UNIT)]),
    ];
  });
};

const UNIT = 'MB per CPU second';

/** Of UTF-8, the best of some rounds. */
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

/** Sentences in which somebody is named. */
const withNames = (): string[] =>
  [...generate(3, 40), ...everyday(3, 40)]
    .filter(({ spans }) => spans.some(({ type }) => type === 'NAME'))
    .map(({ text }) => text);

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
    [
      'source code',
      repeated(readFileSync(new URL('../../../shared/pii/redacting-stream.ts', import.meta.url), 'utf8')),
    ],
    ['prose, a value a KB', repeated(sentences.map((text) => `${text} ${prose.repeat(8)}`).join('\n'))],
    ['nothing but values', repeated(sentences.join('\n'))],
    ['full of names', repeated(withNames().join('\n'))],
  ];
};

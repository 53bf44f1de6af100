import {
  DEFAULT_TYPES,
  detect,
  QUASI_IDENTIFIER_TYPES,
  RedactingStream,
  redact,
  SessionPlaceholders,
  STRUCTURED_TYPES,
} from '../../shared/pii/index.ts';
import { everyday } from '../data/pii/everyday.ts';
import { generate, type Labelled } from '../data/pii/generate.ts';
import { readDevSet, score } from '../data/pii/score.ts';
import { foreignTexts } from './pii/foreign-texts.ts';
import { otherRedactors, type Redactor } from './pii/redactors.ts';
import { throughputs } from './pii/throughput.ts';
import { figure, type Result } from './results/result.ts';

type Found = { type: string; start: number; end: number };

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

const recallOf = (set: string, texts: readonly Labelled[], find: typeof detect = detect): Result[] =>
  [...score(texts, (text) => find(text))].flatMap(([type, { recall, precision }]) => [
    figure(`${set}, ${type}: recall`, recall, 'part'),
    figure(`${set}, ${type}: precision`, precision, 'part'),
  ]);

const ALL_TYPES = [...DEFAULT_TYPES, ...QUASI_IDENTIFIER_TYPES];
const detectAll = (text: string) => detect(text, { types: ALL_TYPES });

/** Every type on texts that nobody of the project wrote, of which the half that was not looked at counts. */
const foreign = (): Result[] => {
  const looked = foreignTexts('looked at', 20_261_129);
  const held = foreignTexts('held out', 20_261_129);
  if (looked === undefined || held === undefined) return [];
  printScores('foreign texts, the half that was looked at, every type', looked, detectAll);
  printScores('foreign texts, the half held out, every type', held, detectAll);
  return recallOf('foreign texts held out', held, detectAll);
};

/** How well and how fast private data is found. */
export const pii = async (): Promise<Result[]> => {
  const generated = generate(20_240_517, 40);
  const dev = readDevSet();
  const days = everyday(20_261_129, 40);
  printScores('dev set', dev, detect);
  printScores('generated set', generated, detect);
  printScores('everyday set', days, detect);
  printScores('generated set, code unit by code unit', generated.slice(0, 1000), findStreamed);

  const others = otherRedactors();
  printHidden(generated.slice(0, 1000), [
    { name: 'this engine', redact: (text) => redact(text, new SessionPlaceholders()).text },
    ...others,
  ]);
  return [...throughputs(others), ...recallOf('dev set', dev), ...recallOf('everyday set', days), ...foreign()];
};

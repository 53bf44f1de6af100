import { readFileSync } from 'node:fs';
import type { Labelled } from './generate.ts';

type Found = { type: string; start: number; end: number };
export type Scores = {
  labels: number;
  caught: number;
  regions: number;
  right: number;
  recall: number;
  precision: number;
  f1: number;
  f2: number;
};

/** A label counts as caught when this share of its letters and digits is gone. */
const ENOUGH = 0.8;

const f = (beta: number, precision: number, recall: number): number =>
  precision + recall === 0 ? 0 : ((1 + beta ** 2) * precision * recall) / (beta ** 2 * precision + recall);

const isCaught = (text: string, label: Found, found: readonly Found[]): boolean => {
  let all = 0;
  let gone = 0;
  for (let at = label.start; at < label.end; at += 1) {
    if (!/[\p{L}\p{N}]/u.test(text[at]!)) continue;
    all += 1;
    if (found.some(({ start, end }) => at >= start && at < end)) gone += 1;
  }
  return gone >= ENOUGH * all;
};

const scoresOf = (labels: number, caught: number, regions: number, right: number): Scores => {
  const recall = labels === 0 ? 1 : caught / labels;
  const precision = regions === 0 ? 1 : right / regions;
  return {
    labels,
    caught,
    regions,
    right,
    recall,
    precision,
    f1: f(1, precision, recall),
    f2: f(2, precision, recall),
  };
};

/** Scores by type and, under `ALL`, for everything: recall by the type of the label, precision by the type found. */
export const score = (texts: readonly Labelled[], find: (text: string) => readonly Found[]): Map<string, Scores> => {
  const counts = new Map<string, [number, number, number, number]>();
  const count = (type: string, column: 0 | 1 | 2 | 3): void => {
    for (const name of [type, 'ALL']) {
      const row = counts.get(name) ?? [0, 0, 0, 0];
      row[column] += 1;
      counts.set(name, row);
    }
  };
  for (const { text, spans } of texts) {
    const found = find(text);
    for (const label of spans) {
      count(label.type, 0);
      if (isCaught(text, label, found)) count(label.type, 1);
    }
    for (const region of found) {
      count(region.type, 2);
      if (spans.some(({ start, end }) => start < region.end && end > region.start)) count(region.type, 3);
    }
  }
  return new Map([...counts].map(([type, row]) => [type, scoresOf(...row)]));
};

export const readDevSet = (): Labelled[] =>
  readFileSync(new URL('dev.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled);

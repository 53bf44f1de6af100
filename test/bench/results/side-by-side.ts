import { table } from '../figures.ts';
import type { Result } from './result.ts';

/** The lines of a comparison, for people. */
export const sideBySide = (title: string, results: readonly Result[]): void => {
  if (results.length === 0) return;
  const cell = (value: number | null, unit = ''): string =>
    value === null ? '–' : `${value.toLocaleString('en', { maximumSignificantDigits: 4 })}${unit && ` ${unit}`}`;
  table(title, [
    ['', 'ours', 'peer', 'ratio'],
    ...results.map(({ work, ours, peer, ratio, unit }) => [work, cell(ours, unit), cell(peer, unit), cell(ratio)]),
  ]);
};

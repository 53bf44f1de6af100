import { describe, expect, test } from 'vitest';
import { cases, casesIn, idsOfFile, idsOfTitle, shownBy } from '../../cases/listed.ts';
import { outcomesIn, resultOf } from '../../cases/outcomes.ts';

/* Requirements: QA2. */

describe('the lists of cases', () => {
  test('every case has a test by its title, and every case that a title names is listed', () => {
    const ids = cases().map(({ id }) => id);
    const shown = shownBy();
    expect(ids.filter((id) => !shown.has(id))).toEqual([]);
    expect([...shown.keys()].filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('no id stands twice, and none is left out', () => {
    const ids = cases().map(({ id }) => id);
    const numbered = (letter: string, from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, index) => `${letter}${from + index}`);
    expect(ids.toSorted()).toEqual([...numbered('G', 1, 48), ...numbered('R', 0, 12)].toSorted());
  });
});

describe('what the table says', () => {
  test('a row has four columns, and ids are read from titles of tests and groups', () => {
    expect(casesIn('| id | input | before | now |\n| --- | --- | --- | --- |\n| G1 | a | b | c |')).toEqual([
      { id: 'G1', input: 'a', before: 'b', now: 'c' },
    ]);
    const title = 'G7, G8: one';
    expect(idsOfTitle(title)).toEqual(['G7', 'G8']);
    expect(idsOfTitle(`about ${title}`)).toEqual([]);
    expect(idsOfFile(`test(\n  '${title}', ); describe.each([[\`${title}\`]]); const title = 'R9: no';`)).toEqual([
      'G7',
      'G8',
    ]);
  });

  test('a case is as wanted when all its tests passed, and what was skipped shows nothing', () => {
    const ran = (title: string, status: string, ...ancestorTitles: string[]) => ({ ancestorTitles, title, status });
    const one = 'G1: a';
    const both = 'G1, G2: b';
    const three = 'G3: c';
    const outcomes = outcomesIn({
      testResults: [
        { assertionResults: [ran(one, 'passed'), ran('whatever', 'passed', one)] },
        { assertionResults: [ran(both, 'failed'), ran(three, 'skipped')] },
      ],
    });
    expect(resultOf(outcomes.get('G1'))).toBe('failing (1 of 3 tests)');
    expect(resultOf(outcomes.get('G2'))).toBe('failing (1 of 1 tests)');
    expect(resultOf(outcomes.get('G3'))).toBe('no test');
    expect(resultOf({ passed: 2, failed: 0 })).toBe('as wanted (2 tests)');
  });
});

/* Requirements: BT3, BT4. */
import { afterAll, describe, expect, test } from 'vitest';
import { type HuntResult, hunt } from '../../../shared/builder/hunt/hunt.ts';
import { hasMarker } from '../../../shared/builder/hunt/marker.ts';
import type { Fix } from '../../../shared/builder/roles/bug-hunter.ts';
import { openLight } from '../../support/builder/behind-light.ts';
import { draftedFiles, filesFrom, readable } from '../../support/builder/drafted-files.ts';
import { basket } from '../../support/builder/projects/basket.ts';
import { type Defect, defective, defects } from '../../support/builder/projects/defects.ts';
import { notebook } from '../../support/builder/projects/notebook.ts';
import { page } from '../../support/builder/projects/page.ts';
import { TEST_COMMAND } from '../../support/builder/projects/runner.ts';
import { type Answering, RecordedSteps, type StepRecord } from '../../support/builder/recorded-steps.ts';
import { ADVICE, competentHunter, misleadingHunter } from '../../support/builder/scripted-hunter.ts';

const light = openLight();
afterAll(() => light.close());

type Seeded = Pick<Defect, 'project' | 'path' | 'right' | 'wrong'>;

const hunted = async (defect: Seeded, answer: Answering, record: StepRecord = []) => {
  const files = filesFrom(defective(defect));
  const steps = new RecordedSteps({ files, answer, run: light.run, record });
  const result = await hunt(steps, {
    name: 'hunt',
    draft: { base: 1, changes: [] },
    failure: { command: TEST_COMMAND },
    test: TEST_COMMAND,
    attempts: 3,
  });
  return { result, steps, left: draftedFiles(files, result.draft) };
};

/** What the test command says of files, asked of nobody but the sandbox. */
const resultsOf = async (files: ReturnType<typeof draftedFiles>): Promise<{ passed: number; failed: string[] }> => {
  const { output } = await light.run({ files, command: TEST_COMMAND });
  const named = (sign: string): string[] =>
    output.split('\n').flatMap((line) => (line.startsWith(sign) ? [line.slice(sign.length)] : []));
  return { passed: named('ok - ').length, failed: named('not ok - ') };
};

const commandsOf = (steps: RecordedSteps): number =>
  steps.record.filter(([name]) => /\/(?:reproduce|test|logged)$/.test(name)).length;

describe('a defect that is hunted', () => {
  test.each([
    ['basket', basket, 8],
    ['notebook', notebook, 6],
    ['page', page, 8],
  ])('is the only thing wrong with the %s', async (_, project, passed) => {
    expect(await resultsOf(filesFrom(project))).toEqual({ passed, failed: [] });
  });

  test.each(defects.map((defect) => [defect.kind, defect] as const))('is found and mended: %s', async (_, defect) => {
    expect((await resultsOf(filesFrom(defective(defect)))).failed).toEqual(defect.fails);
    const { result, left, steps } = await hunted(defect, competentHunter(defect));
    expect(result).toMatchObject({
      outcome: 'fixed',
      attempts: [{ result: `Kept. It mended: ${defect.fails.join(', ')}.` }],
    });
    expect((await resultsOf(left)).failed).toEqual([]);
    // As it was before the defect, and nothing of the hunt is left.
    expect(readable(left)).toEqual(readable(filesFrom(defect.project)));
    expect(commandsOf(steps)).toBeLessThanOrEqual(3);
  });

  const OFF_BY_ONE = defects.find(({ kind }) => kind === 'off by one') as Defect;
  const edit = (path: string, find: string, replace: string): Fix['edits'] => [{ path, find, replace }];
  const hopeless: [string, Fix['edits'][], RegExp[]][] = [
    [
      'who changes the test, then the runner, and then repeats themselves',
      [edit('test/run.js', '[1, 2, 3, 4, 5], 1, 2', '[1, 2], 1, 3'), edit('test/runner.js', 'failures += 1;', '')],
      [/tests say what is right/, /tests say what is right/, /tests say what is right/],
    ],
    [
      'whose fixes break other tests',
      [
        edit('src/list.js', 'number * size - 1', 'number * size'.concat(' && items.length')),
        edit('src/list.js', 'items.slice((number - 1) * size, number * size - 1)', 'items.slice(0, 2)'),
        edit('src/list.js', 'export const byPrice', 'export const cheapest'),
      ],
      [/^Taken back/, /^Taken back, as it broke: shows the last page/, /^Taken back, as it broke/],
    ],
    [
      'who mends what is not there, then nothing, then the same again',
      [
        edit('src/pages.js', 'size', 'size + 1'),
        edit('src/basket.js', 'Math.round(cents * config.tax)', 'Math.floor(cents * config.tax)'),
        edit('src/basket.js', 'Math.round(cents * config.tax)', 'Math.floor(cents * config.tax)'),
      ],
      [/no such text file/, /^Taken back, as the same tests failed/, /tried before/],
    ],
  ];

  test.each(hopeless)('is given up within bounds by somebody %s', async (_, fixes, results) => {
    const { result, left, steps } = await hunted(OFF_BY_ONE, misleadingHunter(fixes));
    expect(result.outcome).toBe('given_up');
    expect(result.attempts).toHaveLength(3);
    for (const [index, said] of results.entries()) expect(result.attempts[index]?.result).toMatch(said);
    expect(readable(left)).toEqual(readable(filesFrom(defective(OFF_BY_ONE))));
    expect(reportOf(result)).toMatchObject({
      reason: 'No test was mended in 3 attempts.',
      fails: ['shows whole pages'],
      next: ADVICE.next,
      likelyCause: ADVICE.likely_cause,
    });
    expect(reportOf(result)?.works).toHaveLength(7);
    expect(reportOf(result)?.evidence).toContain('not ok - shows whole pages');
    expect(reportOf(result)?.tried).toHaveLength(3);
    // One run at first, and at most one for each attempt that changed something.
    expect(commandsOf(steps)).toBeLessThanOrEqual(4);
    expect(steps.questions.length).toBeLessThanOrEqual(3 * 3 + 1);
  });

  test('leaves no trace of the hunt, and ends the same, wherever a worker dies and another goes on', async () => {
    const defect = defects.find(({ kind }) => kind === 'missing await') as Defect;
    const whole = await hunted(defect, competentHunter(defect));
    for (let kept = 0; kept <= whole.steps.record.length; kept += 1) {
      const again = await hunted(defect, competentHunter(defect), whole.steps.record.slice(0, kept));
      expect(again.result).toEqual(whole.result);
      expect(again.steps.done).toEqual(whole.steps.record.slice(kept).map(([name]) => name));
    }
    expect(JSON.stringify(readable(whole.left))).not.toSatisfy(hasMarker);
  });
});

const reportOf = (result: HuntResult) => (result.outcome === 'given_up' ? result.report : undefined);

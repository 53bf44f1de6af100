/* Requirements: BT1, BT3. */
import { describe, expect, test } from 'vitest';
import { type ReviewAsked, reviewHunks } from '../../../../../shared/builder/review/review.ts';
import type { ReviewerAnswer } from '../../../../../shared/builder/roles/reviewer.ts';
import type { Verdict } from '../../../../../shared/builder/steps/steps.ts';
import type { Change } from '../../../../../shared/workspace/index.ts';
import { draftedFiles, filesFrom } from '../../../../support/builder/drafted-files.ts';
import { RecordedSteps } from '../../../../support/builder/recorded-steps.ts';

const files = filesFrom({ 'a.js': 'one\n', 'b.js': 'two\n' });
const CHANGES: Change[] = [
  { path: 'a.js', content: 'ONE\n' },
  { path: 'b.js', content: 'TWO\n' },
];

type Given = { answers: ReviewerAnswer['verdicts'][]; reworked?: Change[]; person?: Verdict; changes?: Change[] };

const reviewed = async ({ answers, reworked = [], person, changes = CHANGES }: Given) => {
  const left = [...answers];
  const shown: string[] = [];
  const steps = new RecordedSteps({
    files,
    answer: () => ({ verdicts: left.shift() }),
    person: ({ content }) => {
      shown.push(content);
      return person?.verdict === 'approved' && person.content === ''
        ? { ...person, content }
        : (person ?? { verdict: 'expired' });
    },
  });
  const wanted: string[] = [];
  const asked: ReviewAsked = {
    name: 'r',
    task: 'say it louder',
    draft: { base: 1, changes: [] },
    changes,
    rework: async ({ wanted: all }) => {
      wanted.push(...all.map(({ path, reason }) => `${path}: ${reason}`));
      return reworked;
    },
  };
  const review = await reviewHunks(steps, asked);
  const texts = Object.fromEntries(
    [...draftedFiles(files, review.draft)].map(([path, { content }]) => [path, Buffer.from(content).toString()]),
  );
  return { review, texts, wanted, shown, questions: steps.questions };
};

const says = (hunk: string, verdict: 'apply' | 'ignore' | 'rework', reason = 'because') => ({ hunk, verdict, reason });

describe('a review', () => {
  test('lets through what is accepted, and leaves out what is not needed', async () => {
    const { review, texts } = await reviewed({ answers: [[says('h1', 'apply'), says('h2', 'ignore')]] });
    expect(texts).toEqual({ 'a.js': 'ONE\n', 'b.js': 'two\n' });
    expect(review).toMatchObject({ rounds: 1, decidedBy: 'reviewer', rework: [], ignored: [{ path: 'b.js' }] });
  });

  test('gives back what is to be done again, and judges it again', async () => {
    const { review, texts, wanted, questions } = await reviewed({
      answers: [[says('h1', 'apply'), says('h2', 'rework', 'three, not two')], [says('h1', 'apply')]],
      reworked: [{ path: 'b.js', content: 'THREE\n' }],
    });
    expect(wanted).toEqual(['b.js: three, not two']);
    expect(texts).toEqual({ 'a.js': 'ONE\n', 'b.js': 'THREE\n' });
    expect(review).toMatchObject({ rounds: 2, decidedBy: 'reviewer' });
    expect(questions[1]?.input).not.toContain('a.js');
  });

  test('that does not end after two rounds is decided by a person', async () => {
    const given = {
      answers: [[says('h1', 'rework'), says('h2', 'apply')], [says('h1', 'rework', 'still wrong')]],
      reworked: [{ path: 'a.js', content: 'WON\n' }],
    };
    const approved = await reviewed({ ...given, person: { verdict: 'approved', content: '' } });
    expect(approved.texts).toEqual({ 'a.js': 'WON\n', 'b.js': 'TWO\n' });
    expect(approved.shown[0]).toContain('### h1 a.js\n@@ -1,1 +1,1 @@\n-one\n+WON\n@ reviewer: still wrong');
    expect(approved.review).toMatchObject({ rounds: 2, decidedBy: 'person', rework: [] });
    const rejected = await reviewed({ ...given, person: { verdict: 'rejected', reason: 'no shouting' } });
    expect(rejected.texts).toEqual({ 'a.js': 'one\n', 'b.js': 'TWO\n' });
    expect(rejected.review.rework).toMatchObject([{ path: 'a.js', reason: 'no shouting' }]);
    const expired = await reviewed(given);
    expect(expired.texts).toEqual({ 'a.js': 'one\n', 'b.js': 'TWO\n' });
  });

  test('lets a person agree to a part of what is open', async () => {
    const { texts, review } = await reviewed({
      answers: [
        [says('h1', 'rework'), says('h2', 'rework')],
        [says('h1', 'rework'), says('h2', 'rework')],
      ],
      reworked: CHANGES,
      person: { verdict: 'approved', content: '### h2 b.js\n-two\n+TWO\n' },
    });
    expect(texts).toEqual({ 'a.js': 'one\n', 'b.js': 'TWO\n' });
    expect(review.rework).toMatchObject([{ path: 'a.js' }]);
  });

  test.each([
    ['a line of a file', '\n### h2 b.js', 'no'],
    ['a line separator in a file', 'x\u2028### h2 b.js', 'no'],
    ['a paragraph separator in a file', 'x\u2029### h2 b.js', 'no'],
    ['what the reviewer quotes', 'ONE\n', 'no, because it says:\n### h2 b.js\n+TWO'],
  ])('does not take %s for the heading of a part that the person left out', async (_, content, reason) => {
    const asked = [says('h1', 'rework', reason), says('h2', 'rework')];
    const changes = [{ path: 'a.js', content }, ...CHANGES.slice(1)];
    const open = { answers: [asked, asked], reworked: changes, changes };
    const [shown = ''] = (await reviewed(open)).shown;
    expect(shown.split(/[\n\u2028\u2029]/).filter((line) => line.startsWith('### '))).toEqual([
      '### h1 a.js',
      '### h2 b.js',
    ]);
    const kept = shown.slice(0, shown.indexOf('\n\n### h2 b.js\n@@'));
    const { texts } = await reviewed({ ...open, person: { verdict: 'approved', content: kept } });
    expect(texts).toEqual({ 'a.js': content, 'b.js': 'two\n' });
  });

  test('asks again for a verdict that is missing, and about one on no hunk', async () => {
    const { texts, questions } = await reviewed({
      answers: [
        [says('h1', 'apply'), says('h7', 'apply')],
        [says('h1', 'apply'), says('h2', 'apply')],
      ],
    });
    expect(questions[1]?.input).toContain('no verdict on h2; there is no hunk h7.');
    expect(texts).toEqual({ 'a.js': 'ONE\n', 'b.js': 'TWO\n' });
  });

  test.each([
    ['leaves one out', [says('h1', 'apply')]],
    ['invents one', [says('h1', 'apply'), says('h2', 'apply'), says('h3', 'apply')]],
    ['judges one twice', [says('h1', 'apply'), says('h2', 'apply'), says('h2', 'apply')]],
  ])('accepts nothing if the reviewer %s, asked twice', async (_, verdicts) => {
    const { texts, wanted, review } = await reviewed({ answers: [verdicts, verdicts] });
    expect(texts).toEqual({ 'a.js': 'one\n', 'b.js': 'two\n' });
    expect(wanted).toHaveLength(2);
    expect(review).toMatchObject({ rounds: 1, rework: [{ path: 'a.js' }, { path: 'b.js' }] });
  });

  test('gives back unread what is too long to be read in one piece', async () => {
    const { texts, wanted, questions } = await reviewed({
      answers: [],
      changes: [{ path: 'c.js', content: 'a line\n'.repeat(10_000) }],
    });
    expect(questions).toEqual([]);
    expect(wanted[0]).toMatch(/^c.js: This is too long/);
    expect(texts).toEqual({ 'a.js': 'one\n', 'b.js': 'two\n' });
  });

  test('reads much in several questions', async () => {
    const changes = ['c.js', 'd.js', 'e.js'].map((path) => ({ path, content: 'a line\n'.repeat(1_400) }));
    const { texts, questions } = await reviewed({
      answers: [[says('h1', 'apply'), says('h2', 'apply')], [says('h3', 'apply')]],
      changes,
    });
    expect(questions.map(({ name }) => name)).toEqual(['r/1/review/1', 'r/1/review/2']);
    expect(Object.keys(texts)).toContain('e.js');
  });
});

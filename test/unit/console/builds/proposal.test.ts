import { expect, test } from 'vitest';
import {
  answered,
  keptParts,
  proposalIn,
  questionsIn,
  readable,
} from '../../../../console/src/screens/builds/ask/proposal.ts';
import { continuationOf, NO_LIMITS, newBuildOf } from '../../../../console/src/screens/builds/start/order.ts';

/* Requirements: BT1, WEB1. */

const proposal = (about: string, content: string) => ({ about, title: 'T', content });

test('a plan and an architecture are read from their JSON, other texts as they are', () => {
  const plan = JSON.stringify({
    tasks: [
      { id: 'a', title: 'A', depends_on: ['b'] },
      { id: 'b', title: 'B' },
    ],
  });
  expect(readable(proposal('plan', plan))).toEqual({
    form: 'plan',
    tasks: [
      { id: 'a', title: 'A', depends_on: ['b'] },
      { id: 'b', title: 'B' },
    ],
  });
  const files = [{ path: 'a.js', purpose: 'All.' }];
  expect(readable(proposal('architecture', JSON.stringify({ overview: 'O', files, test_command: 't' })))).toEqual({
    form: 'architecture',
    overview: 'O',
    files,
    test: 't',
  });
  expect(readable(proposal('specification', '# A list'))).toEqual({ form: 'text', text: '# A list' });
  expect(readable(proposal('plan', '{"tasks": 1}'))).toMatchObject({ form: 'code' });
});

test('changes that the reviewer did not accept are parts, and those left out are not sent', () => {
  const content = '### h1 src/a.js\n@@ -1 +1 @@\n-a\n+### b\nReviewer: No.\n\n### h2 b.js\n+c';
  const what = readable(proposal('review', content));
  if (what.form !== 'parts') return expect.unreachable();
  expect(what.parts.map(({ id, heading }) => [id, heading])).toEqual([
    ['h1', 'h1 src/a.js'],
    ['h2', 'h2 b.js'],
  ]);
  const kept = keptParts(what.parts, new Set(['h1']));
  expect(kept).toContain('### h2 b.js\n+c');
  expect(kept).not.toContain('### h1');
});

test('each question has room for its answer, which stands below it', () => {
  const questions = questionsIn('What colour?\n> \nHow many?\n> ');
  expect(questions).toEqual(['What colour?', 'How many?']);
  expect(answered(questions, ['Blue', 'One\nor two'])).toBe('What colour?\n> Blue\nHow many?\n> One\n> or two');
  expect(questionsIn('Anything?')).toEqual(['Anything?']);
});

test('a payload of another form has no texts', () => {
  expect(proposalIn({ title: { toString: 'x' }, content: 1 })).toEqual({ about: '', title: '', content: '' });
});

test('only limits that were typed are sent, with a comma or a point', () => {
  const fields = { request: ' A page ', template: '', oversight: 'none' as const, limits: NO_LIMITS };
  expect(newBuildOf(fields)).toEqual({ request: 'A page', oversight: 'none' });
  const limits = { ...NO_LIMITS, max_cost: '0,5', max_attempts: '2' };
  expect(newBuildOf({ ...fields, template: 'front-end', limits })).toMatchObject({
    template: 'front-end',
    limits: { max_cost: 0.5, max_attempts: 2 },
  });
  expect(continuationOf({ request: 'More', limits })).toEqual({
    request: 'More',
    limits: { max_cost: 0.5, max_attempts: 2 },
  });
});

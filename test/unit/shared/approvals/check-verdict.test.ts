import { describe, expect, test } from 'vitest';
import type { Approval } from '../../../../shared/approvals/approval.ts';
import { readApproval } from '../../../../shared/approvals/approval.ts';
import { checkVerdict } from '../../../../shared/approvals/check-verdict.ts';
import { verdictInput } from '../../../../shared/approvals/verdict.ts';
import { parseExact } from '../../../../shared/core/json/exact.ts';
import { workOf } from '../../../support/pace.ts';

/* Requirements: AP1. */

const facts = {
  ...{ user_id: 'alice', project_id: 'default', session_id: 'ses_1', run_id: 'run_1', approval_id: 'apr_1' },
  ...{ about: 'tool', risk: 'medium', status: 'pending', open_until: 1, warned: false, created_at: 0 },
};
const asked = (more: object): Approval => readApproval({ pk: 'a', sk: 'b', ...facts, ...more });
const edit = (value: unknown, remember = false) => ({
  decision: 'edit' as const,
  arguments: verdictInput.arguments.parse(value),
  remember,
});
const refusalOf = (work: () => void): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('a person’s edit of a call', () => {
  test('R11: an edit is checked against a server’s schema no longer than a call of the model is', async () => {
    const pattern = { type: 'object', properties: { a: { type: 'string', pattern: '^(a+)+$' } } };
    const approval = asked({ payload: '{"tool":"x"}', schema: JSON.stringify(pattern) });
    let refusal: unknown;
    const work = await workOf(() => {
      refusal = refusalOf(() => checkVerdict(approval, edit({ a: `${'a'.repeat(40)}!` })));
    });
    expect(work).toBeLessThan(5_000);
    expect(refusal).toMatchObject({
      status: 422,
      errors: [{ path: 'arguments', message: expect.stringMatching(/cannot be checked/) }],
    });
  });

  test('R4: an edit has the bounds of a call that a model writes, and is an object', () => {
    const approval = asked({ payload: '{"tool":"x"}', schema: '{"type":"object"}' });
    const long = { a: 'x'.repeat(64 * 1024) };
    expect(refusalOf(() => checkVerdict(approval, edit(long)))).toMatchObject({ errors: [{ path: 'arguments' }] });
    for (const text of ['1.0', '[1]', '"a"', 'null']) {
      expect(verdictInput.arguments.safeParse(parseExact(text)).success).toBe(false);
    }
    const deepest = `${'{"a":'.repeat(64)}1.0${'}'.repeat(64)}`;
    expect(verdictInput.arguments.safeParse(parseExact(deepest)).success).toBe(true);
  });

  test('an answer to a question is no longer than what an approval can hold', () => {
    const question = asked({ about: 'question', payload: '{"question":"Which?"}' });
    const answer = (length: number) => ({
      decision: 'approve' as const,
      arguments: verdictInput.arguments.parse({ answer: 'x'.repeat(length) }),
    });
    expect(refusalOf(() => checkVerdict(question, answer(64 * 1024)))).toMatchObject({
      status: 422,
      errors: [{ path: 'arguments' }],
    });
    expect(refusalOf(() => checkVerdict(question, answer(60 * 1024)))).toBeUndefined();
  });

  test('R11: a schema that cannot be carried out refuses an edit, and is no error of ours', () => {
    const approval = asked({ payload: {}, schema: { type: 'object', properties: { a: { $ref: '#/$defs/none' } } } });
    expect(refusalOf(() => checkVerdict(approval, edit({ a: 1 })))).toMatchObject({ status: 422 });
  });

  test('R4: an approval that was stored before its JSON became text is read, edited and remembered', () => {
    const args = { path: 'a.txt', content: 'b' };
    const schema = { type: 'object', properties: { path: { type: 'string' } }, required: ['path'] };
    const approval = asked({ payload: { tool: 'file_write', arguments: args }, schema, definition: 'builtin' });
    expect(refusalOf(() => checkVerdict(approval, edit({ path: 7 })))).toMatchObject({
      errors: expect.arrayContaining([expect.objectContaining({ path: 'arguments.path' })]),
    });
    expect(refusalOf(() => checkVerdict(approval, edit(args, true)))).toMatchObject({ errors: [{ path: 'remember' }] });
    const remembered = { ...approval, rememberable: asked({ payload: {}, permission: 'a'.repeat(64) }).rememberable };
    expect(refusalOf(() => checkVerdict(remembered, edit(args, true)))).toBeUndefined();
  });
});

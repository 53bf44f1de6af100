/* Requirements: BT3. */
import { expect, test } from 'vitest';
import { checkBounds } from '../../../../../shared/builder/steps/bounds.ts';

const LIMITS = { max_tokens: 1_000, max_cost: 0.5, max_minutes: 10, max_attempts: 3 };
const used = (more: object) => ({ model: 'm', prompt_tokens: 10, completion_tokens: 10, ...more });
const check = (usage: ReturnType<typeof used>, more?: ReturnType<typeof used>, limits: object = LIMITS) =>
  checkBounds({ ...LIMITS, ...limits }, { usage, worked: 0 }, { more, elapsed: 0 });

test('a build stops at its money', () => {
  expect(() => check(used({ cost: 0.2 }), used({ cost: 0.2 }))).not.toThrow();
  expect(() => check(used({ cost: 0.3 }), used({ cost: 0.2 }))).toThrow('It has used its 0.5 USD.');
});

test('a build with a limit of money stops where it cannot be known what was spent', () => {
  expect(() => check(used({}))).toThrow(/is not known/);
  expect(() => check(used({ cost: 0.1 }), used({}))).toThrow(/is not known/);
  expect(() => check(used({}), undefined, { max_cost: undefined })).not.toThrow();
});

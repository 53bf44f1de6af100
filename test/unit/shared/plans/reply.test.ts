import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseReply } from '../../../../shared/plans/planner/reply.ts';
import { workOf } from '../../../support/pace.ts';

const plan = { tasks: [{ id: 'a', description: 'Look {it} up', agent: 'helper', depends_on: [] }] };
const json = JSON.stringify(plan);
const draftOf = (text: string, brokeOff = false): unknown => {
  const parsed = parseReply(text, brokeOff);
  return 'draft' in parsed ? parsed.draft : parsed.errors;
};

test.each([
  ['the plan alone', json],
  ['thoughts with braces', `<think>{ "tasks": [] } or {maybe} two}</think>\n${json}`],
  ['thoughts that hold another plan', `<think>First: {"tasks": [{"id": "no"}]}</think>${json}`],
  ['thoughts whose beginning stood in the prompt', `Let me see, {"tasks": []}.\n</think>\n\n${json}`],
  ['thoughts and a fence', `<think>{</think>\nHere it is:\n\`\`\`json\n${json}\n\`\`\`\nThat is {all}.`],
  ['thoughts in Mistral’s marks', `[THINK]{"a": 1}[/THINK]${json}`],
  ['thoughts in Kimi’s marks', `◁think▷{◁/think▷${json}`],
  [
    'channels',
    `<|channel|>analysis<|message|>{"tasks": 1}<|end|><|start|>assistant<|channel|>final<|message|>${json}<|return|>`,
  ],
  ['thoughts without marks', `I could do {this} or {"that": 1}. A draft: {"tasks": []}. Better:\n${json}`],
  ['prose with braces after it', `${json}\nThe {braces} above are the plan.`],
  ['two fences, of which the first is an example', `\`\`\`json\n{"a": 1}\n\`\`\`\n\`\`\`json\n${json}\n\`\`\``],
])('G34: the plan is found in an answer with %s', (_what, text) => {
  expect(draftOf(text)).toEqual(plan);
});

test('G34: a mark of thoughts within the plan itself is part of the plan', () => {
  const marked = { tasks: [{ id: 'a', description: 'Explain </think> and <think>' }] };
  expect(draftOf(JSON.stringify(marked))).toEqual(marked);
});

test.each([
  ['thoughts that never end', `<think>{"tasks": []} is a beginning`],
  ['a plan that breaks off', json.slice(0, -5)],
  ['no JSON', 'I cannot plan {that}.'],
])('G34: an answer with %s holds no plan', (_what, text) => {
  expect(draftOf(text)).toEqual([{ path: 'plan', message: expect.any(String) }]);
});

test('G34: an answer is searched in a time that grows with its length alone', async () => {
  expect(await workOf(() => draftOf('{"a":'.repeat(20_000)))).toBeLessThan(2_000);
});

test('G34: the plan is found after thoughts of any kind', () => {
  fc.assert(
    fc.property(fc.string(), (thoughts) => {
      expect(draftOf(`<think>${thoughts}</think>${json}`)).toEqual(plan);
    }),
  );
});

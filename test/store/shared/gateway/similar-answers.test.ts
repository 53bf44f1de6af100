import { expect, test } from 'vitest';
import { Cache } from '../../../../shared/cache/index.ts';
import { authenticated } from '../../../../shared/core/scope.ts';
import { SimilarAnswers } from '../../../../shared/gateway/answers/similar/similar.ts';
import type { ModelCall } from '../../../../shared/gateway/index.ts';
import { inTable } from '../../../support/in-table.ts';

/* Requirements: CA12. */

inTable();

const projectOf = (user: string, project = 'one') => authenticated({ userId: user }).inProject(project);

/** Vectors that say of all texts that they are the same. */
const embed = async ({ texts }: { texts: string[] }) => ({
  vectors: texts.map(() => [1, 0]),
  usage: { promptTokens: 1, estimated: false },
  model: 'vectors',
  dimensions: 2,
  calls: 1,
});

const similar = () => new SimilarAnswers({ cache: new Cache(), threshold: 0.9, keep_seconds: 60, embed });
const answer = { words: [{ kind: 'text' as const, text: 'It makes sugar.' }], model: 'scripted' };

const callOf = (content: string, more: Partial<ModelCall> = {}): ModelCall => ({
  scope: projectOf('alice'),
  purpose: 'chat',
  agent: 'agt_1',
  model: 'scripted',
  messages: [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content },
  ],
  temperature: 0,
  ...more,
});

const FIRST = 'Explain photosynthesis.';
const LATER = 'Please explain photosynthesis!';

test('an answer is found by a similar request in another container', async () => {
  await similar().keep(callOf(FIRST), answer);
  expect(await similar().find(callOf(LATER))).toEqual(answer);
});

test.each<[string, Partial<ModelCall>]>([
  ['user', { scope: projectOf('bob') }],
  ['project', { scope: projectOf('alice', 'two') }],
  ['agent', { agent: 'agt_2' }],
  ['model', { model: 'other' }],
  ['purpose', { purpose: 'planning' }],
  [
    'system prompt',
    {
      messages: [
        { role: 'system', content: 'Be long.' },
        { role: 'user', content: LATER },
      ],
    },
  ],
  [
    'conversation',
    {
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'Hi.' },
        { role: 'assistant', content: 'Hi!' },
        { role: 'user', content: LATER },
      ],
    },
  ],
  ['temperature', { temperature: 0.1 }],
  ['length', { maxTokens: 10 }],
  ['format', { responseFormat: 'json' }],
  ['seed', { seed: 7 }],
])('an answer is not found with another %s, whatever the vectors say', async (_what, more) => {
  await similar().keep(callOf(FIRST), answer);
  expect(await similar().find(callOf(LATER, more))).toBeUndefined();
});

test('the first answer of its kind stays, so that none is similar to one that was only similar itself', async () => {
  const one = similar();
  await one.keep(callOf('Why is grass green?'), answer);
  await one.keep(callOf('Please tell me: why is grass green?'), { ...answer, words: [] });
  expect(await one.find(callOf('why is grass green'))).toEqual(answer);
});

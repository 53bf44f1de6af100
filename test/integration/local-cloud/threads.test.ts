import { afterEach, beforeEach, expect, test } from 'vitest';
import { definitionOf } from '../../../infra/local/services/lambda/definition.ts';
import { type LambdaOptions, LocalLambda } from '../../../infra/local/services/lambda/local-lambda.ts';
import { assemble } from '../../../infra/local/template/assembly.ts';
import { type Gate, openGate } from './gate.ts';
import { tinyApp } from './tiny-cloud.ts';

/* One process with many threads: how many there are follows from what they do. */

const COMPUTING = `export const handler = async ({ ms }) => {
  const end = performance.now() + ms;
  while (performance.now() < end);
  return 'done';
};`;
/** Works for as long as `gate` does not answer. */
const WAITING = `let invocations = 0;
export const handler = async ({ gate }) => {
  if (gate) await fetch(gate);
  invocations += 1;
  return invocations;
};`;

let lambda: LocalLambda;
let gate: Gate;
beforeEach(async () => {
  gate = await openGate();
});
afterEach(async () => {
  await lambda.stop();
  gate.stop();
});

const start = (options: Partial<LambdaOptions>) => {
  const app = tinyApp({ functions: { Computing: { source: COMPUTING }, Waiting: { source: WAITING } } });
  const { resources } = assemble(app.templates);
  const definitions = resources
    .filter((one) => one.type === 'AWS::Lambda::Function')
    .map((one) => definitionOf(one, app.assets));
  lambda = new LocalLambda({ definitions, environmentOf: () => ({}), log: () => undefined, ...options });
};

const together = (name: string, count: number, event: object) =>
  Promise.all(Array.from({ length: count }, () => lambda.invoke(name, event)));

test('invocations that compute share the threads there are, because more would not make them faster', async () => {
  start({ cores: 1 });
  await lambda.invoke('tiny-Computing', { ms: 0 });
  // Each for longer than it takes to see that it does.
  const answers = await together('tiny-Computing', 5, { ms: 400 });
  expect(answers.map((answer) => answer.kind === 'payload' && answer.payload)).toEqual(Array(5).fill('done'));
  expect(lambda.threads).toBe(1);
});

test('invocations that wait get threads of their own, so that none waits for another', async () => {
  start({ cores: 2 });
  const answers = together('tiny-Waiting', 6, { gate: gate.url });
  await gate.waiting(6);
  expect(lambda.threads).toBeGreaterThan(2);
  gate.letGo();
  await answers;
});

test('threads that are left over after a busy moment end soon, and a warm one is still there', async () => {
  start({ cores: 2, surplusLimit: 50 });
  const answers = together('tiny-Waiting', 4, { gate: gate.url });
  await gate.waiting(4);
  gate.letGo();
  await answers;
  await expect.poll(() => lambda.threads).toBe(1);
  const warm = await lambda.invoke('tiny-Waiting', {});
  expect(warm).toMatchObject({ payload: 2 });
});

import { afterEach, expect, test, vi } from 'vitest';
import { definitionOf } from '../../../infra/local/services/lambda/definition.ts';
import { type LambdaOptions, LocalLambda } from '../../../infra/local/services/lambda/local-lambda.ts';
import { assemble } from '../../../infra/local/template/assembly.ts';
import { tinyApp } from './tiny-cloud.ts';

/* One process with many threads: how many there are follows from what they do. */

const COMPUTING = `export const handler = async ({ ms }) => {
  const end = performance.now() + ms;
  while (performance.now() < end);
  return 'done';
};`;
const WAITING = `let invocations = 0;
export const handler = async ({ ms }) => {
  await new Promise((resolve) => setTimeout(resolve, ms));
  invocations += 1;
  return invocations;
};`;

let lambda: LocalLambda;
afterEach(() => lambda.stop());

const start = (options: Partial<LambdaOptions>) => {
  const app = tinyApp({ functions: { Computing: { source: COMPUTING }, Waiting: { source: WAITING } } });
  const { resources } = assemble(app.templates);
  const definitions = resources
    .filter((one) => one.type === 'AWS::Lambda::Function')
    .map((one) => definitionOf(one, app.assets));
  lambda = new LocalLambda({ definitions, environmentOf: () => ({}), log: () => undefined, ...options });
};

const together = (name: string, count: number, ms: number) =>
  Promise.all(Array.from({ length: count }, () => lambda.invoke(name, { ms })));

test('invocations that compute share the threads there are, because more would not make them faster', async () => {
  start({ cores: 1 });
  const answers = await together('tiny-Computing', 24, 40);
  expect(answers.map((answer) => answer.kind === 'payload' && answer.payload)).toEqual(Array(24).fill('done'));
  expect(lambda.threads).toBe(1);
});

test('invocations that wait get threads of their own, so that none waits for another', async () => {
  start({ cores: 2 });
  await together('tiny-Waiting', 6, 1500);
  expect(lambda.threads).toBeGreaterThan(2);
});

test('threads that are left over after a busy moment end soon, and a warm one is still there', async () => {
  start({ cores: 2, surplusLimit: 50 });
  await together('tiny-Waiting', 4, 1200);
  await vi.waitFor(() => expect(lambda.threads).toBe(1), { timeout: 5000 });
  const warm = await lambda.invoke('tiny-Waiting', { ms: 0 });
  expect(warm).toMatchObject({ payload: 2 });
});

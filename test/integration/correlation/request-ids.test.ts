import { afterAll, beforeAll, expect, test } from 'vitest';
import { ENV } from '../../../shared/core/environment.ts';
import { ended } from '../../support/approvals.ts';
import { type Artel, type Person, startArtel } from '../../support/artel.ts';
import { type LogLine, logLinesIn } from '../../support/log-lines.ts';
import { sendPlan, taskFor, team } from '../../support/plans.ts';

/* Requirements: OPS2. */

let artel: Artel;
let alice: Person;
const lines: (LogLine & { function: string })[] = [];

beforeAll(async () => {
  artel = await startArtel({
    environment: { [ENV.logLevel]: 'INFO' },
    log: (name, text) => void lines.push(...logLinesIn(text).map((line) => ({ ...line, function: name }))),
  });
  artel.model.always({ text: 'Fine.' });
  alice = await artel.register('alice');
});
afterAll(() => artel.stop());

const linesOf = (run: string, name: RegExp) => lines.filter((line) => line.run_id === run && name.test(line.function));

/** Sends a message and waits for its answer; gives the request's id as the client was told, and the run. */
const say = async (session: string): Promise<{ request: string | null; run: string }> => {
  const sent = await alice.call<{ run: { id: string } }>('POST', `/my/chat/${session}/message`, {
    content: 'Hello',
    target_agent: 'helper',
  });
  await ended(alice, session);
  return { request: sent.headers.get('x-request-id'), run: sent.body.run.id };
};

test('the id of the HTTP request stands in every log line the workers write about its run', async () => {
  const [first, second] = [await alice.chat(), await alice.chat()];
  const one = await say(first.session);
  const two = await say(second.session);
  for (const { request, run } of [one, two]) {
    const own = linesOf(run, /worker/i);
    expect(request).toEqual(expect.any(String));
    expect(own.length).toBeGreaterThan(0);
    expect([...new Set(own.map(({ request_id }) => request_id))]).toEqual([request]);
  }
  expect(one.request).not.toBe(two.request);
});

test('the id of the HTTP request reaches the phases of its plan and the workers of its tasks', async () => {
  const { session } = await team(alice, ['ann']);
  const sent = await sendPlan(alice, session, [taskFor('a'), taskFor('b', ['a'])]);
  await ended(alice, session);
  const run = sent.body.run.id;
  const request = sent.headers.get('x-request-id');
  const workers = linesOf(run, /worker/i);
  expect(new Set(workers.map(({ task_id }) => task_id)).size).toBe(2);
  expect([...new Set(workers.map(({ request_id }) => request_id))]).toEqual([request]);
  const phases = linesOf(run, /plan/i);
  expect(phases.length).toBeGreaterThan(0);
  expect([...new Set(phases.map(({ request_id }) => request_id))]).toEqual([request]);
});

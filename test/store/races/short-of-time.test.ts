/* Requirements: EV4. */
import { expect, test, vi } from 'vitest';
import { createAgent, newAgentSchema } from '../../../shared/agents/index.ts';
import { YIELD_BEFORE } from '../../../shared/bus/index.ts';
import { readAfter, type SessionEvent } from '../../../shared/events/index.ts';
import * as gateway from '../../../shared/gateway/index.ts';
import { workOn } from '../../../shared/turns/index.ts';
import { inWorld } from './in-world.ts';

vi.mock(import('../../../shared/gateway/index.ts'), async (original) => ({ ...(await original()), chat: vi.fn() }));

const here = inWorld();

/** Marks the worker's alarm among all timers. */
const UNTIL_ALARM = 123_456_789;

/** Rings the alarm when a test says so. */
const heldAlarm = (): { ring: () => void } => {
  const alarm = { ring: (): void => undefined };
  const { setTimeout: real } = globalThis;
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(((act: () => void, wait: number) => {
    if (wait === UNTIL_ALARM) alarm.ring = act;
    return real(act, wait);
  }) as typeof setTimeout);
  return alarm;
};

test('a tool’s result stays in the log where the time of its worker is over right after it', async () => {
  const { place } = here;
  place.now = Date.now();
  const input = newAgentSchema.parse({ name: 'ann', system_prompt: 'You help.', tools: ['calculate'] });
  const { key: agent } = await createAgent(place.project, input);
  place.agents.push(agent);
  const session = await place.session();
  const { run } = await place.say(session, agent);
  const { wake } = await place.task(run);
  const alarm = heldAlarm();
  vi.mocked(gateway.chat).mockImplementation(async function* ({ key, signal }): AsyncGenerator<gateway.ModelEvent> {
    if (key?.endsWith('_1')) {
      yield { kind: 'call', call: { id: 'call_1', name: 'calculate', arguments: '{"expression":"6*7"}' } };
      yield {
        kind: 'end',
        finish: 'tool_calls',
        model: 'scripted',
        usage: { promptTokens: 1, completionTokens: 1, estimated: false },
      };
      return;
    }
    alarm.ring();
    signal?.throwIfAborted();
  });
  const { user_id, project_id, session_id, run_id, task_id } = run;
  await workOn(
    { user_id, project_id, session_id, run_id, task_id, wake },
    { remaining: () => YIELD_BEFORE + UNTIL_ALARM, build: async () => expect.unreachable('It is no build.') },
  );
  expect(await place.task(run)).toMatchObject({ yields: 1, step: 3 });
  const { lines } = await readAfter(place.project, session, { after: 0, limit: 100 });
  const types = lines.map((line) => (JSON.parse(line) as SessionEvent).event_type);
  expect(types.slice(-2)).toEqual(['tool_called', 'tool_result']);
});

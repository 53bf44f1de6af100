/* Requirements: EV4, QA3, BT2. */
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { createAgent, newAgentSchema } from '../../../shared/agents/index.ts';
import { readJournal, redriveTask } from '../../../shared/bus/index.ts';
import { MINUTE } from '../../../shared/core/clock.ts';
import { readAfter, type SessionEvent } from '../../../shared/events/index.ts';
import * as gateway from '../../../shared/gateway/index.ts';
import { workOn } from '../../../shared/turns/index.ts';
import { listVersions } from '../../../shared/workspace/index.ts';
import { diesAfter } from '../../support/crash.ts';
import { startTestObjects, type TestObjects } from '../../support/objects.ts';
import { inWorld } from '../races/in-world.ts';
import { type DirectRun, Place } from '../races/world.ts';

vi.mock(import('../../../shared/gateway/index.ts'), async (original) => ({ ...(await original()), chat: vi.fn() }));

const here = inWorld();
let objects: TestObjects;
beforeAll(async () => {
  objects = await startTestObjects();
});
afterAll(() => objects.stop());
afterEach(() => vi.restoreAllMocks());

const usage = { promptTokens: 1, completionTokens: 1, estimated: false };
const PATHS = ['one.txt', 'two.txt', 'three.txt'];

/** Writes three files in one answer, and says so in the next. */
const writesFiles = async function* ({ key }: { key?: string }): AsyncGenerator<gateway.ModelEvent> {
  const isFirst = key?.endsWith('_1') === true;
  if (isFirst)
    for (const path of PATHS)
      yield {
        kind: 'call',
        call: { id: path, name: 'file_write', arguments: JSON.stringify({ path, content: path }) },
      };
  else yield { kind: 'text', text: 'They are written.' };
  yield { kind: 'end', finish: isFirst ? 'tool_calls' : 'stop', model: 'scripted', usage };
};

const asked = async (place: Place): Promise<DirectRun> => {
  vi.mocked(gateway.chat).mockImplementation(writesFiles);
  place.now = Date.now();
  const { key: agent } = await createAgent(
    place.project,
    newAgentSchema.parse({
      name: 'ann',
      system_prompt: 'You write.',
      tools: ['file_write'],
      approval: { min_risk: 'high' },
    }),
  );
  place.agents.push(agent);
  return (await place.say(await place.session(), agent)).run;
};

const workOnce = async (place: Place, run: DirectRun): Promise<void> => {
  const { user_id, project_id, session_id, run_id, task_id } = run;
  const { wake } = await place.task(run);
  await workOn(
    { user_id, project_id, session_id, run_id, task_id, wake },
    { remaining: () => 5 * MINUTE, build: async () => expect.unreachable('It is no build.') },
  );
};

/** Calls that a worker makes until then. */
const BEFORE_THE_FIRST_RESULT = 12;

/** How the task comes to its next worker. */
const followed = {
  'the sweeper ends its lease': async (place: Place, run: DirectRun): Promise<void> => {
    const later = { now: () => Date.now() + 2 * MINUTE };
    await redriveTask(place.project, { run: run.run_id, id: run.task_id }, later);
  },
  'its message comes again after its lease': async (): Promise<void> => {
    const { now } = Date;
    vi.spyOn(Date, 'now').mockImplementation(() => now() + 2 * MINUTE);
  },
};

/** All that is recorded is announced, in its order, once. */
const expectAnnounced = async (place: Place, run: DirectRun): Promise<void> => {
  const task = await place.task(run);
  expect(task.state).toBe('completed');
  const { lines } = await readAfter(place.project, run.session_id, { after: 0, limit: 500 });
  const events = lines.map((line) => JSON.parse(line) as SessionEvent);
  const results = events.filter(({ event_type }) => event_type === 'tool_result');
  const journal = await readJournal(place.project, task);
  const recorded = journal.flatMap((step, index) =>
    step.kind === 'tool' ? [[index + 1, step.call.name, step.outcome, step.content]] : [],
  );
  expect(recorded).toHaveLength(PATHS.length);
  expect(results.map(({ payload }) => [payload.step, payload.tool, payload.outcome, payload.content])).toEqual(
    recorded,
  );
  expect(events.map(({ event_id }) => event_id)).toEqual(events.map((_, index) => index + 1));
  const { items } = await listVersions(place.project, { limit: 10 });
  expect(items.map(({ version }) => version)).toEqual(PATHS.map((_, index) => PATHS.length - index));
};

test.each(Object.entries(followed))(
  'a follower learns of each file that a worker wrote, wherever it was killed: %s',
  async (_, follow) => {
    let killed = 0;
    for (let life = BEFORE_THE_FIRST_RESULT; ; life += 3) {
      here.place = new Place();
      const run = await asked(here.place);
      if ((await diesAfter(life, () => workOnce(here.place, run))) === 'done') break;
      if ((await here.place.task(run)).state === 'running') await follow(here.place, run);
      await workOnce(here.place, run);
      await expectAnnounced(here.place, run);
      vi.restoreAllMocks();
      killed += 1;
    }
    expect(killed).toBeGreaterThan(3);
  },
  60_000,
);

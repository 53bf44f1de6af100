/* Requirements: WS1, AG4, CH9. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { removeAgent } from '../../../shared/agents/index.ts';
import { askPerson } from '../../../shared/approvals/index.ts';
import {
  type Claim,
  finishRun,
  markAgentDeleting,
  parkForAgent,
  parkForRetry,
  type RunEnding,
  recordStep,
  removeSession,
} from '../../../shared/bus/index.ts';
import { MINUTE } from '../../../shared/core/clock.ts';
import { EventWriter } from '../../../shared/events/index.ts';
import { forgetAgent, removeDeletedSession, sweep } from '../../../shared/maintenance/index.ts';
import { markSessionDeleting, sessionNamed } from '../../../shared/sessions/index.ts';
import { laneKeys, packText, projectKeys, putItem, sessionKeys } from '../../../shared/store/index.ts';
import { Place, startWorld, usage, type World } from '../races/world.ts';
import { itemsOf, withVectorsAndObjects } from './world.ts';

const LONG = 'a long text '.repeat(4_000);

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());
const here = withVectorsAndObjects();

let place: Place;
let agent: string;
let work: Awaited<ReturnType<Place['working']>>;
beforeEach(async () => {
  place = new Place();
  agent = await place.agent(2);
  work = await place.working(agent);
});

const deleteSession = async (keepMemories = false): Promise<void> => {
  await markSessionDeleting(place.project, work.session, { keepMemories, clock: place.clock });
  await removeDeletedSession(place.project, work.session, place.clock);
};

const deleteAgent = async (): Promise<void> => {
  const { project, clock } = place;
  await markAgentDeleting(project, agent, clock);
  place.now += 2 * MINUTE;
  await removeAgent(project, agent, { forget: (key) => forgetAgent(project, key), clock });
};

const remembered = async (): Promise<string[]> =>
  (await here.memory.list(place.project, agent)).items.map(({ id }) => id).sort();

const remember = (id: string, more: { sessionId?: string } = {}) =>
  here.memory.remember(place.project, agent, { id, text: `Something to remember: ${id}.`, type: 'note', ...more });

/** Of the agent, its work and its chat; the project itself keeps its revision. */
const left = async (...agents: string[]): Promise<string[]> => {
  const of = { agents: [agent, ...agents], sessions: [work.session], runs: [work.run.run_id] };
  return (await itemsOf(place.project, of)).filter((sk) => sk !== 'SPACE');
};

const objects = (): string[] => here.objects.keys().filter((key) => key.includes(place.project.projectId));

const passes = async (minutes: number): Promise<void> => {
  place.now += minutes * MINUTE;
  await sweep(place.now + MINUTE, place.clock);
};

const step = { kind: 'model' as const, text: LONG, calls: [], usage };
const answered: RunEnding = { state: 'completed', answer: LONG, agentId: 'agent', usage, unremembered: false };

/** Whatever a worker writes as the work of its task. */
const FENCED: Record<string, (claim: Claim) => Promise<unknown>> = {
  'a step of its journal': (claim) => recordStep(claim, step as never),
  'its answer, with usage, charge and events': (claim) => finishRun(claim, answered, { clock: place.clock }),
  'its failure, with the health of its agent': (claim) =>
    finishRun(
      claim,
      { state: 'failed', error: { error_code: 'model_missing', detail: 'No.' }, agentAtFault: true },
      { clock: place.clock },
    ),
  'that it waits for a retry': (claim) => parkForRetry(claim, { error_code: 'model' }, { clock: place.clock }),
  'that it asks a person': (claim) =>
    askPerson(claim, { about: 'tool_call', risk: 'high', payload: {} } as never, { clock: place.clock }),
};

describe.each(Object.keys(FENCED))('a worker that comes back to a task that is gone, with %s', (what) => {
  const write = FENCED[what]!;

  test('hears that the task is not its own, after its chat was deleted, and leaves nothing', async () => {
    await deleteSession();
    expect(await write(work.claim)).toBe(false);
    expect(await left()).toEqual(['LANE', `REMOVED#${work.session}`]);
    await passes(17);
    expect([await left(), objects()]).toEqual([['LANE'], []]);
  });

  test('hears the same after its agent was deleted, which is no defect', async () => {
    await deleteAgent();
    expect(await write(work.claim)).toBe(false);
    const others = (await left()).filter((sk) => !/^(STATE|LOG|EV#|MSG#|TSK#|RUN#|SESSION#)/.test(sk));
    expect(others).toEqual([`REMOVED#${agent}`]);
  });
});

test('a task that is gone asks no other agent', async () => {
  const other = await place.agent();
  await deleteSession();
  const asked = { key: other, id: other, name: other, version: 1 };
  const asking = await parkForAgent(work.claim, { agent: asked, question: 'What now?' }, { clock: place.clock });
  expect(asking).toMatchObject({ asked: false });
  expect([await place.lane(other), await place.lane(agent)]).toEqual([
    [0, 0, 0],
    [0, 0, 0],
  ]);
});

test('what a late worker writes past every fence of a deleted chat is gone 16 minutes later', async () => {
  const { project } = place;
  const { session, claim } = work;
  await remember('before', { sessionId: session });
  await remember('elsewhere');
  const writer = new EventWriter({ project, session, stillMine: async () => true, onAppended: async () => 0 });
  await deleteSession();
  expect(await remembered()).toEqual(['elsewhere']);
  // In another process all of this began before.
  await remember('late', { sessionId: session });
  await recordStep(claim, step as never);
  writer.emit({ event_type: 'task_started', payload: { run_id: work.run.run_id } });
  await writer.flush();
  writer.stop();
  for (const key of [
    sessionKeys.vault(project, session),
    sessionKeys.blocks(project, session),
    sessionKeys.subscription(project, session, 'connection'),
  ])
    await putItem({ ...key, v: 1 });
  expect(await left()).toHaveLength(6);
  expect([await remembered(), objects()]).toEqual([['elsewhere', 'late'], [expect.stringContaining(`/${session}/`)]]);
  await passes(15);
  expect(await remembered()).toEqual(['elsewhere', 'late']);
  await passes(2);
  expect([await left(), await remembered(), objects()]).toEqual([['LANE'], ['elsewhere'], []]);
});

test('memories of a deleted chat that were to be kept are kept, also late ones', async () => {
  await remember('before', { sessionId: work.session });
  await deleteSession(true);
  await remember('late', { sessionId: work.session });
  await passes(17);
  expect([await left(), await remembered()]).toEqual([['LANE'], ['before', 'late']]);
});

test('a removal of a chat that broke off after its runs were gone has its agents forget it all the same', async () => {
  await remember('before', { sessionId: work.session });
  await markSessionDeleting(place.project, work.session, { keepMemories: false, clock: place.clock });
  let asked = 0;
  const breaksOff = async () => {
    asked += 1;
    throw new Error('The container dies.');
  };
  await expect(removeSession(place.project, work.session, { forget: breaksOff, clock: place.clock })).rejects.toThrow();
  await passes(1);
  expect([asked, await remembered()]).toEqual([1, []]);
});

test('what is written for a deleted agent by whoever was at work is gone 16 minutes later', async () => {
  const { project } = place;
  await remember('before');
  await deleteAgent();
  expect(await remembered()).toEqual([]);
  await remember('late');
  for (const key of [
    projectKeys.permission(project, agent, 'hash'),
    projectKeys.agentVersion(project, agent, 2),
    laneKeys.health(project, agent),
  ])
    await putItem({ ...key, v: 1 });
  await passes(15);
  expect(await remembered()).toEqual(['late']);
  await passes(2);
  const others = (await left()).filter((sk) => !/^(STATE|LOG|EV#|MSG#|TSK#|RUN#|SESSION#)/.test(sk));
  expect([others, await remembered()]).toEqual([[], []]);
});

test('the name of a chat goes with it, unless it leads to a new one already', async () => {
  const { project, clock } = place;
  const remove = async (id: string) => {
    await markSessionDeleting(project, id, { keepMemories: false, clock });
    await removeDeletedSession(project, id, clock);
  };
  const first = await sessionNamed(project, 'garden', { clock });
  const names = async () => (await left()).filter((sk) => sk.startsWith('SESSION_NAME#')).length;
  await markSessionDeleting(project, first, { keepMemories: false, clock });
  const second = await sessionNamed(project, 'garden', { clock });
  await removeDeletedSession(project, first, clock);
  expect([await names(), await sessionNamed(project, 'garden', { clock })]).toEqual([1, second]);
  await remove(second);
  expect(await names()).toBe(0);
});

test('the long texts of a chat lie apart from those of other chats, which stay', async () => {
  const other = await place.session();
  await packText(place.project, { id: 'msg_other', session: other, text: LONG });
  await deleteSession();
  await passes(17);
  expect(objects()).toEqual([expect.stringContaining(`/texts/${other}/msg_other`)]);
});

import { beforeEach, describe, expect, test } from 'vitest';
import { inspect, treat, type Violation } from '../../../shared/doctor/index.ts';
import { mend } from '../../../shared/doctor/repair/mend.ts';
import type { Repair } from '../../../shared/doctor/repair/repair.ts';
import {
  due,
  type Item,
  laneKeys,
  partitionOfItem,
  projectKeys,
  queryAll,
  ranges,
  type StoredItem,
  transact,
} from '../../../shared/store/index.ts';
import { inTable } from '../../support/in-table.ts';
import { add, all, change, type Damage, type DamagedFact, NOT_DUE } from '../../unit/shared/doctor/damage.ts';
import { itemDamages } from '../../unit/shared/doctor/damages/items.ts';
import { laneDamages } from '../../unit/shared/doctor/damages/lanes.ts';
import { planDamages } from '../../unit/shared/doctor/damages/plans.ts';
import { runDamages } from '../../unit/shared/doctor/damages/runs.ts';
import { healthy } from '../../unit/shared/doctor/healthy.ts';
import { NOW, project } from '../../unit/shared/doctor/items.ts';
import { entry, lane, runKey, stateOf, taskKey } from '../../unit/shared/doctor/keys.ts';

/* Requirements: BUS7, ID8. */

const here = inTable();
beforeEach(() => here.table.clear());

const IN_ONE_TRANSACTION = 100;

const store = async (items: Item[]): Promise<void> => {
  for (let from = 0; from < items.length; from += IN_ONE_TRANSACTION) {
    await transact(items.slice(from, from + IN_ONE_TRANSACTION).map((put) => ({ put: put as StoredItem })));
  }
};

const { user } = project;
const patient = {
  user,
  partitions: [],
  clock: { now: () => NOW },
  asOf: () => NOW,
  pause: async () => undefined,
};

/** Also partitions that nothing leads to, as `doctor` finds them. */
const knowing = (items: Item[]) => ({ ...patient, partitions: new Set(items.map((item) => partitionOfItem(item).in)) });

/** What the user has been told of repairs. */
const audited = async (): Promise<string[]> => {
  const entries: string[] = [];
  for await (const { action, target } of queryAll(ranges.audit(user))) entries.push(`${action}: ${target}`);
  return entries;
};

const brokenIn = ([, damage]: DamagedFact): Violation[] => inspect({ ...healthy(), items: damage(healthy().items) });
const kindsOf = (one: DamagedFact): string[] =>
  brokenIn(one).flatMap(({ invariant, repair }) => (repair && invariant === one[2][0] ? [repair.kind] : []));

/** Of each mend the first damage that needs it. */
const mendable = [...itemDamages, ...runDamages, ...laneDamages, ...planDamages].filter((one, index, all) =>
  kindsOf(one).some((kind) => !all.slice(0, index).flatMap(kindsOf).includes(kind)),
);

describe('what has a known mend', () => {
  test.each(mendable)('%s is mended, and the mend is in the audit trail', async (_, damage, [first]) => {
    const items = damage(healthy().items);
    await store(items);
    const { mended, left } = await treat(knowing(items));
    expect(mended.map(({ invariant }) => invariant)).toContain(first);
    expect(left.map(({ invariant }) => invariant)).not.toContain(first);
    expect(left.filter(({ repair }) => repair)).toEqual([]);
    expect(await audited()).toHaveLength(mended.length);
    expect((await treat(knowing(items))).mended).toEqual([]);
  });

  test('there are mends for stale entries, counters, orphans, places and what is not due', () => {
    const kinds = new Set(mendable.flatMap(kindsOf));
    expect([...kinds].toSorted()).toEqual([
      'end orphans',
      'free place',
      'make due',
      'mark run urgent',
      'put lane entry',
      'put session entry',
      'recount lane',
      'recount session',
      'remove lane entry',
      'remove leftover',
      'remove ready entry',
      'remove session entry',
    ]);
  });
});

const leftBehind = itemDamages.filter(([, , [first]]) => first === 'leftovers');

test.each(leftBehind)('%s is removed', async (_, damage, [first]) => {
  const items = damage(healthy().items);
  await store(items);
  const { mended, left } = await treat(knowing(items));
  expect(mended.map(({ invariant }) => invariant)).toEqual([first]);
  expect(left).toEqual([]);
  expect(await audited()).toHaveLength(1);
});

test('an agent that only lost its lane is told of, and stays', async () => {
  await store([...healthy().items, { ...projectKeys.agent(project, 'agt_lost'), v: 1 }]);
  const { mended, left } = await treat(patient);
  expect(mended).toEqual([]);
  expect(left).toMatchObject([{ invariant: 'leftovers', about: { item: 'agent agt_lost' } }]);
});

test('healthy data are left as they are', async () => {
  await store(healthy().items);
  expect(await treat(patient)).toEqual({ mended: [], left: [] });
  expect(await audited()).toEqual([]);
});

const inProject = { project: 'prj_garden' };
const inSession = { ...inProject, session: 'ses_busy' };
const queued = { ...inProject, run: 'run_lane', task: 'tsk_lane' };
const plain = { urgent: false, isTwin: false };
const twin = { urgent: false, isTwin: true };
const NOTHING = { running: 0, waiting: 0, live: 0 };
const placeOf = (task: string): string => `prj_garden|agt_team|tsk_${task}`;

/** Each relies on something that is not so: the doctor read it before somebody else moved it. */
const outdated: [what: string, repair: Repair, before?: Damage][] = [
  ['the entry of a run that waits', { kind: 'remove session entry', ...inSession, run: 'run_next', ...plain }],
  ['the entry of a run that is there once', { kind: 'remove session entry', ...inSession, run: 'run_next', ...twin }],
  [
    'the urgency of a run that has begun',
    { kind: 'mark run urgent', ...inSession, run: 'run_active' },
    add(entry('active', true), { run_id: 'run_active' }),
  ],
  ['an entry for a run that has begun', { kind: 'put session entry', ...inSession, run: 'run_active' }],
  ['a count of waiting runs', { kind: 'recount session', ...inSession, read: 5, counted: 0 }],
  ['the counters of a lane', { kind: 'recount lane', ...inProject, agent: 'agt_one', read: NOTHING, counted: NOTHING }],
  ['the entry of a task that is queued', { kind: 'remove lane entry', ...queued, agent: 'agt_one' }],
  ['an entry for a task that runs', { kind: 'put lane entry', ...inProject, run: 'run_active', task: 'tsk_active' }],
  ['tasks somebody waits for', { kind: 'end orphans', ...inProject, run: 'run_asking' }],
  ['a task that is due', { kind: 'make due', key: taskKey('retry', 'retry'), attribute: 'state', read: 'waiting' }],
  [
    'a task in another state',
    { kind: 'make due', key: taskKey('active', 'active'), attribute: 'state', read: 'dispatched' },
    change(taskKey('active', 'active'), NOT_DUE),
  ],
  [
    'the place of a task that runs',
    { kind: 'free place', ...inProject, task: 'tsk_plan_0002', place: placeOf('plan_0002') },
  ],
  [
    'a permission of an agent that is there',
    {
      kind: 'remove leftover',
      key: projectKeys.permission(project, 'agt_one', 'hash'),
      owner: 'agt_one',
      gone: [laneKeys.lane(project, 'agt_one'), projectKeys.agent(project, 'agt_one')],
    },
    add(projectKeys.permission(project, 'agt_one', 'hash')),
  ],
  ['a ready task', { kind: 'remove ready entry', ...inProject, run: 'run_plan', task: 'tsk_plan_0003' }],
];

test.each(outdated)('%s: an outdated repair changes nothing', async (_, repair, before = (items) => items) => {
  await store(before(healthy().items));
  expect(await mend(user, repair, patient.clock)).toBe(false);
  expect(await audited()).toEqual([]);
});

/** As a busy agent or session looks in a look that no single moment shows, and each time with other work. */
const skewed: [what: string, seen: Damage, meanwhile: Damage][] = [
  ["a busy lane's counters", change(lane('two'), { running: 2 }), change(taskKey('asking', 'asked'), { wake: 2 })],
  ["a busy session's count", change(stateOf('busy'), { queued: 2 }), change(runKey('done'), { state: 'failed' })],
];

test.each(skewed)('%s, wrong at each look but of other work: nothing is set', async (_, seen, meanwhile) => {
  const first = seen(healthy().items);
  await store(first);
  const { mended } = await treat({ ...patient, pause: () => store(meanwhile(first)) });
  expect(mended).toEqual([]);
  expect(await audited()).toEqual([]);
});

test('a lane whose queue is empty beside a wrong count is mended before the orphans of its agent are ended', async () => {
  const orphaned = change(taskKey('asking', 'asking'), {
    why: 'retry',
    child: undefined,
    ...due(taskKey('asking', 'asking'), NOW),
  });
  await store(all(orphaned, change(lane('two'), { waiting: 1 }))(healthy().items));
  const { mended, left } = await treat(patient);
  expect(mended.map(({ invariant }) => invariant)).toEqual(['lane counts', 'runs and their tasks']);
  expect(left).toEqual([]);
});

import { CACHED_OBJECT } from '../../../../shared/cache/index.ts';
import { HOUR } from '../../../../shared/core/clock.ts';
import type { Snapshot } from '../../../../shared/doctor/index.ts';
import { newBudget } from '../../../../shared/limits/budget/item.ts';
import { DELIVERY, WEBHOOK } from '../../../../shared/notifications/index.ts';
import { projectItem } from '../../../../shared/projects/index.ts';
import {
  cacheKeys,
  due,
  EXPIRING_TEXT,
  type Item,
  laneKeys,
  projectKeys,
  REMOVED_USER,
  runKeys,
  sessionKeys,
  userKeys,
} from '../../../../shared/store/index.ts';
import { WORKSPACE } from '../../../../shared/workspace/index.ts';
import { agent, approval, dueSoon, NOW, owner, planTask, project, round, run, session, task } from './items.ts';

/** One run of each kind under way: it runs, waits in its session, in its lane, for a person, for an agent, or has ended. */
const direct = (): Item[] => [
  ...agent('agt_one', { running: 1, waiting: 1, live: 3 }),
  ...session('ses_busy', 'run_active', { ended: ['run_done'], queued: 1, isTold: true }),
  run('run_done', 'ses_busy', { task_id: 'tsk_done', state: 'completed', ended_at: NOW }),
  task('tsk_done', ['run_done', 'ses_busy', 'agt_one'], { state: 'completed', step: 2 }),
  { ...runKeys.step(project, 'run_done', 'tsk_done', 1), step: 1, content: '{}' },
  run('run_active', 'ses_busy', { task_id: 'tsk_active' }),
  dueSoon(task('tsk_active', ['run_active', 'ses_busy', 'agt_one'], { state: 'running', lease_until: NOW })),
  run('run_next', 'ses_busy', { task_id: 'tsk_next', state: 'queued' }),
  task('tsk_next', ['run_next', 'ses_busy', 'agt_one'], { state: 'held', wake: 0 }),
  { ...sessionKeys.queuedRun(project, 'ses_busy', 'run_next'), run_id: 'run_next' },
  ...session('ses_lane', 'run_lane'),
  run('run_lane', 'ses_lane', { task_id: 'tsk_lane' }),
  task('tsk_lane', ['run_lane', 'ses_lane', 'agt_one'], { state: 'queued', wake: 0 }),
  {
    ...laneKeys.entry(project, 'agt_one', 'tsk_lane'),
    ...{ task_id: 'tsk_lane', run_id: 'run_lane', session_id: 'ses_lane', wake: 0 },
  },
];

const waiting = (): Item[] => [
  ...agent('agt_two', { running: 1, live: 4, slots: 3 }),
  ...session('ses_person', 'run_person'),
  run('run_person', 'ses_person', { task_id: 'tsk_person' }),
  task('tsk_person', ['run_person', 'ses_person', 'agt_two'], {
    ...{ state: 'waiting', why: 'approval', approval: 'apr_tool' },
  }),
  approval('apr_tool', ['run_person', 'ses_person'], { about: 'tool', task_id: 'tsk_person' }),
  { ...runKeys.approval(project, 'run_person', 'apr_tool') },
  ...session('ses_asking', 'run_asking'),
  run('run_asking', 'ses_asking', { task_id: 'tsk_asking' }),
  task('tsk_asking', ['run_asking', 'ses_asking', 'agt_two'], { state: 'waiting', why: 'child', child: 'tsk_asked' }),
  dueSoon(task('tsk_asked', ['run_asking', 'ses_asking', 'agt_two'], { state: 'dispatched', parent: 'tsk_asking' })),
  ...session('ses_retry', 'run_retry'),
  run('run_retry', 'ses_retry', { task_id: 'tsk_retry' }),
  dueSoon(task('tsk_retry', ['run_retry', 'ses_retry', 'agt_two'], { state: 'waiting', why: 'retry' })),
];

/** A plan whose first task has ended, its second runs, its third waits for a place and its fourth for the second. */
const plans = (): Item[] => [
  ...agent('agt_team', { running: 1, live: 3 }),
  ...session('ses_plan', 'run_plan'),
  dueSoon(run('run_plan', 'ses_plan', { mode: 'orchestrated', generation: 1, round: 1 })),
  round('run_plan', 'ses_plan', { state: 'open', left: new Set(['t3', 't4']) }),
  planTask(1, { state: 'completed', announced: true }),
  dueSoon(planTask(2, { state: 'running', lease_until: NOW })),
  dueSoon(planTask(3, { state: 'ready', sink: true })),
  planTask(4, { state: 'blocked', open: new Set(['t2']), sink: true }),
  { ...userKeys.planLane(project.user), places: new Set(['prj_garden|agt_team|tsk_plan_0002']) },
  {
    ...userKeys.ready(project.user, 'tsk_plan_0003'),
    ...{ project_id: 'prj_garden', run_id: 'run_plan', task_id: 'tsk_plan_0003', agent_key: 'agt_team' },
  },
  ...session('ses_drafted', 'run_drafted'),
  dueSoon(run('run_drafted', 'ses_drafted', { mode: 'orchestrated', generation: 1, round: 0, approval: 'apr_plan' })),
  round('run_drafted', 'ses_drafted', { state: 'drafted', approval: 'apr_plan' }),
  approval('apr_plan', ['run_drafted', 'ses_drafted'], { about: 'plan', round: 1 }),
];

const LIMIT = { money: 1_000, tokens: 1_000, requests: 10 };
const CALL = { money: 100, tokens: 100, requests: 1 };

/** A month of which one call has reserved a part. */
const budget = (): Item => {
  const key = userKeys.budget(project.user, '2026-11');
  const open = { ...CALL, charge: 'chg_1', prompt: CALL, begun: NOW, until: NOW + 1 };
  return {
    ...newBudget(project, { month: '2026-11', limit: LIMIT, now: NOW }),
    ...{ left_money: 900, left_tokens: 900, left_requests: 9, taken: 1 },
    open: { chg_1: { ...open, project_id: 'prj_garden', model: 'scripted', purpose: 'turn' } },
    ...due(key, NOW + 1),
  };
};

/** A plan that is kept for a day, too long for its item. */
const keptPlan = (): Item =>
  dueSoon({
    ...projectKeys.plan(project, 'hash'),
    kind: EXPIRING_TEXT,
    ...owner,
    content_ref: 'texts/plan',
    ends_at: NOW,
  });

/** A value that the cache keeps in objects for weeks. */
const cachedObject = (): Item => {
  const key = cacheKeys.object(project, 'name');
  return { ...key, kind: CACHED_OBJECT, ...owner, object: 'cache/name/index', ...due(key, NOW + 1) };
};

/** What is kept in the table beside it. */
const cached = (): Item[] => [
  { ...cacheKeys.entry(project, 'name'), text: '"a"', versions: {} },
  { ...cacheKeys.load(project, 'name'), owner: 'container', fence: 'fence', held_until: NOW - 2 * HOUR },
  { ...cacheKeys.tag(project, 'k_0'), version: 'first' },
  { ...cacheKeys.pattern(project.user), at_ms: NOW, accesses: [] },
];

/** Files of two versions. */
const files = (): Item[] => [
  dueSoon({ ...projectKeys.workspace(project), kind: WORKSPACE, ...owner, version: 2, manifest: 'm2', mark: 1 }),
  ...[1, 2].map((version) => ({
    ...projectKeys.workspaceVersion(project, version),
    ...owner,
    ...{ version, parent: version - 1, manifest: `m${version}`, files: 1, bytes: 5, created_at: NOW },
    ...{ author: { kind: 'person' }, reason: 'Edited', stats: { added: 1, changed: 0, removed: 0 } },
  })),
];

/** A webhook at which nothing arrives, and what could not be delivered to it. */
const told = (): Item[] => {
  const [webhook_id, delivery_id] = ['whk_1', 'dlv_1'];
  const sealed = { data_key: new Uint8Array(1), sealed: new Uint8Array(1) };
  return [
    { ...userKeys.notifications(project.user), made: 1 },
    {
      ...userKeys.webhook(project.user, webhook_id),
      ...{ ...owner, kind: WEBHOOK, webhook_id, name: 'CI', url: 'https://ci.example.com', events: ['run_completed'] },
      ...{ permissions: [], secret: sealed, failures: 1, failing_since: NOW, created_at: NOW, updated_at: NOW },
    },
    dueSoon({
      ...userKeys.delivery(project.user, webhook_id, delivery_id),
      ...{ ...owner, kind: DELIVERY, webhook_id, delivery_id, event_type: 'run_completed', line: '{}', attempts: 1 },
      ...{ state: 'pending', since: NOW, created_at: NOW },
    }),
  ];
};

/** She has left, and the sweeper will look at all she had. */
const removal = (): Item => dueSoon({ ...userKeys.removal(project.user), kind: REMOVED_USER, ...owner, left_at: NOW });

/** Everything alice has, and all of it as it should be. */
export const healthy = (): Snapshot & { items: Item[] } => ({
  user: 'alice',
  now: NOW,
  items: [
    { ...projectItem(project.user, { id: 'prj_garden', name: 'Garden', isDefault: true }, NOW) },
    ...direct(),
    ...waiting(),
    ...plans(),
    budget(),
    keptPlan(),
    cachedObject(),
    ...cached(),
    ...files(),
    ...told(),
    removal(),
  ],
});

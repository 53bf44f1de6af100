import { MINUTE } from '../../../../shared/core/clock.ts';
import { restored } from '../../../../shared/core/scope.ts';
import { followedItem } from '../../../../shared/events/index.ts';
import {
  due,
  type Item,
  type Key,
  keyOfItem,
  laneKeys,
  projectKeys,
  runKeys,
  sessionKeys,
} from '../../../../shared/store/index.ts';

export const NOW = Date.UTC(2026, 10, 28, 12);
export const project = restored({ user_id: 'alice', project_id: 'prj_garden' });
export const owner = { user_id: 'alice', project_id: 'prj_garden' };

export type More = Record<string, unknown>;

/** Due a minute from now. */
const soon = (key: Key): More => due(key, NOW + MINUTE);

export const agent = (id: string, lane: More): Item[] => [
  { ...projectKeys.agent(project, id), agent_key: id },
  { ...projectKeys.agentName(project, `name-of-${id}`), agent_key: id },
  { ...projectKeys.agentVersion(project, id, 1), agent_key: id },
  {
    ...laneKeys.lane(project, id),
    kind: 'lane',
    ...owner,
    agent_key: id,
    agent_name: id,
    status: 'ready',
    slots: 1,
    cap: 100,
    running: 0,
    waiting: 0,
    live: 0,
    ...lane,
  },
];

/** One message, and a log that tells of the ends of runs. */
export const session = (
  id: string,
  active: string,
  { ended = [], queued = 0, isTold = false }: { ended?: string[]; queued?: number; isTold?: boolean } = {},
): Item[] => {
  const events = [...ended.map((run) => ['run_completed', run]), ['message_created', active]];
  const lines = events.map(([event_type, run_id], index) =>
    JSON.stringify({ event_id: index + 1, event_type, timestamp: new Date(NOW).toISOString(), payload: { run_id } }),
  );
  return [
    {
      ...sessionKeys.state(project, id),
      kind: 'session',
      ...owner,
      session_id: id,
      title: 'Chat',
      status: 'open',
      active,
      queued,
      message_count: 1,
      created_at: NOW,
      updated_at: NOW,
    },
    { ...projectKeys.session(project, id), session_id: id },
    { ...sessionKeys.message(project, id, 'msg_1'), message_id: 'msg_1', run_id: active },
    { ...sessionKeys.events(project, id, 1), n: lines.length, lines, expires_at: NOW / 1_000 + 3_600 },
    { ...sessionKeys.log(project, id), last_seq: lines.length, ...(isTold && { followed: true }) },
    ...(isTold ? [followedItem(project, id, { seq: 1, at: NOW + MINUTE })] : []),
  ];
};

export const run = (id: string, inSession: string, more: More): Item => ({
  ...projectKeys.run(project, id),
  kind: 'run',
  ...owner,
  session_id: inSession,
  run_id: id,
  message_id: 'msg_1',
  answer_id: 'msg_2',
  mode: 'direct',
  state: 'running',
  created_at: NOW,
  ...more,
});

export const task = (id: string, [inRun, inSession, of]: [string, string, string], more: More): Item => ({
  ...runKeys.task(project, inRun, id),
  kind: 'task',
  ...owner,
  session_id: inSession,
  run_id: inRun,
  task_id: id,
  agent_key: of,
  agent_version: 1,
  created_at: NOW,
  message_id: 'msg_1',
  answer_id: 'msg_2',
  wake: 1,
  epoch: 1,
  claims: 0,
  failures: 0,
  yields: 0,
  ...more,
});

export const planTask = (number: number, more: More): Item =>
  task(`tsk_plan_000${number}`, ['run_plan', 'ses_plan', 'agt_team'], {
    round: 1,
    plan_id: `t${number}`,
    number,
    agent_id: 'team',
    agent_name: 'team',
    description: 'Part of it.',
    depends_on: [],
    dependents: [],
    sink: false,
    ...more,
  });

export const approval = (id: string, [inRun, inSession]: [string, string], more: More): Item => ({
  ...projectKeys.approval(project, id),
  kind: 'approval',
  ...owner,
  session_id: inSession,
  run_id: inRun,
  approval_id: id,
  risk: 'low',
  status: 'pending',
  payload: {},
  open_until: NOW + 5 * MINUTE,
  warned: false,
  created_at: NOW,
  ...soon(projectKeys.approval(project, id)),
  ...more,
});

export const round = (inRun: string, inSession: string, more: More): Item => ({
  ...runKeys.round(project, inRun, 1),
  kind: 'round',
  ...owner,
  session_id: inSession,
  run_id: inRun,
  round: 1,
  attempt: 1,
  ...more,
});

/** The item, and due a minute from now. */
export const dueSoon = (item: Item): Item => ({ ...item, ...soon(keyOfItem(item)) });

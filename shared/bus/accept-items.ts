import { DAY, epochSeconds } from '../core/clock.ts';
import { sha256 } from '../core/digest.ts';
import { newId } from '../core/ids.ts';
import type { ProjectScope } from '../core/scope.ts';
import type { LogEnd, NewEvent } from '../events/index.ts';
import { messageCreated, messageItem, type SessionState } from '../sessions/index.ts';
import {
  due,
  packText,
  projectKeys,
  runKeys,
  SCHEMA_VERSION,
  type StoredItem,
  sessionKeys,
  userKeys,
  type Write,
} from '../store/index.ts';
import type { LaneItem, Run, Task } from './items.ts';
import type { LaneTask } from './lane.ts';
import type { LateText } from './late-text.ts';
import { PLAN_STARTED_WITHIN } from './timing.ts';

export type OnConflict = 'enqueue' | 'reject' | 'interrupt';

/** A message, checked and resolved. */
export type NewWork = {
  session: string;
  content: string;
  /** Who answers. Without one the message becomes a plan. */
  agent?: { key: string; id: string; name: string; version: number };
  /** The graph of a plan as its client gave it, in JSON. */
  plan?: string;
  onConflict?: OnConflict;
  /** Repeats of a request carry the same key and find the run it made. */
  requestKey?: string;
};

/** What accepting a message made, or what an earlier identical request had made. */
export type Accepted = { run: Run; message: { id: string; content: string; created_at: number } };

export type Ids = { message: string; answer: string; run: string; task: string };

/** Made once a request. The answer's id follows the message's, so that a chat reads in order however runs were queued. */
export const newIds = (now: number): Ids => ({
  message: newId('msg', now),
  answer: newId('msg', now),
  run: newId('run', now),
  task: newId('tsk', now),
});

/** A message on its way in, with what was read for it. */
export type Acceptance = {
  project: ProjectScope;
  work: NewWork;
  ids: Ids;
  text: LateText;
  now: number;
  session: SessionState;
  /** The agent's, where one was named. */
  lane: LaneItem | undefined;
  end: LogEnd;
  /** Goes before everything else that waits in the session. */
  urgent?: boolean;
};

/** What a repeat of a request must say again. */
export const contentHash = ({ content, plan }: NewWork): string =>
  sha256(plan === undefined ? content : `${content}|${plan}`);

export const requestKeyOf = (project: ProjectScope, { session, requestKey }: NewWork) =>
  requestKey === undefined
    ? undefined
    : userKeys.idempotency(project.user, `accept-${sha256(`${project.projectId}|${session}|${requestKey}`)}`);

export const laneTaskOf = ({ work, ids }: Acceptance): LaneTask => ({
  task_id: ids.task,
  run_id: ids.run,
  session_id: work.session,
  wake: 0,
});

export const sessionUpdate = ({ project, work, ids, now }: Acceptance, set: string) => ({
  key: sessionKeys.state(project, work.session),
  update: `SET ${set}, #updated_at = :now, #message_count = #message_count + :one${work.agent ? ', #last_agent = :agent' : ''}`,
  values: { run: ids.run, open: 'open', now, one: 1, agent: work.agent?.key } as Record<string, unknown>,
});

/** Of a direct run: its one task and who works on it. Of a plan: where it stands, and when somebody looks after it. */
const runOf = async (
  { project, work, ids, now, urgent }: Acceptance,
  state: 'running' | 'queued',
): Promise<Record<string, unknown>> => {
  if (work.agent) return { mode: 'direct', task_id: ids.task, agent_key: work.agent.key, agent_id: work.agent.id };
  const plan = work.plan === undefined ? undefined : await packText(project, `${ids.run}.plan`, work.plan);
  const key = projectKeys.run(project, ids.run);
  return {
    mode: 'orchestrated',
    generation: 1,
    round: 0,
    ...(plan && { plan }),
    ...(urgent && { urgent }),
    ...(state === 'running' && due(key, now + PLAN_STARTED_WITHIN)),
  };
};

const isNew = { when: 'attribute_not_exists(#pk)' };

/** Message, run and task, and the pointer that lets a repeated request find them. */
export const newItems = async (
  acceptance: Acceptance,
  state: 'running' | 'queued',
  place: Pick<Task, 'state' | 'wake'>,
): Promise<Write[]> => {
  const { project, work, ids, now } = acceptance;
  const text = await acceptance.text.stored();
  const owner = { user_id: project.userId, project_id: project.projectId, session_id: work.session, run_id: ids.run };
  const request = requestKeyOf(project, work);
  return [
    {
      put: messageItem(project, { id: ids.message, session: work.session, role: 'user', text, run: ids.run, now }),
      ...isNew,
    },
    {
      put: {
        ...projectKeys.run(project, ids.run),
        v: SCHEMA_VERSION,
        kind: 'run',
        ...owner,
        ...(await runOf(acceptance, state)),
        message_id: ids.message,
        answer_id: ids.answer,
        state,
        created_at: now,
        ...(state === 'running' && { started_at: now }),
      },
      ...isNew,
    },
    ...(work.agent
      ? [{ put: directTask(project, { ...owner, ...ids, agent: work.agent, now }, place), ...isNew }]
      : []),
    ...(request
      ? [
          {
            put: {
              ...request,
              v: SCHEMA_VERSION,
              run_id: ids.run,
              content_hash: contentHash(work),
              expires_at: epochSeconds(now + DAY),
            },
            ...isNew,
          },
        ]
      : []),
  ];
};

/** The one task of a direct run. */
export const directTask = (
  project: ProjectScope,
  made: Ids & { session_id: string; agent: NonNullable<NewWork['agent']>; now: number },
  place: Pick<Task, 'state' | 'wake'>,
): StoredItem => ({
  ...runKeys.task(project, made.run, made.task),
  v: SCHEMA_VERSION,
  kind: 'task',
  user_id: project.userId,
  project_id: project.projectId,
  session_id: made.session_id,
  run_id: made.run,
  task_id: made.task,
  agent_key: made.agent.key,
  agent_version: made.agent.version,
  created_at: made.now,
  message_id: made.message,
  answer_id: made.answer,
  epoch: 0,
  claims: 0,
  failures: 0,
  yields: 0,
  ...place,
});

export const taskQueued = (run: string, task: string, agent: string): NewEvent => ({
  event_type: 'task_queued',
  payload: { run_id: run, task_id: task, agent_id: agent },
});

export const accepted = ({ work, ids, now }: Acceptance): NewEvent[] => [
  messageCreated({ id: ids.message, role: 'user', content: work.content, run: ids.run, now }),
  ...(work.agent ? [taskQueued(ids.run, ids.task, work.agent.id)] : []),
];

export const runStarted = (run: string, mode: Run['mode']): NewEvent => ({
  event_type: 'run_started',
  payload: { run_id: run, mode },
});

export const modeOf = ({ work }: Acceptance): Run['mode'] => (work.agent ? 'direct' : 'orchestrated');

export const runCompleted = (run: string, state: Run['state'], more: Record<string, unknown> = {}): NewEvent => ({
  event_type: 'run_completed',
  payload: { run_id: run, state, ...more },
});

export const answer = ({ project, work, ids, now }: Acceptance, state: 'running' | 'queued'): Accepted => ({
  run: {
    user_id: project.userId,
    project_id: project.projectId,
    session_id: work.session,
    run_id: ids.run,
    ...(work.agent
      ? { mode: 'direct', task_id: ids.task, agent_key: work.agent.key, agent_id: work.agent.id }
      : { mode: 'orchestrated', generation: 1, round: 0 }),
    message_id: ids.message,
    answer_id: ids.answer,
    state,
    created_at: now,
  },
  message: { id: ids.message, content: work.content, created_at: now },
});

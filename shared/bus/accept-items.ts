import { DAY, epochSeconds } from '../core/clock.ts';
import { sha256 } from '../core/digest.ts';
import { newId } from '../core/ids.ts';
import type { ProjectScope } from '../core/scope.ts';
import type { LogEnd, NewEvent } from '../events/index.ts';
import { messageCreated, messageItem, type SessionState } from '../sessions/index.ts';
import { projectKeys, runKeys, SCHEMA_VERSION, sessionKeys, userKeys, type Write } from '../store/index.ts';
import type { LaneItem, Run, Task } from './items.ts';
import type { LaneTask } from './lane.ts';
import type { LateText } from './late-text.ts';

export type OnConflict = 'enqueue' | 'reject' | 'interrupt';

/** A message for an agent, checked and resolved. */
export type NewWork = {
  session: string;
  content: string;
  agent: { key: string; id: string; name: string; version: number };
  onConflict?: OnConflict;
  /** Repeats of a request carry the same key and find the run it made. */
  requestKey?: string;
};

/** What accepting a message made, or what an earlier identical request had made. */
export type Accepted = { run: Run; message: { id: string; content: string; created_at: number } };

type Ids = { message: string; answer: string; run: string; task: string };

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
  lane: LaneItem;
  end: LogEnd;
};

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
  update: `SET ${set}, #updated_at = :now, #message_count = #message_count + :one, #last_agent = :agent`,
  values: { run: ids.run, open: 'open', now, one: 1, agent: work.agent.key } as Record<string, unknown>,
});

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
  const isNew = { when: 'attribute_not_exists(#pk)' };
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
        task_id: ids.task,
        agent_key: work.agent.key,
        agent_id: work.agent.id,
        message_id: ids.message,
        answer_id: ids.answer,
        mode: 'direct',
        state,
        created_at: now,
        ...(state === 'running' && { started_at: now }),
      },
      ...isNew,
    },
    {
      put: {
        ...runKeys.task(project, ids.run, ids.task),
        v: SCHEMA_VERSION,
        kind: 'task',
        ...owner,
        task_id: ids.task,
        agent_key: work.agent.key,
        agent_version: work.agent.version,
        created_at: now,
        message_id: ids.message,
        answer_id: ids.answer,
        epoch: 0,
        claims: 0,
        failures: 0,
        yields: 0,
        ...place,
      },
      ...isNew,
    },
    ...(request
      ? [
          {
            put: {
              ...request,
              v: SCHEMA_VERSION,
              run_id: ids.run,
              content_hash: sha256(work.content),
              expires_at: epochSeconds(now + DAY),
            },
            ...isNew,
          },
        ]
      : []),
  ];
};

export const accepted = ({ work, ids, now }: Acceptance): NewEvent[] => [
  messageCreated({ id: ids.message, role: 'user', content: work.content, run: ids.run, now }),
  { event_type: 'task_queued', payload: { run_id: ids.run, task_id: ids.task, agent_id: work.agent.id } },
];

export const runStarted = (run: string): NewEvent => ({
  event_type: 'run_started',
  payload: { run_id: run, mode: 'direct' },
});

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
    task_id: ids.task,
    agent_key: work.agent.key,
    agent_id: work.agent.id,
    message_id: ids.message,
    answer_id: ids.answer,
    mode: 'direct',
    state,
    created_at: now,
  },
  message: { id: ids.message, content: work.content, created_at: now },
});

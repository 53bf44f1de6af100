import { DAY, epochSeconds } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { requestOf } from '../../observability/invocation.ts';
import { messageItem } from '../../sessions/index.ts';
import { due, packText, projectKeys, runKeys, SCHEMA_VERSION, type StoredItem, type Write } from '../../store/index.ts';
import type { Task } from '../records/items.ts';
import { PLAN_STARTED_WITHIN } from '../records/timing.ts';
import { type Acceptance, contentHash, type Ids, modeOf, type NewWork, requestKeyOf } from './acceptance.ts';

/** For a run of one task, the task and the agent; for a plan, its state and when the sweeper looks at it. */
const runOf = async (
  { project, work, ids, now }: Acceptance,
  state: 'running' | 'queued',
): Promise<Record<string, unknown>> => {
  if (work.agent)
    return { mode: modeOf({ work }), task_id: ids.task, agent_key: work.agent.key, agent_id: work.agent.id };
  const plan =
    work.plan === undefined
      ? undefined
      : await packText(project, { id: `${ids.run}.plan`, session: work.session, text: work.plan });
  const key = projectKeys.run(project, ids.run);
  return {
    mode: 'orchestrated',
    generation: 1,
    round: 0,
    ...(plan && { plan }),
    ...(state === 'running' && due(key, now + PLAN_STARTED_WITHIN)),
  };
};

const isNew = { when: 'attribute_not_exists(#pk)' };

/** How a new task begins. */
export type InitialTask = Pick<Task, 'state' | 'wake' | 'log_end'>;

/** Message, run and task, and the pointer that lets a repeated request find them. */
export const newItems = async (
  acceptance: Acceptance,
  state: 'running' | 'queued',
  initial: InitialTask,
): Promise<Write[]> => {
  const { project, work, ids, now, urgent } = acceptance;
  const text = await acceptance.text.stored();
  const context = await acceptance.context?.stored();
  const owner = { user_id: project.userId, project_id: project.projectId, session_id: work.session, run_id: ids.run };
  const request = requestKeyOf(project, work);
  return [
    {
      put: messageItem(project, {
        id: ids.message,
        session: work.session,
        role: 'user',
        text,
        ...(context && { context }),
        run: ids.run,
        now,
      }),
      ...isNew,
    },
    {
      put: {
        ...projectKeys.run(project, ids.run),
        v: SCHEMA_VERSION,
        kind: 'run',
        ...owner,
        ...requestOf(),
        ...(await runOf(acceptance, state)),
        // Decides the key of the run's entry in the session's queue, whatever the run is: see `sessionKeys.queuedRun`.
        ...(urgent && { urgent }),
        message_id: ids.message,
        answer_id: ids.answer,
        state,
        created_at: now,
        ...(state === 'running' && { started_at: now }),
      },
      ...isNew,
    },
    ...(work.agent
      ? [
          {
            put: {
              ...directTask(project, { ...owner, ...ids, ...requestOf(), agent: work.agent, now }, initial),
              ...(work.build !== undefined && { build: work.build }),
            },
            ...isNew,
          },
        ]
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
  made: Ids & { session_id: string; request_id?: string; agent: NonNullable<NewWork['agent']>; now: number },
  initial: InitialTask,
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
  ...(made.request_id !== undefined && { request_id: made.request_id }),
  created_at: made.now,
  message_id: made.message,
  answer_id: made.answer,
  epoch: 0,
  claims: 0,
  failures: 0,
  yields: 0,
  ...initial,
});

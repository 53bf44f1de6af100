import { sha256 } from '../../core/digest.ts';
import { newId } from '../../core/ids.ts';
import type { ProjectScope } from '../../core/scope.ts';
import type { Hearing, LogEnd, NewEvent } from '../../events/index.ts';
import { requestOf } from '../../observability/invocation.ts';
import { messageCreated, type SessionState } from '../../sessions/index.ts';
import { sessionKeys, userKeys } from '../../store/index.ts';
import type { LaneItem, LaneTask } from '../records/lane.ts';
import type { Run } from '../records/run.ts';
import { taskQueued } from '../records/run-events.ts';
import type { DeferredText } from './deferred-text.ts';

export type OnConflict = 'enqueue' | 'reject' | 'interrupt';

/** A message, checked and resolved. */
export type NewWork = {
  session: string;
  content: string;
  /** What the caller's application says about the conversation, for this answer. */
  context?: string;
  /** Who answers. Without one the message becomes a plan. */
  agent?: { key: string; id: string; name: string; version: number };
  /** The message names no agent: who answers was chosen, and may be chosen otherwise when the request is retried. */
  isChosen?: boolean;
  /** The graph of a plan as its client gave it, in JSON. */
  plan?: string;
  /** The agent's whole team builds what the message asks for: what its person settled, in the builder's JSON. */
  build?: string;
  onConflict?: OnConflict;
  /** Retries of a request carry the same key and find the run it made. */
  requestKey?: string;
};

/** What accepting a message made, or what an earlier identical request had made. */
/** `isRepeat`: an earlier request with the same key was accepted, and this is its run. */
export type Accepted = {
  run: Run;
  message: { id: string; content: string; created_at: number };
  isRepeat?: true;
};

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
  text: DeferredText;
  context: DeferredText | undefined;
  now: number;
  session: SessionState;
  /** The agent's, where one was named. */
  lane: LaneItem | undefined;
  end: LogEnd;
  hearing: Hearing;
  /** Goes before everything else that waits in the session. */
  urgent?: boolean;
};

/** A retry of a request must ask the same of the same agent, where it names one; otherwise its key is refused. */
export const contentHash = ({ content, context, plan, build, agent, isChosen, onConflict }: NewWork): string => {
  const named = isChosen ? undefined : agent?.key;
  const parts = [content, context, plan, named, onConflict, ...(build === undefined ? [] : [build])];
  return sha256(JSON.stringify(parts.map((part) => part ?? null)));
};

export const requestKeyOf = (
  project: ProjectScope,
  { session, requestKey }: Pick<NewWork, 'session' | 'requestKey'>,
) =>
  requestKey === undefined
    ? undefined
    : userKeys.idempotency(project.user, `accept-${sha256(`${project.projectId}|${session}|${requestKey}`)}`);

export const laneTaskOf = ({ work, ids }: Acceptance): LaneTask => ({
  task_id: ids.task,
  run_id: ids.run,
  session_id: work.session,
  wake: 0,
  ...requestOf(),
});

export const sessionUpdate = ({ project, work, ids, now }: Acceptance, set: string) => ({
  key: sessionKeys.state(project, work.session),
  update: `SET ${set}, #updated_at = :now, #message_count = #message_count + :one${work.agent ? ', #last_agent = :agent' : ''}`,
  values: { run: ids.run, open: 'open', now, one: 1, agent: work.agent?.key } as Record<string, unknown>,
});
export const acceptedEvents = ({ work, ids, now }: Acceptance): NewEvent[] => [
  messageCreated({ id: ids.message, role: 'user', content: work.content, run: ids.run, now }),
  ...(work.agent ? [taskQueued(ids.run, ids.task, work.agent.id)] : []),
];
export const modeOf = ({ work }: Pick<Acceptance, 'work'>): Run['mode'] => {
  if (!work.agent) return 'orchestrated';
  return work.build === undefined ? 'direct' : 'build';
};
export const acceptedReply = ({ project, work, ids, now }: Acceptance, state: 'running' | 'queued'): Accepted => ({
  run: {
    user_id: project.userId,
    project_id: project.projectId,
    session_id: work.session,
    run_id: ids.run,
    ...(work.agent
      ? { mode: modeOf({ work }), task_id: ids.task, agent_key: work.agent.key, agent_id: work.agent.id }
      : { mode: 'orchestrated', generation: 1, round: 0 }),
    message_id: ids.message,
    answer_id: ids.answer,
    state,
    created_at: now,
  },
  message: { id: ids.message, content: work.content, created_at: now },
});

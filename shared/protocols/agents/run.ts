import { type Waiting, waitingOf } from '../../approvals/index.ts';
import { cancelRun, findRun, isFinal, type Run } from '../../bus/index.ts';
import { type Clock, SECOND, systemClock } from '../../core/clock.ts';
import { Conflict, NotFound } from '../../core/errors.ts';
import { pause } from '../../core/jitter.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { readAfter, readEnd } from '../../events/index.ts';
import { findMessage } from '../../sessions/index.ts';
import { ClientGone } from '../client-gone.ts';
import type { AnswerEvent } from '../completion.ts';
import { AnswerText } from './answer-text.ts';
import { RunFailed } from './run-failed.ts';
import { waitingNotice } from './waiting.ts';

/** How often the event log is read: about as often as deltas are written, and less often once it has been quiet. */
const POLL_INTERVAL = 100;
const IDLE_POLL_INTERVAL = SECOND;
const IDLE_AFTER = 30 * SECOND;
/** The run itself is checked after this many reads of the log, in case the log has lost the end of the run. */
const POLLS_PER_RUN_CHECK = 50;

export type AgentCall = {
  session: string;
  /**
   * Hands the message over, or finds the run of an earlier request, which was ended while that run waited: then `isRepeat`,
   * and the run is nobody's to cancel by closing a connection. The log is read from where it ended before.
   */
  accept(): Promise<{ run: Run; isRepeat?: boolean }>;
  /** Give the text as it comes, or only the finished one. */
  stream: boolean;
  signal: AbortSignal;
};

type Asked = Omit<AgentCall, 'accept'> & { isRepeat: boolean };
type Tools = { clock?: Clock; pause?: typeof pause };

/** Hands a message to its agent; `events` are the answer, as a model would give it. */
export const streamAgentAnswer = async (
  project: ProjectScope,
  call: AgentCall,
  { clock = systemClock, pause: wait = pause }: Tools = {},
): Promise<{ run: string; events: AsyncGenerator<AnswerEvent> }> => {
  const { next } = await readEnd(project, call.session, clock);
  const { run, isRepeat = false } = await call.accept();
  const asked = { ...call, isRepeat };
  return { run: run.run_id, events: answerOf(project, run, asked, next - 1, { clock, pause: wait }) };
};

/**
 * The run of a client that disconnects is cancelled. After a time-out it goes on, and the answer appears in the session. Once
 * it waits for a person the answer ends, and the client asks again. What was sent until then was provisional: the next
 * answer is the whole one.
 */
async function* answerOf(
  project: ProjectScope,
  run: Run,
  call: Asked,
  after: number,
  tools: Required<Tools>,
): AsyncGenerator<AnswerEvent> {
  let over = call.isRepeat;
  try {
    const text = new AnswerText();
    const waiting = yield* growing(project, run, call, after, text, tools);
    if (waiting) {
      over = true;
      yield { kind: 'text', text: call.stream ? text.whole(waitingNotice(waiting)) : waitingNotice(waiting) };
      yield { kind: 'end', finish: 'stop', model: '', usage: NOTHING_YET, waiting };
      return;
    }
    const ended = await completedRun(project, run);
    const answer = await findMessage(project, run.session_id, run.answer_id);
    const rest = call.stream ? text.whole(answer?.content ?? '') : (answer?.content ?? '');
    if (rest) yield { kind: 'text', text: rest };
    const { usage } = ended;
    over = true;
    yield {
      kind: 'end',
      finish: 'stop',
      model: usage?.model ?? '',
      usage: {
        promptTokens: usage?.prompt_tokens ?? 0,
        ...(usage?.cache_read_tokens !== undefined && { cacheReadTokens: usage.cache_read_tokens }),
        ...(usage?.cache_write_tokens !== undefined && { cacheWriteTokens: usage.cache_write_tokens }),
        completionTokens: usage?.completion_tokens ?? 0,
        ...(usage?.reasoning_tokens !== undefined && { reasoningTokens: usage.reasoning_tokens }),
        estimated: false,
      },
    };
  } finally {
    if (!over && call.signal.reason instanceof ClientGone) await cancelled(project, run.run_id);
  }
}

type Line = { event_type: string; payload: Record<string, unknown> };

/** The usage of a run is known at its end. */
const NOTHING_YET = { promptTokens: 0, completionTokens: 0, estimated: false };

/** The answer's text as it grows, until the run has ended, or waits for a person. */
async function* growing(
  project: ProjectScope,
  run: Run,
  { signal, stream, isRepeat }: Asked,
  after: number,
  text: AnswerText,
  { clock, pause: wait }: Required<Tools>,
): AsyncGenerator<AnswerEvent, Waiting | undefined> {
  // A repeated request finds the run of the first one, which may have ended already.
  if (isFinal(run.state)) return undefined;
  // Read after the end of the log: a person who is asked later than this is asked after that end, and the loop reads it.
  if (isRepeat || run.state === 'queued') {
    const waiting = await waitingOf(project, run);
    if (waiting) return waiting;
  }
  let last = after;
  let heardAt = clock.now();
  for (let poll = 1; ; poll += 1) {
    signal.throwIfAborted();
    let isAsked = poll % POLLS_PER_RUN_CHECK === 0;
    const reading = await readAfter(project, run.session_id, { after: last, continued: poll > 1, clock });
    last = reading.last;
    for (const line of reading.lines) {
      heardAt = clock.now();
      const { event_type, payload } = JSON.parse(line) as Line;
      if (event_type === 'run_completed' && payload.run_id === run.run_id) return undefined;
      // Also of the run before it in the session, behind which this one waits.
      if (event_type === 'approval_required') isAsked = true;
      if (event_type !== 'message_delta' || payload.message_id !== run.answer_id) continue;
      const more = text.delta(Number(payload.offset), String(payload.text));
      if (more && stream) yield { kind: 'text', text: more };
    }
    if (isAsked) {
      if (isFinal((await findRun(project, run.run_id))?.state ?? 'cancelled')) return undefined;
      const waiting = await waitingOf(project, run);
      if (waiting) return waiting;
    }
    await wait(clock.now() - heardAt > IDLE_AFTER ? IDLE_POLL_INTERVAL : POLL_INTERVAL, signal);
  }
}

/** The completed run; throws if it ended in any other way. */
const completedRun = async (project: ProjectScope, { run_id }: Run): Promise<Run> => {
  const run = await findRun(project, run_id);
  if (run?.state === 'completed') return run;
  if (run?.state === 'cancelled') throw new RunFailed('run_cancelled', 'The run was cancelled.');
  const { error_code, detail } = run?.error ?? { error_code: 'not_found', detail: 'The run no longer exists.' };
  throw new RunFailed(error_code, detail);
};

/** The run may have ended, or been removed with its session, in the meantime. */
const cancelled = async (project: ProjectScope, run: string): Promise<void> => {
  try {
    await cancelRun(project, run);
  } catch (error) {
    if (!(error instanceof Conflict || error instanceof NotFound)) throw error;
  }
};

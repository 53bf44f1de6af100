import { waitingOf } from '../../approvals/index.ts';
import { findRun, isFinal } from '../../bus/index.ts';
import { type Clock, SECOND, systemClock } from '../../core/clock.ts';
import { sha256 } from '../../core/digest.ts';
import { NotFound } from '../../core/errors.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { streamAgentAnswer } from '../agents/run.ts';
import { RunFailed } from '../agents/run-failed.ts';
import { waitingFields } from '../agents/waiting.ts';
import { type ApiFailure, apiFailureOf } from '../api-failure.ts';
import { collect } from '../collect.ts';
import { messageItem, type PublicResponse, textPart, usageOf } from './responses-object.ts';
import { keptResponse } from './stored-responses.ts';

/**
 * A kept answer as it stands now: one whose run waited for a person is in progress until that run has ended, and then has
 * its outcome, as a response in the background has: a failed one an `error`, a cancelled one none. Nothing is awaited, so
 * clients ask again. Source: https://developers.openai.com/api/docs/guides/background
 */
export const currentResponse = async (
  project: ProjectScope,
  id: string,
  clock: Clock = systemClock,
): Promise<PublicResponse> => {
  const { response: kept, run: named } = await keptResponse(project, id, clock);
  if (kept.artel === undefined || named === undefined) return kept;
  const { artel: _, ...response } = { ...kept, incomplete_details: null };
  const run = await findRun(project, named);
  if (run === undefined) throw new NotFound('The run of this response no longer exists.');
  if (!isFinal(run.state)) {
    return { ...response, status: 'in_progress', ...waitingFields(await waitingOf(project, run)) };
  }
  const { signal } = new AbortController();
  const accept = async () => ({ run, isRepeat: true });
  const call = { session: run.session_id, accept, stream: false, signal };
  try {
    const { text, usage } = await collect((await streamAgentAnswer(project, call, { clock })).events);
    // The same item, however often it is read.
    const output = [messageItem(`msg_${sha256(id).slice(0, 32)}`, [textPart(text)], 'completed')];
    const at = Math.floor((run.ended_at ?? clock.now()) / SECOND);
    return { ...response, status: 'completed', completed_at: at, output, usage: usageOf(usage) };
  } catch (error) {
    if (!(error instanceof RunFailed)) throw error;
    const ended = { ...response, completed_at: null, output: [], usage: null };
    if (error.code === 'run_cancelled') return { ...ended, status: 'cancelled' };
    return { ...ended, status: 'failed', error: responseError(apiFailureOf(error)) };
  }
};

/** The code is one of the closed list that clients know; what went wrong here, by our name, is its `type`. */
const responseError = ({ status, code, message }: ApiFailure): PublicResponse['error'] => ({
  code: CODES[status] ?? 'server_error',
  message,
  type: code,
});

const CODES: Record<number, string> = { 400: 'invalid_prompt', 422: 'invalid_prompt', 429: 'rate_limit_exceeded' };

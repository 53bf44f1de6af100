import { findRun, isFinal } from '../../bus/index.ts';
import { type Clock, SECOND, systemClock } from '../../core/clock.ts';
import { sha256 } from '../../core/digest.ts';
import { NotFound } from '../../core/errors.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { streamAgentAnswer } from '../agents/run.ts';
import { RunFailed } from '../agents/run-failed.ts';
import { waitingFields, waitingOf } from '../agents/waiting.ts';
import { apiFailureOf } from '../api-failure.ts';
import { collect } from '../collect.ts';
import { messageItem, type PublicResponse, textPart, usageOf } from './responses-object.ts';
import { keptResponse } from './stored-responses.ts';

/**
 * A kept answer as it stands now: one whose run waited for a person is in progress until that run has ended, and then has
 * its outcome. Nothing is awaited, so clients ask again.
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
  const accept = async () => ({ run });
  const call = { session: run.session_id, accept, isContinued: true, stream: false, signal };
  try {
    const { text, usage } = await collect((await streamAgentAnswer(project, call, { clock })).events);
    // The same item, however often it is read.
    const output = [messageItem(`msg_${sha256(id).slice(0, 32)}`, [textPart(text)], 'completed')];
    const at = Math.floor((run.ended_at ?? clock.now()) / SECOND);
    return { ...response, status: 'completed', completed_at: at, output, usage: usageOf(usage) };
  } catch (error) {
    if (!(error instanceof RunFailed)) throw error;
    const { code, message } = apiFailureOf(error);
    const status = error.code === 'run_cancelled' ? 'cancelled' : 'failed';
    return { ...response, status, output: [], usage: null, error: { code, message } };
  }
};

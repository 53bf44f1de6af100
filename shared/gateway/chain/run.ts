import type { Batch } from '../call/batches.ts';
import type { ModelCall, ModelEvent, ToolRequest } from '../call/model-call.ts';
import { ModelError } from '../call/model-error.ts';
import type { Outcome, Recorder } from '../records/finished-call.ts';
import { Trace } from '../records/trace.ts';
import { PolicyRefused } from './errors.ts';
import { answerOf, isWords, piecesOf } from './pieces.ts';
import type { Piece, Policy, Words } from './policy.ts';
import { PolicyStage } from './policy-stage.ts';
import { inTurn, throughStages, wordsOf, wordsThroughStages } from './through-stages.ts';

type Ask = (call: ModelCall) => AsyncGenerator<Batch>;
type End = Extract<ModelEvent, { kind: 'end' }>;

/**
 * A call through its policies: each sees the request in the chain's order, and the answer in the same order. Texts are passed
 * on as they come, calls after the last text. However the call ends (refused, cut by the provider, left by the caller), every
 * policy is closed and the decisions are recorded before the last event, or the error, goes out.
 */
export async function* throughPolicies(
  call: ModelCall,
  policies: readonly Policy[],
  ask: Ask,
  record: Recorder,
): AsyncGenerator<Batch> {
  const trace = new Trace();
  const stages = policies.map((policy) => new PolicyStage(policy, trace, call.signal));
  let outcome: Outcome = 'left';
  let end: End | undefined;
  try {
    const shaped = await requestThroughStages(call, stages);
    for (const stage of stages) stage.beginResponse();
    const last = yield* call.delivery === 'whole' ? buffered(ask(shaped), stages) : streamed(ask(shaped), stages);
    end = withOwnStop(last, call.stop, shaped.stop);
    outcome = 'answered';
  } catch (error) {
    outcome = error instanceof PolicyRefused ? 'refused' : call.signal?.aborted ? 'left' : 'failed';
    throw error;
  } finally {
    for (const stage of stages) await stage.close();
    await record({ call, outcome, trace });
  }
  yield [end];
}

/** The caller is told its own stop sequence, whatever the policies made of it on its way to the model. */
const withOwnStop = ({ stopSequence, ...end }: End, own: string[] = [], shaped: string[] = []): End => {
  const original = stopSequence === undefined ? undefined : own[shaped.indexOf(stopSequence)];
  return original === undefined ? end : { ...end, stopSequence: original };
};

/** The call as the policies change it; the model is not called. */
export const requestThroughStages = async (call: ModelCall, stages: readonly PolicyStage[]): Promise<ModelCall> => {
  const { scope, purpose, agent, session, signal } = call;
  let shaped = call;
  for (const stage of stages) {
    await stage.begin({ scope, purpose, agent, session, signal });
    shaped = await stage.request(shaped);
  }
  return shaped;
};

async function* streamed(batches: AsyncGenerator<Batch>, stages: readonly PolicyStage[]): AsyncGenerator<Batch, End> {
  const calls: Piece[] = [];
  let end: End | undefined;
  for await (const events of batches) {
    const words: Words[] = [];
    for (const event of events) {
      if (event.kind === 'end') end = event;
      else if (event.kind === 'call') calls.push(event);
      else words.push(event);
    }
    yield* wordsThroughStages(stages, words);
  }
  if (!end) throw new ModelError('cut');
  let last = calls;
  for (const [at, stage] of stages.entries()) {
    const out: Piece[] = [];
    out.push(...(await inTurn(stage, last)), ...(await stage.end()));
    // Texts go on at once, because the next policy gets the calls after them.
    const words = wordsOf(await throughStages(stages.slice(at + 1), out.filter(isWords)));
    if (words.length > 0) yield words;
    last = out.filter(({ kind }) => kind === 'call');
  }
  return yield* closing(callsOf(last), end);
}

async function* buffered(batches: AsyncGenerator<Batch>, stages: readonly PolicyStage[]): AsyncGenerator<Batch, End> {
  const pieces: Piece[] = [];
  let end: End | undefined;
  for await (const events of batches) {
    for (const event of events) {
      if (event.kind === 'end') end = event;
      else pieces.push(event);
    }
  }
  if (!end) throw new ModelError('cut');
  let answer = answerOf(pieces);
  for (const stage of stages) answer = await stage.answer(answer);
  const words = wordsOf(piecesOf(answer));
  if (words.length > 0) yield words;
  return yield* closing(answer.calls, end);
}

function* closing(calls: ToolRequest[], end: End): Generator<Batch, End> {
  if (calls.length > 0) yield calls.map((call) => ({ kind: 'call', call }));
  // Policies dropped all of the calls.
  return end.finish === 'tool_calls' && calls.length === 0 ? { ...end, finish: 'stop' } : end;
}

const callsOf = (pieces: readonly Piece[]): ToolRequest[] =>
  pieces.flatMap((piece) => (piece.kind === 'call' ? [piece.call] : []));

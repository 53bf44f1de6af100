import { log } from '../../observability/log.ts';
import type { ModelCall } from '../call/model-call.ts';
import { differenceOf } from '../records/difference.ts';
import { failureSite } from '../records/failure-site.ts';
import type { Phase, Trace } from '../records/trace.ts';
import { type Awaitable, after, isPromise } from './awaitable.ts';
import { PolicyFailed, PolicyRefused } from './errors.ts';
import { answerOf, piecesOf, Transcript } from './pieces.ts';
import type { Answer, Hooks, Piece, Policy, PolicyContext } from './policy.ts';
import { withTimeout } from './timeout.ts';
import { validateAnswer, validateCall, validatePieces } from './validate-result.ts';

/** What a policy may make of an answer, in code units: twice the longest a model may give. */
const MAX_OUTPUT_LENGTH = 2 * 1024 * 1024;

/** One policy at work on one call: its failure mode, its time-out, the check of what it hands back, and the trace of it. */
export class PolicyStage {
  readonly #policy: Policy;
  readonly #trace: Trace;
  readonly #signal: AbortSignal | undefined;
  readonly #known = new Set<string>();
  readonly #input = new Transcript();
  readonly #output = new Transcript();
  #hooks: Hooks = {};
  #phase: Phase = 'request';
  #isOut = false;
  /** Of a policy that only sees whole answers: the answer so far. */
  #buffer: Piece[] = [];

  constructor(policy: Policy, trace: Trace, signal: AbortSignal | undefined) {
    this.#policy = policy;
    this.#trace = trace;
    this.#signal = signal;
  }

  async begin(context: Omit<PolicyContext, 'report'>): Promise<void> {
    const report: PolicyContext['report'] = (finding) => this.#trace.find(this.#policy, this.#phase, finding);
    const nothing: Hooks = {};
    this.#hooks = await this.#try(
      () => this.#policy.begin({ ...context, report }),
      () => nothing,
    );
  }

  async request(call: ModelCall): Promise<ModelCall> {
    const { onRequest } = this.#hooks;
    if (!onRequest || this.#isOut) return call;
    const changed = await this.#try(
      () => after(onRequest(call), (result) => (result === undefined ? call : validateCall(result, call))),
      () => call,
    );
    this.#trace.change(this.#policy, 'request', differenceOf(call, changed));
    return changed;
  }

  /** The answer begins: what is found and decided from here on is about it. */
  answering(): void {
    this.#phase = 'response';
  }

  /** What goes on in place of a piece; at once, where the policy answers at once. */
  piece(piece: Piece): Awaitable<Piece[]> {
    if (piece.kind === 'call') this.#known.add(piece.call.id);
    this.#input.add([piece]);
    const { onStreamEvent, onStreamEnd, onResponse } = this.#hooks;
    const streams = onStreamEvent !== undefined || onStreamEnd !== undefined;
    if (this.#isOut || (!streams && !onResponse)) return this.#pass([piece]);
    if (!streams) {
      this.#buffer.push(piece);
      return [];
    }
    if (!onStreamEvent) return this.#pass([piece]);
    const pieces = this.#try(
      () => after(onStreamEvent(piece), (made) => this.#checked(made)),
      () => [...this.#held(), piece],
    );
    return after(pieces, (made) => this.#pass(made));
  }

  async end(): Promise<Piece[]> {
    const { onStreamEvent, onStreamEnd, onResponse } = this.#hooks;
    let last: Piece[] = [];
    if (!this.#isOut && onStreamEnd) {
      last = await this.#try(
        () => after(onStreamEnd(), (made) => this.#checked(made)),
        () => this.#held(),
      );
    } else if (!this.#isOut && onResponse && !onStreamEvent) {
      last = piecesOf(await this.#whole(onResponse, answerOf(this.#buffer)));
      this.#buffer = [];
    }
    this.#pass(last);
    this.#compare();
    return last;
  }

  /** A whole answer at once. */
  async answer(answer: Answer): Promise<Answer> {
    const { onResponse } = this.#hooks;
    if (!this.#isOut && onResponse) {
      for (const { id } of answer.calls) this.#known.add(id);
      this.#input.add(piecesOf(answer));
      const changed = await this.#whole(onResponse, answer);
      this.#pass(piecesOf(changed));
      this.#compare();
      return changed;
    }
    const pieces: Piece[] = [];
    for (const piece of piecesOf(answer)) pieces.push(...(await this.piece(piece)));
    return answerOf([...pieces, ...(await this.end())]);
  }

  /** A policy that cannot tidy up has done its work all the same. */
  async close(): Promise<void> {
    const { close } = this.#hooks;
    if (!close) return;
    try {
      await withTimeout(this.#policy.timeout, undefined, close);
    } catch (error) {
      log.error('A policy did not close.', { policy: this.#policy.name, ...failureSite(error) });
    }
  }

  #whole(onResponse: NonNullable<Hooks['onResponse']>, answer: Answer): Awaitable<Answer> {
    return this.#try(
      () => after(onResponse(answer), (changed) => validateAnswer(changed ?? answer, this.#known)),
      () => answer,
    );
  }

  #checked(pieces: unknown): Piece[] {
    const sound = validatePieces(pieces, this.#known);
    const length = sound.reduce((sum, piece) => sum + (piece.kind === 'text' ? piece.text.length : 0), 0);
    if (this.#output.length + length > MAX_OUTPUT_LENGTH) throw new Error('The policy makes the answer endless.');
    return sound;
  }

  /** What the policy had not let go when it failed. Where nobody can say, it cannot be left out: the answer would have a hole. */
  #held(): Piece[] {
    const { held, onStreamEnd } = this.#hooks;
    if (held) return validatePieces(held(), this.#known);
    if (onStreamEnd) throw new Error('What the policy held back is lost.');
    return [];
  }

  #pass(pieces: Piece[]): Piece[] {
    this.#output.add(pieces);
    return pieces;
  }

  #compare(): void {
    const [text, calls] = this.#input.shown();
    const [newText, newCalls] = this.#output.shown();
    this.#trace.change(
      this.#policy,
      'response',
      [
        { place: 'text', before: text, after: newText },
        { place: 'calls', before: calls, after: newCalls },
      ].filter(({ before, after }) => before !== after),
    );
  }

  #try<T>(work: () => Awaitable<T>, without: () => T): Awaitable<T> {
    try {
      const result = withTimeout(this.#policy.timeout, this.#signal, work);
      return isPromise(result) ? result.catch((error: unknown) => this.#failed(error, without)) : result;
    } catch (error) {
      return this.#failed(error, without);
    }
  }

  /** What takes the place of the result; throws when the call cannot go on. */
  #failed<T>(error: unknown, without: () => T): T {
    this.#signal?.throwIfAborted();
    const { name, kind, failure } = this.#policy;
    const decision = { policy: name, kind, phase: this.#phase };
    if (error instanceof PolicyRefused) {
      this.#trace.decide({ ...decision, action: 'refused' });
      throw error;
    }
    log.warn('A policy failed.', { policy: name, failure, ...failureSite(error) });
    this.#isOut = true;
    const substitute = failure === 'open' ? this.#leftOut(without) : undefined;
    this.#trace.decide({ ...decision, action: substitute ? 'left_out' : 'failed' });
    if (!substitute) throw new PolicyFailed(name, error);
    return substitute.value;
  }

  #leftOut<T>(without: () => T): { value: T } | undefined {
    try {
      return { value: without() };
    } catch (error) {
      log.warn('A policy cannot be left out.', { policy: this.#policy.name, ...failureSite(error) });
      return undefined;
    }
  }
}

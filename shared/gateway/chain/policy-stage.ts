import type { ModelCall } from '../call/model-call.ts';
import { differenceOf } from '../records/difference.ts';
import type { Trace } from '../records/trace.ts';
import { type Awaitable, after } from './awaitable.ts';
import { answerOf, piecesOf, Transcript } from './pieces.ts';
import type { Answer, Hooks, Piece, Policy, PolicyContext } from './policy.ts';
import { PolicyGuard } from './policy-guard.ts';
import { PolicyContractError, validateAnswer, validateCall, validatePieces } from './validate-result.ts';

/** What a policy may make of an answer, in code units: twice the longest a model may give. */
const MAX_OUTPUT_LENGTH = 2 * 1024 * 1024;

/** One policy at work on one call: what it gets, the check of what it returns, and the trace of what it changed. */
export class PolicyStage {
  readonly #policy: Policy;
  readonly #trace: Trace;
  readonly #guard: PolicyGuard;
  /** Ids of the calls that the model made. */
  readonly #callIds = new Set<string>();
  readonly #input = new Transcript();
  readonly #output = new Transcript();
  #hooks: Hooks = {};
  /** Of a policy that only sees whole answers: the answer so far. */
  #buffer: Piece[] = [];

  constructor(policy: Policy, trace: Trace, signal: AbortSignal | undefined) {
    this.#policy = policy;
    this.#trace = trace;
    this.#guard = new PolicyGuard(policy, trace, signal);
  }

  async begin(context: Omit<PolicyContext, 'report'>): Promise<void> {
    const report: PolicyContext['report'] = (finding) => this.#trace.find(this.#policy, this.#guard.phase, finding);
    const nothing: Hooks = {};
    this.#hooks = await this.#guard.run(
      () => this.#policy.begin({ ...context, report }),
      () => nothing,
    );
  }

  async request(call: ModelCall): Promise<ModelCall> {
    const { onRequest } = this.#hooks;
    if (!onRequest || this.#guard.isLeftOut) return call;
    const changed = await this.#guard.run(
      () => after(onRequest(call), (result) => (result === undefined ? call : validateCall(result, call))),
      () => call,
    );
    this.#trace.change(this.#policy, 'request', differenceOf(call, changed));
    return changed;
  }

  /** The answer begins: findings and decisions from here on are about it. */
  beginResponse(): void {
    this.#guard.phase = 'response';
  }

  /** The pieces that go on in place of this one; without a promise where the policy answers without one. */
  piece(piece: Piece): Awaitable<Piece[]> {
    if (piece.kind === 'call') this.#callIds.add(piece.call.id);
    this.#input.add([piece]);
    const { onStreamEvent, onStreamEnd, onResponse } = this.#hooks;
    const streams = onStreamEvent !== undefined || onStreamEnd !== undefined;
    if (this.#guard.isLeftOut || (!streams && !onResponse)) return this.#pass([piece]);
    if (!streams) {
      this.#buffer.push(piece);
      return [];
    }
    if (!onStreamEvent) return this.#pass([piece]);
    const pieces = this.#guard.run(
      () => after(onStreamEvent(piece), (made) => this.#checked(made)),
      () => [...this.#held(), piece],
    );
    return after(pieces, (made) => this.#pass(made));
  }

  async end(): Promise<Piece[]> {
    const { onStreamEvent, onStreamEnd, onResponse } = this.#hooks;
    let last: Piece[] = [];
    if (!this.#guard.isLeftOut && onStreamEnd) {
      last = await this.#guard.run(
        () => after(onStreamEnd(), (made) => this.#checked(made)),
        () => this.#held(),
      );
    } else if (!this.#guard.isLeftOut && onResponse && !onStreamEvent) {
      last = piecesOf(await this.#whole(onResponse, answerOf(this.#buffer)));
      this.#buffer = [];
    }
    this.#pass(last);
    this.#compare();
    return last;
  }

  /** A whole answer in one step. */
  async answer(answer: Answer): Promise<Answer> {
    const { onResponse } = this.#hooks;
    if (!this.#guard.isLeftOut && onResponse) {
      for (const { id } of answer.calls) this.#callIds.add(id);
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

  async close(): Promise<void> {
    const { close } = this.#hooks;
    if (close) await this.#guard.close(close);
  }

  #whole(onResponse: NonNullable<Hooks['onResponse']>, answer: Answer): Awaitable<Answer> {
    return this.#guard.run(
      () => after(onResponse(answer), (changed) => validateAnswer(changed ?? answer, this.#callIds)),
      () => answer,
    );
  }

  #checked(made: unknown): Piece[] {
    const pieces = validatePieces(made, this.#callIds);
    const length = pieces.reduce((sum, piece) => sum + (piece.kind === 'call' ? 0 : piece.text.length), 0);
    if (this.#output.length + length > MAX_OUTPUT_LENGTH) {
      throw new PolicyContractError(`the answer must have at most ${MAX_OUTPUT_LENGTH} code units`);
    }
    return pieces;
  }

  /** Pieces still buffered by the failed policy. Without `held()` they are lost, so the policy cannot be skipped. */
  #held(): Piece[] {
    const { held, onStreamEnd } = this.#hooks;
    if (held) return validatePieces(held(), this.#callIds);
    if (onStreamEnd) throw new PolicyContractError('the pieces the policy held back are lost');
    return [];
  }

  #pass(pieces: Piece[]): Piece[] {
    this.#output.add(pieces);
    return pieces;
  }

  #compare(): void {
    const before = this.#input.parts();
    const after = this.#output.parts();
    const changes = (['text', 'reasoning', 'calls'] as const).map((part) => ({
      place: part,
      before: before[part],
      after: after[part],
    }));
    this.#trace.change(
      this.#policy,
      'response',
      changes.filter((change) => change.before !== change.after),
    );
  }
}

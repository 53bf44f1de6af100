import { matchesModel } from '../../core/model-pattern.ts';
import type { ModelCall, ModelEvent } from '../call/model-call.ts';
import { ModelError, type ModelErrorReason } from '../call/model-error.ts';
import { streamChat } from '../providers/chat.ts';
import type { EmbedCall, Embeddings } from '../providers/embed.ts';
import { embedAll } from '../providers/openai/embed.ts';
import type { Timeouts } from '../settings/provider.ts';
import type { ProviderSettings, StreamTimeouts, Upstream } from '../settings/upstreams.ts';
import type { HealthVerdict } from './breaker.ts';
import { type Candidate, candidatesFor } from './candidates.ts';
import type { Latency } from './latency.ts';
import { observeLatency } from './observe-latency.ts';
import { type Service, UpstreamStates } from './states.ts';
import { unsupportedByChat, unsupportedByEmbeddings } from './unsupported.ts';

/** Another upstream or model may do better with the very same request. Those left out are the request's own fault. */
const WORTH_ANOTHER_UPSTREAM: readonly ModelErrorReason[] = [
  'timeout',
  'rate_limited',
  'unavailable',
  'malformed',
  'cut',
  'unknown_model',
  'unauthorized',
  'quota',
];

/** The upstream does not do its work. One that limits, or refuses a request, does. */
const UNHEALTHY: readonly ModelErrorReason[] = ['timeout', 'unavailable', 'malformed', 'cut', 'unauthorized', 'quota'];

/** Asks one upstream after another until one answers. What is learnt of them stays with it. */
export class Upstreams {
  readonly #states: UpstreamStates;

  constructor(states = new UpstreamStates()) {
    this.#states = states;
  }

  /**
   * The answer of the first upstream that gives one. Once a part of an answer went out there is no going back: what fails
   * then fails for good.
   */
  async *chat(
    call: ModelCall,
    models: string[],
    settings: ProviderSettings,
    patience: Timeouts,
  ): AsyncGenerator<ModelEvent> {
    const failures: ModelError[] = [];
    for (const stop of candidatesFor(settings, models)) {
      const tell = this.#admitted(stop, 'chat', failures, unsupportedByChat(call, stop.upstream));
      if (!tell) continue;
      const latency = this.#states.latency(stop.upstream, stop.model);
      const silence = adaptiveTimeouts(stop, patience, latency);
      let begun = false;
      let verdict: HealthVerdict = 'unknown';
      try {
        const asked = { ...call, model: stop.model };
        for await (const event of observeLatency(
          streamChat(asked, stop.upstream, withStreamTimeouts(patience, silence)),
          latency,
        )) {
          begun = true;
          if (event.kind === 'end') verdict = 'well';
          yield event;
        }
        return;
      } catch (error) {
        if (verdict !== 'well') verdict = verdictOn(error);
        failures.push(begun ? raise(error) : elsewhere(error));
      } finally {
        tell(verdict);
      }
    }
    throw mostUsefulFailure(failures);
  }

  /** Vectors of one model mean nothing to another, so only upstreams with this very model are asked. */
  async embed(call: EmbedCall, model: string, settings: ProviderSettings, patience: Timeouts): Promise<Embeddings> {
    const failures: ModelError[] = [];
    for (const stop of candidatesFor(settings, [model])) {
      const tell = this.#admitted(stop, 'embeddings', failures, unsupportedByEmbeddings(stop.upstream));
      if (!tell) continue;
      const silence = configuredTimeouts(stop, patience);
      let verdict: HealthVerdict = 'unknown';
      try {
        const answer = await embedAll({ ...call, model }, stop.upstream, withStreamTimeouts(patience, silence));
        verdict = 'well';
        return answer;
      } catch (error) {
        verdict = verdictOn(error);
        failures.push(elsewhere(error));
      } finally {
        tell(verdict);
      }
    }
    throw mostUsefulFailure(failures);
  }

  #admitted(
    { upstream }: Candidate,
    service: Service,
    failures: ModelError[],
    obstacle: ModelError | undefined,
  ): ((verdict: HealthVerdict) => void) | undefined {
    if (obstacle) {
      failures.push(obstacle);
      return undefined;
    }
    const entry = this.#states.breaker(upstream, service).admit();
    if (entry.admitted) return entry.tell;
    failures.push(new ModelError('unavailable', { retryAfter: Math.ceil(entry.wait / 1_000) }));
    return undefined;
  }
}

const raise = (error: unknown): never => {
  throw error;
};

const elsewhere = (error: unknown): ModelError =>
  error instanceof ModelError && WORTH_ANOTHER_UPSTREAM.includes(error.reason) ? error : raise(error);

/** What is no outcome of a model, such as a caller who has gone, says nothing of it. */
const verdictOn = (error: unknown): HealthVerdict =>
  error instanceof ModelError ? (UNHEALTHY.includes(error.reason) ? 'ill' : 'well') : 'unknown';

/** One that is worth another try, if there is one: the upstream that was asked first may be back by then. */
const mostUsefulFailure = (failures: ModelError[]): ModelError =>
  failures.find(({ kind }) => kind === 'temporary') ?? failures[0] ?? new ModelError('unknown_model');

const configuredTimeouts = (
  { upstream, model }: Candidate,
  { firstByte: timeout, idle = timeout }: Timeouts,
): StreamTimeouts => {
  const own = ofModel(upstream, model);
  return { firstByte: own.firstByte ?? timeout, idle: own.idle ?? idle };
};

const withStreamTimeouts = (patience: Timeouts, { firstByte: first, idle }: StreamTimeouts): Timeouts => ({
  ...patience,
  firstByte: first,
  idle,
});

/** The same, adapted to how long this model has lately taken. */
const adaptiveTimeouts = (
  stop: Candidate,
  patience: Timeouts,
  latency: { first: Latency; idle: Latency },
): StreamTimeouts => {
  const { firstByte: first, idle } = configuredTimeouts(stop, patience);
  return { firstByte: latency.first.timeout(first), idle: latency.idle.timeout(idle) };
};

const ofModel = ({ timeouts }: Upstream, model: string): Partial<StreamTimeouts> =>
  timeouts.find(([pattern]) => matchesModel(pattern, model))?.[1] ?? {};

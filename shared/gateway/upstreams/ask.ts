import { matchesModel } from '../../core/model-pattern.ts';
import type { ModelCall, ModelEvent } from '../call/model-call.ts';
import { ModelError, type ModelErrorReason } from '../call/model-error.ts';
import { streamChat } from '../providers/chat.ts';
import type { EmbedCall, Embeddings } from '../providers/embed.ts';
import { embedAll } from '../providers/openai/embed.ts';
import type { Patience } from '../settings/provider.ts';
import type { ProviderSettings, Silence, Upstream } from '../settings/upstreams.ts';
import type { Verdict } from './breaker.ts';
import type { Latency } from './latency.ts';
import { obstacleToChat, obstacleToEmbedding } from './obstacles.ts';
import { routeOf, type Stop } from './route.ts';
import { type Service, States } from './states.ts';
import { watched } from './watched.ts';

/** Another upstream or model may do better with the very same request. Those left out are the request's own fault. */
const ELSEWHERE: readonly ModelErrorReason[] = [
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
const ILL: readonly ModelErrorReason[] = ['timeout', 'unavailable', 'malformed', 'cut', 'unauthorized', 'quota'];

/** Asks one upstream after another until one answers. What is learnt of them stays with it. */
export class Upstreams {
  readonly #states: States;

  constructor(states = new States()) {
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
    patience: Patience,
  ): AsyncGenerator<ModelEvent> {
    const failures: ModelError[] = [];
    for (const stop of routeOf(settings, models)) {
      const tell = this.#admitted(stop, 'chat', failures, obstacleToChat(call, stop.upstream));
      if (!tell) continue;
      const latency = this.#states.latency(stop.upstream, stop.model);
      const silence = silenceFor(stop, patience, latency);
      let begun = false;
      let verdict: Verdict = 'unknown';
      try {
        const asked = { ...call, model: stop.model };
        for await (const event of watched(streamChat(asked, stop.upstream, withSilence(patience, silence)), latency)) {
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
    throw worstOf(failures);
  }

  /** Vectors of one model mean nothing to another, so only upstreams with this very model are asked. */
  async embed(call: EmbedCall, model: string, settings: ProviderSettings, patience: Patience): Promise<Embeddings> {
    const failures: ModelError[] = [];
    for (const stop of routeOf(settings, [model])) {
      const tell = this.#admitted(stop, 'embeddings', failures, obstacleToEmbedding(stop.upstream));
      if (!tell) continue;
      const silence = configured(stop, patience);
      let verdict: Verdict = 'unknown';
      try {
        const answer = await embedAll({ ...call, model }, stop.upstream, withSilence(patience, silence));
        verdict = 'well';
        return answer;
      } catch (error) {
        verdict = verdictOn(error);
        failures.push(elsewhere(error));
      } finally {
        tell(verdict);
      }
    }
    throw worstOf(failures);
  }

  #admitted(
    { upstream }: Stop,
    service: Service,
    failures: ModelError[],
    obstacle: ModelError | undefined,
  ): ((verdict: Verdict) => void) | undefined {
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
  error instanceof ModelError && ELSEWHERE.includes(error.reason) ? error : raise(error);

/** What is no outcome of a model, such as a caller who has gone, says nothing of it. */
const verdictOn = (error: unknown): Verdict =>
  error instanceof ModelError ? (ILL.includes(error.reason) ? 'ill' : 'well') : 'unknown';

/** One that is worth another try, if there is one: the upstream that was asked first may be back by then. */
const worstOf = (failures: ModelError[]): ModelError =>
  failures.find(({ kind }) => kind === 'temporary') ?? failures[0] ?? new ModelError('unknown_model');

const configured = ({ upstream, model }: Stop, { timeout, idle = timeout }: Patience): Silence => {
  const own = ofModel(upstream, model);
  return { first: own.first ?? timeout, idle: own.idle ?? idle };
};

const withSilence = (patience: Patience, { first, idle }: Silence): Patience => ({ ...patience, timeout: first, idle });

/** The same, adapted to how long this model has lately taken. */
const silenceFor = (stop: Stop, patience: Patience, latency: { first: Latency; idle: Latency }): Silence => {
  const { first, idle } = configured(stop, patience);
  return { first: latency.first.timeout(first), idle: latency.idle.timeout(idle) };
};

const ofModel = ({ timeouts }: Upstream, model: string): Partial<Silence> =>
  timeouts.find(([pattern]) => matchesModel(pattern, model))?.[1] ?? {};

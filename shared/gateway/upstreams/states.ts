import { LRUCache } from 'lru-cache';
import { type Clock, systemClock } from '../../core/clock.ts';
import type { Random } from '../../core/jitter.ts';
import { Breaker, type OnTurn } from './breaker.ts';
import { Latency, type ModelLatency } from './latency.ts';

/** Chat may be down while embeddings are not. */
export type Service = 'chat' | 'embeddings';

/** What a container has learnt about the upstreams in use: nothing but numbers. */
export class UpstreamStates {
  readonly #breakers = new LRUCache<string, Breaker>({ max: 500 });
  readonly #latencies = new LRUCache<string, ModelLatency>({ max: 500 });
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #onTurn: OnTurn;

  constructor(clock: Clock = systemClock, random: Random = Math.random, onTurn: OnTurn = () => undefined) {
    this.#onTurn = onTurn;
    this.#clock = clock;
    this.#random = random;
  }

  /** One for each model: a server may have one model down, or too slow for it, while its others answer. */
  breaker(upstream: { name: string; baseUrl: string }, service: Service, model: string): Breaker {
    const make = () => new Breaker(this.#clock, this.#random, this.#onTurn);
    return remembered(this.#breakers, named(upstream, `${service} ${model}`), make);
  }

  latency(upstream: { name: string; baseUrl: string }, model: string): ModelLatency {
    const make = () => ({ firstByte: new Latency(), idle: new Latency() });
    return remembered(this.#latencies, named(upstream, model), make);
  }
}

const named = ({ name, baseUrl }: { name: string; baseUrl: string }, of: string): string =>
  JSON.stringify([name, baseUrl, of]);

const remembered = <T extends object>(known: LRUCache<string, T>, name: string, make: () => T): T => {
  const found = known.get(name);
  if (found) return found;
  const made = make();
  known.set(name, made);
  return made;
};

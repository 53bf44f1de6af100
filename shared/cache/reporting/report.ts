import { ALARMING_LINES } from '../../core/alarming-lines.ts';
import { type Clock, MINUTE, systemClock } from '../../core/clock.ts';
import type { Random } from '../../core/jitter.ts';
import { addCounts, COUNTER_SHARDS, type Counts } from '../../metrics/index.ts';
import { log } from '../../observability/log.ts';
import type { CacheFigures } from '../figures.ts';
import { noteOf, writeNote } from './container-note.ts';
import { countsOf, since } from './counts.ts';
import { hitsCollapsed, turnedOver } from './warnings.ts';

/** Two writes a minute, and none by a container whose cache nobody asks. */
const EVERY = MINUTE;

type Options = {
  cache: { figures(): CacheFigures };
  /** Names this container among those whose figures are added up. */
  container: string;
  clock?: Clock;
  random?: Random;
};

/** Adds what a container's cache counted to the figures of the deployment, and warns of what an operator should know. */
export class Reporter {
  readonly #cache: Options['cache'];
  readonly #container: string;
  readonly #clock: Clock;
  readonly #shard: number;
  #reportedAt: number;
  #reported: Counts = {};

  constructor({ cache, container, clock = systemClock, random = Math.random }: Options) {
    this.#cache = cache;
    this.#container = container;
    this.#clock = clock;
    this.#shard = Math.floor(random() * COUNTER_SHARDS);
    this.#reportedAt = clock.now();
  }

  /**
   * For the end of an invocation; most times there is nothing to do. Never fails: figures must not cost anybody an answer.
   * What could not be added is added with the next; a container that is reaped takes at most a minute's figures with it.
   */
  async report(): Promise<void> {
    const now = this.#clock.now();
    // A clock that was put back does not keep it waiting.
    if (now >= this.#reportedAt && now < this.#reportedAt + EVERY) return;
    const figures = this.#cache.figures();
    const counts = countsOf(figures);
    const news = since(this.#reported, counts);
    if (Object.keys(news).length === 0) return;
    // Another invocation may end while this one writes.
    this.#reportedAt = now;
    const before = this.#reported;
    this.#reported = counts;
    const watched = { before, news, entries: figures.memory.entries };
    if (hitsCollapsed(watched)) log.warn(ALARMING_LINES.cacheHitsCollapsed, { bytes: figures.memory.bytes });
    if (turnedOver(watched)) log.warn(ALARMING_LINES.cacheTurnsOver, { bytes: figures.memory.bytes });
    try {
      await addCounts(news, this.#shard);
    } catch (error) {
      this.#reported = before;
      log.warn('cache figures not written', { error: error as Error });
      return;
    }
    await writeNote(this.#container, noteOf(figures, now)).catch((error: Error) =>
      log.warn('cache note not written', { error }),
    );
  }
}

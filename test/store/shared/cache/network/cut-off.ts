import * as z from 'zod';
import { Cache, type Keep, objectsLevel } from '../../../../../shared/cache/index.ts';
import { MINUTE, SECOND } from '../../../../../shared/core/clock.ts';
import { pause } from '../../../../../shared/core/jitter.ts';
import type { UserScope } from '../../../../../shared/core/scope.ts';
import { type Chance, chanceOf } from '../../../../support/chance.ts';
import type { CallFault } from '../../../../support/fault-proxy.ts';
import { HandClock, somebody } from '../in-cache.ts';
import type { Door, Links } from './links.ts';

type Text = { owner: string; number: number; padding: string };

const TAG = 'texts';

/** What fits into the table, and what does not and lies in the bucket alone. */
const PADDINGS = { small: '', large: '.'.repeat(70_000) };
type Size = keyof typeof PADDINGS;

const kept: Keep<Text> = {
  schema: z.object({ owner: z.string(), number: z.number(), padding: z.string() }),
  ttl_s: 3_600,
  grace_s: 600,
  lease_s: 5,
  tags: [TAG],
  early_refresh: 0,
  level: 'persistent',
};

const ACTS = ['read', 'read', 'read', 'read', 'second', 'delete', 'delete by tag', 'write through', 'restart'] as const;
/** Of a line: mostly it works. */
const FAULTS: readonly (CallFault | undefined)[] = [
  ...[undefined, undefined, undefined, undefined],
  ...(['refuse', 'drop', 'lose reply'] as const),
  { answer: '<html></html>' },
  { lateMs: 2 },
  { lateMs: 30 },
];

type Must = Record<string, number>;
type Container = { cache: Cache; faults: Map<Door, CallFault | undefined>; must: Must };

/**
 * Containers that act one after the other, each with lines of its own to the table and the bucket which fail and work again
 * as chance has it. Whatever a container was told, or another was told a second ago, it must go by.
 */
export class CutOff {
  readonly #chance: Chance;
  readonly #links: Links;
  readonly #size: Size;
  readonly #clock = new HandClock();
  readonly #people: readonly UserScope[] = [somebody(), somebody()];
  readonly #truth: Must = {};
  #told: Must = {};
  readonly #containers: Container[];
  readonly wrong: string[] = [];
  reads = 0;
  kept = 0;

  constructor(links: Links, { seed, size }: { seed: number; size: Size }) {
    this.#chance = chanceOf(seed);
    this.#links = links;
    this.#size = size;
    this.#containers = [0, 1, 2].map(() => ({ cache: this.#started(), faults: new Map(), must: {} }));
  }

  #started(): Cache {
    return new Cache({
      clock: this.#clock,
      uptime: () => this.#clock.at,
      random: () => this.#chance.next(),
      // Whoever waits sees time pass, so that a lease which nobody holds any more ends.
      pause: async (milliseconds) => this.#clock.pass(milliseconds),
      // A busy machine is no outage.
      patience_ms: MINUTE,
      persistent: objectsLevel({ clock: this.#clock }),
    });
  }

  async act(times: number): Promise<void> {
    for (let time = 0; time < times; time += 1) {
      const container = this.#chance.one(this.#containers);
      if (this.#chance.happens(0.3)) {
        container.faults.set(this.#chance.one(['dynamodb', 'services']), this.#chance.one(FAULTS));
      }
      await this.#through(container, () => this.#act(container));
    }
  }

  /** All lines work again, and somebody tells everybody. */
  async heal(): Promise<void> {
    for (const { faults } of this.#containers) faults.clear();
    while (this.#links.proxy.busy) await pause(1);
    this.passTime(MINUTE);
    const teller: Container = { cache: this.#started(), faults: new Map(), must: {} };
    for (const scope of this.#people) {
      await this.#through(teller, () => this.#change(teller.cache, scope, 'delete'));
      this.#told = { ...this.#told, [scope.userId]: this.#truth[scope.userId] ?? 0 };
    }
    this.passTime(SECOND);
    for (const container of [teller, ...this.#containers]) {
      for (const scope of this.#people) await this.#through(container, () => this.#read(container, scope));
    }
  }

  passTime(milliseconds: number): void {
    this.#clock.pass(milliseconds);
    for (const { must } of this.#containers) Object.assign(must, this.#told);
  }

  async #through(container: Container, act: () => Promise<void>): Promise<void> {
    this.#links.works();
    for (const [door, fault] of container.faults) if (fault !== undefined) this.#links.fail(door, fault);
    await act();
    this.#links.works();
  }

  async #act(container: Container): Promise<void> {
    const act = this.#chance.one(ACTS);
    const scope = this.#chance.one(this.#people);
    if (act === 'read') return this.#read(container, scope);
    if (act === 'second') return this.passTime(SECOND);
    if (act === 'restart') {
      container.cache = this.#started();
      // It begins with nothing, and so goes by all that was told before.
      Object.assign(container.must, this.#told);
      return;
    }
    try {
      await this.#change(container.cache, scope, act);
      const number = this.#truth[scope.userId] ?? 0;
      container.must = { ...container.must, [scope.userId]: number };
      this.#told = { ...this.#told, [scope.userId]: number };
    } catch {
      // Nobody was told, and whoever made the change knows it.
    }
  }

  async #change(cache: Cache, scope: UserScope, act: 'delete' | 'delete by tag' | 'write through'): Promise<void> {
    const change = async (): Promise<Text> => {
      this.#truth[scope.userId] = (this.#truth[scope.userId] ?? 0) + 1;
      return this.#text(scope);
    };
    if (act === 'write through') return void (await cache.writeThrough(scope, 'text', kept, change));
    await change();
    await (act === 'delete' ? cache.delete(scope, 'text') : cache.deleteByTag(scope, TAG));
  }

  #text({ userId }: UserScope): Text {
    return { owner: userId, number: this.#truth[userId] ?? 0, padding: PADDINGS[this.#size] };
  }

  async #read({ cache, must }: Container, scope: UserScope): Promise<void> {
    let isLoaded = false;
    const { owner, number } = await cache.getOrLoad(scope, 'text', kept, async () => {
      isLoaded = true;
      return this.#text(scope);
    });
    this.reads += 1;
    if (!isLoaded) this.kept += 1;
    const least = must[scope.userId] ?? 0;
    if (owner !== scope.userId) this.wrong.push(`what is ${owner}'s was read by ${scope.userId}`);
    if (number < least) this.wrong.push(`${number} was read after ${least} was told`);
  }
}

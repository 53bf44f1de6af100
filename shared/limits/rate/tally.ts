import { epochSeconds, SECOND } from '../../core/clock.ts';
import { getItem, type Item, type Key, SCHEMA_VERSION, updateItem } from '../../store/index.ts';
import { type Counts, WINDOW, windowAt } from './window.ts';

/** So many requests are told to the table at once: at most a tenth of a write each. */
const TOLD_AT_ONCE = 10;
/** So many requests of a minute need no knowledge of what other containers had: whoever asks now and then costs no read. */
const UNASKED = 2;
const FRESH_FOR = SECOND;

/** How often each kind of request was made: every one, those of heavy operations, and those with each API key. */
export type Kinds = readonly string[];

/**
 * The requests of one minute from one user, or one network, as one container knows them: its own exactly, those of others as the table last said.
 * Ten at a time are told to the table, and the table is asked again when what it said is a second old.
 *
 * So with n containers at most nine requests of each are unknown to the others, besides those of the last second, and the two that
 * a new one may admit before it asks at all. What a container had itself in the minute before it knows exactly.
 */
export class Tally {
  readonly window: number;
  readonly #keyAt: (minute: number) => Key;
  readonly #own = new Map<string, number>();
  readonly #told = new Map<string, number>();
  #others = new Map<string, number>();
  /** The minute before: what this container had then, and what others had as the table says. */
  #former: Tally | undefined;
  #othersBefore: Map<string, number> | undefined;
  #askedAt = Number.NEGATIVE_INFINITY;
  #asking: Promise<void> | undefined;

  /** `keyAt`: where a minute's are counted; `former`: the last tally of the same, of whichever minute. */
  constructor(keyAt: (minute: number) => Key, now: number, former?: Tally) {
    this.#keyAt = keyAt;
    this.window = windowAt(now);
    this.#former = former?.window === this.window - 1 ? former : undefined;
    if (this.#former) this.#former.#former = undefined;
  }

  countsOf(kind: string): Counts {
    const before = this.#former ? this.#former.countWith(this.#othersBefore, kind) : this.#othersBefore?.get(kind);
    return { current: this.countWith(this.#others, kind), before: before ?? 0 };
  }

  /** Its own exactly, and those of others: by default as it knew them last. */
  countWith(others: ReadonlyMap<string, number> | undefined, kind: string): number {
    return (this.#own.get(kind) ?? 0) + ((others ?? this.#others).get(kind) ?? 0);
  }

  /** Learns what other containers had, if that may matter by now. */
  async refresh(kinds: Kinds, now: number): Promise<void> {
    const own = Math.max(...kinds.map((kind) => this.#own.get(kind) ?? 0));
    if (own < UNASKED || now - this.#askedAt < FRESH_FOR) return;
    this.#asking ??= this.#ask(now).finally(() => {
      this.#asking = undefined;
    });
    await this.#asking;
  }

  /** Counts a request that was admitted. */
  async add(kinds: Kinds, now: number): Promise<void> {
    for (const kind of kinds) this.#own.set(kind, (this.#own.get(kind) ?? 0) + 1);
    const [every = ''] = kinds;
    if ((this.#own.get(every) ?? 0) % TOLD_AT_ONCE === 0) await this.#tell(now);
  }

  async #ask(now: number): Promise<void> {
    const [current, before] = await Promise.all([
      getItem(this.#keyAt(this.window)),
      this.#othersBefore ? undefined : getItem(this.#keyAt(this.window - 1)),
    ]);
    this.#askedAt = now;
    this.#others = this.#othersIn(current);
    this.#othersBefore ??= this.#former ? this.#former.#othersIn(before) : countsIn(before);
  }

  async #tell(now: number): Promise<void> {
    const news = [...this.#own].map(([kind, own]) => [kind, own - (this.#told.get(kind) ?? 0)] as const);
    for (const [kind, more] of news) this.#told.set(kind, (this.#told.get(kind) ?? 0) + more);
    const expiresAt = epochSeconds((this.window + 3) * WINDOW);
    const counted = await updateItem(this.#keyAt(this.window), additionOf(news), {
      values: {
        ...Object.fromEntries(news.map(([, more], at) => [`n${at}`, more])),
        expires_at: expiresAt,
        v: SCHEMA_VERSION,
      },
    });
    this.#askedAt = now;
    if (counted.ok) this.#others = this.#othersIn(counted.item);
  }

  /** What the table has of this minute, without what this container told it. */
  #othersIn(item: Item | undefined): Map<string, number> {
    return new Map(
      [...countsIn(item)].map(([kind, count]) => [kind, Math.max(0, count - (this.#told.get(kind) ?? 0))]),
    );
  }
}

/** Kinds are names of our own or ids of keys, so they may stand in an expression. */
const additionOf = (news: readonly (readonly [string, number])[]): string =>
  `add ${news.map(([kind], at) => `#${kind} :n${at}`).join(', ')} set #expires_at = :expires_at, #v = :v`;

const NOT_COUNTS = new Set(['expires_at', 'v']);

const countsIn = (item: Item | undefined): Map<string, number> =>
  new Map(
    Object.entries(item ?? {}).flatMap(([kind, count]) =>
      typeof count === 'number' && !NOT_COUNTS.has(kind) ? [[kind, count] as const] : [],
    ),
  );

import { createHmac } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { ALARMING_LINES } from '../../core/alarming-lines.ts';
import { type Clock, epochSeconds, SECOND } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { log } from '../../observability/log.ts';
import { getItem, putItem, SCHEMA_VERSION, sessionKeys } from '../../store/index.ts';
import { sealWith, unsealWith } from '../../vault/index.ts';
import { derivedKey, sessionContext, sessionKeyPart } from '../placeholder-store/session-key.ts';
import { type BlockLimits, NEARLY_FULL } from './settings.ts';
import { storedBlocksSchema } from './stored-blocks.ts';

const unchanged = 'attribute_not_exists(#pk) or #revision = :revision or #expires_at <= :seconds';

/**
 * Caches results of work on the blocks of one session's context, so that a repeated block costs nothing. A block is named by
 * an HMAC under the session's own key: equal contents in two sessions have unrelated names, and no name reveals its content.
 * Results hold offsets and verdicts, never contents.
 */
export class SessionBlocks {
  readonly #scope: ProjectScope;
  readonly #session: string;
  readonly #limits: BlockLimits;
  readonly #clock: Clock;
  readonly #names: Buffer;
  readonly #results: Buffer;
  readonly #kept: LRUCache<string, string>;
  #revision = 0;
  #flushed: number;
  #dirty = false;
  hits = 0;
  misses = 0;

  private constructor(scope: ProjectScope, session: string, key: Uint8Array, limits: BlockLimits, clock: Clock) {
    this.#scope = scope;
    this.#session = session;
    this.#limits = limits;
    this.#clock = clock;
    this.#names = derivedKey(key, 'block names');
    this.#results = derivedKey(key, 'block results');
    this.#kept = new LRUCache({ maxSize: limits.bytes, sizeCalculation: (value, name) => value.length + name.length });
    this.#flushed = clock.now();
  }

  static async open(
    scope: ProjectScope,
    session: string,
    key: Uint8Array,
    limits: BlockLimits,
    clock: Clock,
  ): Promise<SessionBlocks> {
    const blocks = new SessionBlocks(scope, session, key, limits, clock);
    await blocks.#load();
    return blocks;
  }

  /** The name of a block for one kind of work. */
  nameOf(work: string, content: string): string {
    return createHmac('sha256', this.#names).update(`${work}\0`).update(content).digest('base64url');
  }

  get(work: string, content: string): string | undefined {
    const result = this.#kept.get(this.nameOf(work, content));
    if (result === undefined) this.misses += 1;
    else this.hits += 1;
    return result;
  }

  set(work: string, content: string, result: string): void {
    this.#kept.set(this.nameOf(work, content), result);
    this.#dirty = true;
  }

  get bytes(): number {
    return this.#kept.calculatedSize;
  }

  /** Writes new results once `flushEvery` has passed. `true`: something was written. */
  async flush(): Promise<boolean> {
    if (!this.#dirty || this.#clock.now() - this.#flushed < this.#limits.flushEvery) return false;
    if (!(await this.#save())) {
      // Another container wrote meanwhile: its results are merged in as older than ours.
      await this.#load();
      if (!(await this.#save())) return false;
    }
    this.#dirty = false;
    this.#flushed = this.#clock.now();
    return true;
  }

  async #save(): Promise<boolean> {
    const now = this.#clock.now();
    const { bytes } = this;
    const item = {
      ...sessionKeys.blocks(this.#scope, sessionKeyPart(this.#session)),
      v: SCHEMA_VERSION,
      sealed: sealWith(this.#results, JSON.stringify([...this.#kept.entries()]), this.#context()),
      revision: this.#revision + 1,
      blocks: this.#kept.size,
      bytes,
      limit: this.#limits.bytes,
      hits: this.hits,
      misses: this.misses,
      expires_at: epochSeconds(now + this.#limits.keptFor),
    };
    const values = { revision: this.#revision, seconds: Math.floor(now / SECOND) };
    const outcome = await putItem(item, { when: unchanged, values });
    if (!outcome.ok) return false;
    this.#revision = item.revision;
    if (bytes > NEARLY_FULL * this.#limits.bytes) {
      const { userId: user_id } = this.#scope;
      log.warn(ALARMING_LINES.sessionBlocksNearlyFull, { user_id, bytes, limit: this.#limits.bytes });
    }
    return true;
  }

  async #load(): Promise<void> {
    const item = await getItem(sessionKeys.blocks(this.#scope, sessionKeyPart(this.#session)));
    if (!item || Number(item.expires_at) * SECOND <= this.#clock.now()) {
      this.#revision = 0;
      return;
    }
    const { sealed, revision, hits, misses } = storedBlocksSchema.parse(item);
    this.#revision = revision;
    this.hits = Math.max(this.hits, hits);
    this.misses = Math.max(this.misses, misses);
    const ours = [...this.#kept.entries()];
    const theirs = this.#opened(sealed);
    // `entries` begins with the newest, and whatever is set last becomes the newest.
    for (const [name, result] of [...theirs.reverse(), ...ours.reverse()]) this.#kept.set(name, result);
  }

  /** Results under a lost key (the session's placeholder store had expired) are of no use, and do no harm. */
  #opened(sealed: Uint8Array): [string, string][] {
    try {
      return JSON.parse(unsealWith(this.#results, sealed, this.#context())) as [string, string][];
    } catch {
      log.info('session blocks unreadable');
      return [];
    }
  }

  #context(): Record<string, string> {
    return sessionContext(this.#scope, this.#session);
  }
}

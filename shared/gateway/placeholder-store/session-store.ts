import * as z from 'zod';
import { type Clock, DAY, epochSeconds, SECOND } from '../../core/clock.ts';
import { Defect } from '../../core/errors.ts';
import type { ProjectScope } from '../../core/scope.ts';
import type { PlaceholderEntry } from '../../pii/index.ts';
import { newDataKey, openDataKey } from '../../platform/kms.ts';
import { getItem, putItem, SCHEMA_VERSION, sessionKeys } from '../../store/index.ts';
import { sealWith, unsealWith } from '../../vault/index.ts';
import { PolicyRefused } from '../chain/errors.ts';
import { derivedKey, sessionContext, sessionKeyPart } from './session-key.ts';

/** Since the last use. */
const RETENTION = 30 * DAY;
/** With less than this left until it expires, a store is written again when it is used. */
const RENEW_BELOW = RETENTION / 2;
/** Of the sealed entries. A DynamoDB item has at most 400 KB. */
const MAX_SEALED_BYTES = 256 * 1024;

const storedPlaceholdersSchema = z.object({
  data_key: z.instanceof(Uint8Array),
  sealed: z.instanceof(Uint8Array),
  revision: z.number().int(),
  expires_at: z.number(),
});

type Key = { plain: Uint8Array; sealed: Uint8Array };
type State = { entries: readonly PlaceholderEntry[]; revision: number; expiresAt: number; key: Key | undefined };

const EMPTY: State = { entries: [], revision: 0, expiresAt: 0, key: undefined };
const unchanged = 'attribute_not_exists(#pk) or #revision = :revision or #expires_at <= :seconds';

/**
 * The values behind the placeholders of one session: one item, sealed under a data key of its own, which KMS decrypts only
 * for this user, project and session. Entries are only ever added, so a copy in memory may lack some, but is never
 * wrong; `add` notices if it does.
 */
export class SessionPlaceholderStore {
  readonly #scope: ProjectScope;
  readonly #session: string;
  readonly #clock: Clock;
  #state: State = EMPTY;

  private constructor(scope: ProjectScope, session: string, clock: Clock) {
    this.#scope = scope;
    this.#session = session;
    this.#clock = clock;
  }

  static async open(scope: ProjectScope, session: string, clock: Clock): Promise<SessionPlaceholderStore> {
    const store = new SessionPlaceholderStore(scope, session, clock);
    await store.#load();
    return store;
  }

  get entries(): readonly PlaceholderEntry[] {
    return this.#state.entries;
  }

  /**
   * Replaces the entries that were `seen` by `entries`, which begin with them. `false`: another call added entries meanwhile,
   * so the same numbers may stand for other values; start again from the current entries.
   */
  async add(seen: readonly PlaceholderEntry[], entries: readonly PlaceholderEntry[]): Promise<boolean> {
    if (seen !== this.#state.entries) return false;
    const fresh = this.#state.expiresAt - this.#clock.now() > RENEW_BELOW;
    if (entries.length === seen.length && (fresh || seen.length === 0)) return true;
    return this.#save(this.#state, entries);
  }

  /** The session's own key, stored before it is handed out. */
  async key(): Promise<Uint8Array> {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      if (this.#state.revision > 0 && this.#state.key) return this.#state.key.plain;
      await this.#save(this.#state, this.#state.entries);
    }
    throw new Defect('The session key could not be stored.');
  }

  /** Loads what other containers have added. */
  refresh(): Promise<void> {
    return this.#load();
  }

  async #load(): Promise<void> {
    const item = await getItem(sessionKeys.vault(this.#scope, sessionKeyPart(this.#session)));
    if (!item || Number(item.expires_at) * SECOND <= this.#clock.now()) {
      this.#state = EMPTY;
      return;
    }
    const { data_key, sealed, revision, expires_at } = storedPlaceholdersSchema.parse(item);
    const context = this.#context();
    const plain = await openDataKey(data_key, context);
    const entries = JSON.parse(unsealWith(derivedKey(plain, 'placeholders'), sealed, context)) as PlaceholderEntry[];
    this.#state = { entries, revision, expiresAt: expires_at * SECOND, key: { plain, sealed: data_key } };
  }

  async #save(from: State, entries: readonly PlaceholderEntry[]): Promise<boolean> {
    const context = this.#context();
    const key = from.key ?? (await newDataKey(context));
    const sealed = sealWith(derivedKey(key.plain, 'placeholders'), JSON.stringify(entries), context);
    if (sealed.length > MAX_SEALED_BYTES) {
      throw new PolicyRefused('This session has too many personal values. Start a new one.');
    }
    const now = this.#clock.now();
    const item = {
      ...sessionKeys.vault(this.#scope, sessionKeyPart(this.#session)),
      v: SCHEMA_VERSION,
      data_key: key.sealed,
      sealed,
      revision: from.revision + 1,
      expires_at: epochSeconds(now + RETENTION),
    };
    const values = { revision: from.revision, seconds: Math.floor(now / SECOND) };
    const outcome = await putItem(item, { when: unchanged, values });
    if (!outcome.ok) {
      await this.#load();
      return false;
    }
    // Another call in this container may have written meanwhile; then its copy is the newer one.
    const state = { entries, revision: item.revision, expiresAt: now + RETENTION, key };
    if (this.#state === from) this.#state = state;
    else await this.#load();
    return true;
  }

  #context(): Record<string, string> {
    return sessionContext(this.#scope, this.#session);
  }
}

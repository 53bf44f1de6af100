import { createLocalJWKSet, type JWK, type JWTVerifyGetKey } from 'jose';
import * as z from 'zod';
import { type Clock, HOUR, MINUTE, SECOND, systemClock } from '../../core/clock.ts';
import { Unavailable } from '../../core/errors.ts';
import type { Issuer } from '../../core/issuers.ts';
import { type EgressFetch, egressFetch } from '../../egress/index.ts';
import { log } from '../../observability/log.ts';

/** Keys are fetched again after this long: one that its issuer has withdrawn is believed no longer. */
const FRESH = 10 * MINUTE;
/** An issuer that cannot be reached keeps nobody out for this long. */
const MAX_AGE = HOUR;
/** Between two attempts, whatever asks for them: tokens with invented keys cannot make us flood an issuer. */
const COOLDOWN = 10 * SECOND;
const LIMITS = { maxBytes: 256 * 1024, timeoutMs: 5 * SECOND };
const MAX_KEYS = 50;

const discoverySchema = z.object({ issuer: z.string(), jwks_uri: z.string() });
const keySetSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).max(MAX_KEYS) });

type KeySet = { keys: JWTVerifyGetKey; kids: Set<unknown>; at: number };

/** The published keys of one issuer, kept in this process. */
export class IssuerKeys {
  readonly #issuer: Issuer;
  readonly #fetch: EgressFetch;
  readonly #clock: Clock;
  #set: KeySet | undefined;
  #fetching: Promise<void> | undefined;
  #triedAt = Number.NEGATIVE_INFINITY;
  #failed = false;

  constructor(
    issuer: Issuer,
    { fetch = egressFetch, clock = systemClock }: { fetch?: EgressFetch; clock?: Clock } = {},
  ) {
    this.#issuer = issuer;
    this.#fetch = fetch;
    this.#clock = clock;
  }

  /** Keys among which the one that a token names is looked for. One that is not known may be new: they are fetched once. */
  async among(kid: unknown): Promise<JWTVerifyGetKey> {
    const known = this.#set;
    if (known?.kids.has(kid) && this.#ageOf(known) < FRESH) return known.keys;
    await this.#refresh();
    const set = this.#set;
    const isUndecided = this.#failed && !set?.kids.has(kid);
    if (!set || isUndecided || this.#ageOf(set) >= MAX_AGE) {
      throw new Unavailable('Tokens of this issuer cannot be checked at the moment.', {
        retryAfter: COOLDOWN / SECOND,
      });
    }
    return set.keys;
  }

  #ageOf({ at }: KeySet): number {
    return this.#clock.now() - at;
  }

  async #refresh(): Promise<void> {
    if (!this.#fetching && this.#clock.now() - this.#triedAt < COOLDOWN) return;
    this.#fetching ??= this.#attempt().finally(() => {
      this.#fetching = undefined;
    });
    await this.#fetching;
  }

  async #attempt(): Promise<void> {
    this.#triedAt = this.#clock.now();
    try {
      const keys = usable(keySetSchema.parse(await this.#json(await this.#address())).keys as JWK[]);
      this.#set = { keys: createLocalJWKSet({ keys }), kids: new Set(keys.map(({ kid }) => kid)), at: this.#triedAt };
      this.#failed = false;
    } catch (error) {
      this.#failed = true;
      log.warn('keys of an issuer not fetched', { issuer: this.#issuer.issuer, error: error as Error });
    }
  }

  /** OpenID Connect Discovery 1.0, section 4: the document has to name the issuer it was asked for. */
  async #address(): Promise<string> {
    const { issuer, jwksUrl } = this.#issuer;
    if (jwksUrl !== undefined) return jwksUrl;
    const document = await this.#json(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
    const { issuer: named, jwks_uri } = discoverySchema.parse(document);
    if (named !== issuer) throw new Error('The discovery document is of another issuer.');
    return jwks_uri;
  }

  async #json(url: string): Promise<unknown> {
    const response = await this.#fetch(url, { headers: { accept: 'application/json' }, redirect: 'error' }, LIMITS);
    const text = await response.text();
    if (response.status !== 200) throw new Error(`The issuer answered ${response.status}.`);
    return JSON.parse(text);
  }
}

/** Public keys that signatures are checked with, each with a name of its own. */
const usable = (keys: JWK[]): JWK[] =>
  keys.filter(
    ({ kid, kty, use }) => typeof kid === 'string' && (kty === 'RSA' || kty === 'EC') && (use ?? 'sig') === 'sig',
  );

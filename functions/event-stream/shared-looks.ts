import type { Clock } from '../../shared/core/clock.ts';
import type { Identity } from '../../shared/core/identity.ts';
import type { ProjectScope } from '../../shared/core/scope.ts';
import { type Reading, type ReadOptions, readAfter } from '../../shared/events/index.ts';
import { isStillAuthorized } from '../../shared/identity/index.ts';
import { findSessionState, type SessionState } from '../../shared/sessions/index.ts';

/** Gives the work under way for a key to whoever asks meanwhile. Nothing is kept once it has ended. */
class Shared<T> {
  readonly #underWay = new Map<string, Promise<T>>();

  get(key: string, work: () => Promise<T>): Promise<T> {
    const known = this.#underWay.get(key);
    if (known) return known;
    const begun = work().finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, begun);
    return begun;
  }
}

const readings = new Shared<Reading>();
const states = new Shared<SessionState | undefined>();
/** Checks that began after a reading had come back, by who was checked. */
const checks = new WeakMap<Reading, Map<string, Promise<boolean>>>();

const placeOf = ({ userId, projectId }: ProjectScope, session: string): string => `${userId}/${projectId}/${session}`;

/**
 * What follows a number, read once for all followers in this container who are at that number and look at the same time. One
 * that joins a read under way may miss what was appended since it began, and sees it with its next look.
 */
export const lookAfter = (project: ProjectScope, session: string, options: ReadOptions): Promise<Reading> => {
  const { after, limit } = options;
  const key = `${placeOf(project, session)}/${after}/${limit}`;
  return readings.get(key, () => readAfter(project, session, options));
};

/** The session's state, read once for all followers who look at it at the same time. */
export const stateSeen = (project: ProjectScope, session: string): Promise<SessionState | undefined> =>
  states.get(placeOf(project, session), () => findSessionState(project, session));

/**
 * Whether a follower may still be told what a reading brought: looked up once for all whose request had the same credential,
 * and never before the reading had come back.
 */
export const mayBeTold = (reading: Reading, identity: Identity, clock: Clock): Promise<boolean> => {
  const { scope, via, credential, family, expiresAt } = identity;
  const key = JSON.stringify([scope.userId, via, credential, family, expiresAt]);
  const known = checks.get(reading) ?? new Map<string, Promise<boolean>>();
  checks.set(reading, known);
  const check = known.get(key) ?? isStillAuthorized(identity, clock);
  known.set(key, check);
  return check;
};

import { NotFound } from './errors.ts';

export type Role = 'user' | 'admin';

/** What an access token or API key may do; a person's token may do everything its roles allow. */
export type Permission = 'read' | 'write' | 'chat' | 'approvals:decide';
export const ALL_PERMISSIONS: readonly Permission[] = ['read', 'write', 'chat', 'approvals:decide'];

type Grant = { userId: string; roles?: readonly Role[]; permissions?: readonly Permission[] };

/** What a client's text may be to become a part of a key. */
export const keyPart = /^[A-Za-z0-9_.-]{1,128}$/;

/** A client's id that goes into a key; a text that cannot be an id answers "not found". */
export const partOfKey = (text: string): string => {
  if (!keyPart.test(text)) throw new NotFound('There is no such resource.');
  return text;
};

/**
 * Who acts. First argument of every repository, cache, memory, queue and event call: keys cannot be built without it.
 * The private field makes the type nominal, so no object literal passes for one, and only `authenticated` and `restored`
 * make one; a test allows their import to `identity` (a checked token) and to the readers of stored work.
 */
export class UserScope {
  readonly #userId: string;
  readonly roles: readonly Role[];
  readonly permissions: readonly Permission[];

  private constructor(grant: Grant) {
    this.#userId = partOfKey(grant.userId);
    this.roles = grant.roles ?? ['user'];
    this.permissions = grant.permissions ?? ALL_PERMISSIONS;
  }

  static of(grant: Grant): UserScope {
    return new UserScope(grant);
  }

  get userId(): string {
    return this.#userId;
  }

  /** Every partition key of this user begins with this. */
  get prefix(): string {
    return `USER#${this.#userId}`;
  }

  /** The same person inside one project. The caller checks whether the project exists. */
  inProject(projectId: string): ProjectScope {
    return ProjectScope.within(this, projectId);
  }
}

/** A `UserScope` in one project: everything that the user's projects must not share is keyed by it. */
export class ProjectScope {
  readonly #user: UserScope;
  readonly projectId: string;

  private constructor(user: UserScope, projectId: string) {
    this.#user = user;
    this.projectId = partOfKey(projectId);
  }

  static within(user: UserScope, projectId: string): ProjectScope {
    return new ProjectScope(user, projectId);
  }

  get user(): UserScope {
    return this.#user;
  }

  get userId(): string {
    return this.#user.userId;
  }

  get prefix(): string {
    return `${this.#user.prefix}#PRJ#${this.projectId}`;
  }
}

/** The scope of a person whose token, key or ticket was just checked. */
export const authenticated = (grant: Grant): UserScope => UserScope.of(grant);

/** The scope of stored work that is being resumed, from the owner written on the item. */
export const restored = (owner: { user_id: string; project_id: string }): ProjectScope =>
  UserScope.of({ userId: owner.user_id }).inProject(owner.project_id);

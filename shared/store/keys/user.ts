import { partOfKey, type UserScope } from '../../core/scope.ts';
import { key } from './key.ts';

export const userKeys = {
  profile: (user: UserScope) => key(user.prefix, 'PROFILE'),
  revoked: (user: UserScope, jti: string) => key(user.prefix, `REVOKED#${partOfKey(jti)}`),
  /** From when on, and with which exception, all earlier sign-ins are ended. */
  endedSignIns: (user: UserScope) => key(user.prefix, 'REVOKED#SIGN_INS'),
  apiKey: (user: UserScope, id: string) => key(user.prefix, `APIKEY#${partOfKey(id)}`),
  project: (user: UserScope, id: string) => key(user.prefix, `PROJECT#${partOfKey(id)}`),
  projectCreations: (user: UserScope) => key(user.prefix, 'PROJECT_CREATIONS'),
  usage: (user: UserScope, day: string, agent: string, model: string) =>
    key(user.prefix, `USAGE#${day}#${partOfKey(agent)}#${model}`),
  budget: (user: UserScope, month: string) => key(user.prefix, `BUDGET#${partOfKey(month)}`),
  charge: (user: UserScope, id: string) => key(user.prefix, `CHARGE#${partOfKey(id)}`),
  idempotency: (user: UserScope, hash: string) => key(user.prefix, `IDEMPOTENCY#${partOfKey(hash)}`),
  connection: (user: UserScope, id: string) => key(user.prefix, `CONNECTION#${id}`),
  /** The slots of the user's parallel plan tasks, and the list of tasks that wait for one. */
  planLane: (user: UserScope) => key(user.prefix, 'PLAN_LANE'),
  ready: (user: UserScope, task: string) => key(user.prefix, `READY#${partOfKey(task)}`),
  /** Where the policies of one user stood before they had a place in the account. */
  formerPolicies: (user: UserScope) => key(user.prefix, 'POLICIES'),
  /** What a person has set for their own calls, within what administrators leave to them. */
  ownPolicies: (user: UserScope) => key(user.prefix, 'OWN_POLICIES'),
  modelCall: (user: UserScope, id: string) => key(user.prefix, `CALL#${partOfKey(id)}`),
  blockSessions: (user: UserScope) => key(user.prefix, 'BLOCK_SESSIONS'),
  /** Leads to a ticket, which is found by its hash alone. */
  ticket: (user: UserScope, hash: string) => key(user.prefix, `TICKET#${partOfKey(hash)}`),
  /** That the user has left, and all that is theirs is being removed. */
  removal: (user: UserScope) => key(user.prefix, 'REMOVAL'),
  /** A key of the user's own at one of the deployment's providers. */
  providerKey: (user: UserScope, provider: string) => key(user.prefix, `PROVIDER_KEY#${partOfKey(provider)}`),
  /** What the user is told by e-mail, and that they were ever told anything outside. */
  notifications: (user: UserScope) => key(user.prefix, 'NOTIFICATIONS'),
  /** How many mails they got on a day. */
  mailsOfDay: (user: UserScope, day: string) => key(user.prefix, `MAILS#${day}`),
  webhook: (user: UserScope, id: string) => key(user.prefix, `WEBHOOK#${partOfKey(id)}`),
  delivery: (user: UserScope, webhook: string, id: string) =>
    key(user.prefix, `DELIVERY#${partOfKey(webhook)}#${partOfKey(id)}`),
  /** A service that runs in one of the user's projects: they are counted together. */
  service: (user: UserScope, machine: string) => key(user.prefix, `SERVICE#${partOfKey(machine)}`),
  serviceCreations: (user: UserScope) => key(user.prefix, 'SERVICE_CREATIONS'),
  /** Where the orchestrator's settings stood before each project had its own: they hold in projects that have none. */
  formerOrchestrator: (user: UserScope) => key(user.prefix, 'ORCHESTRATOR'),
};

export const accountPartition = (user: UserScope) => `ACCOUNT#${user.userId}`;

/** What is decided about a person by others: whoever needs it may read it; only sign-in and administration can write it. */
export const accountKeys = {
  account: (user: UserScope) => key(accountPartition(user), 'ACCOUNT'),
  policies: (user: UserScope) => key(accountPartition(user), 'POLICIES'),
};

export const ratePartition = (user: UserScope) => `RATE#${user.userId}`;

/** How often a user asks: counted by every function that answers requests, so apart from what few of them may write. */
export const rateKeys = {
  minute: (user: UserScope, minute: number) => key(ratePartition(user), `MINUTE#${minute}`),
};

export const authPartition = (user: UserScope) => `AUTH#${user.userId}`;

/** What a sign-in is checked against: only the function that signs users in can read it. */
export const authKeys = {
  credentials: (user: UserScope) => key(authPartition(user), 'CREDENTIALS'),
  refresh: (user: UserScope, family: string) => key(authPartition(user), `REFRESH#${partOfKey(family)}`),
  /** Of a link that was mailed: by the hash of its secret. */
  link: (user: UserScope, hash: string) => key(authPartition(user), `LINK#${partOfKey(hash)}`),
};

export const auditPartition = (user: UserScope) => `AUDIT#${user.userId}`;

export const auditKeys = {
  entry: (user: UserScope, id: string) => key(auditPartition(user), `AUDIT#${partOfKey(id)}`),
};

import { type ProjectScope, partOfKey, type UserScope } from '../core/scope.ts';
import type { Key as PlainKey } from '../platform/table.ts';

declare const scoped: unique symbol;

/** A key that was built here, from a scope or as one of the pointers. No object literal passes for one. */
export type Key = PlainKey & { readonly [scoped]: true };

const key = (pk: string, sk: string): Key => ({ pk, sk }) as Key;
/** The key of an item that was read: only a key built here can have led to it. */
export const keyOfItem = ({ pk, sk }: PlainKey): Key => key(pk, sk);

const number = (value: number, digits: number): string => String(value).padStart(digits, '0');

/*
 * The inhabitants of the table. Every partition key begins with USER#<id>, so a role's `dynamodb:LeadingKeys` and one
 * look at a key tell whose it is. A role can be limited by partition only, so what fewer functions may touch than the rest
 * of a user's items has partitions of its own: what signs people in, and the audit trail, to which most may only add.
 *
 * USER#u                    PROFILE · REVOKED#<jti> · APIKEY#<id> · PROJECT#<p>
 *                           USAGE#<day>#<agent>#<model> · IDEMPOTENCY#<hash> · CONNECTION#<id>
 *                           BUDGET#<month> · CHARGE#<id>                        what may be spent, and what each call cost
 *                           PLAN_LANE · READY#<task>                            places for the tasks of plans, and who waits
 *                           POLICIES · CALL#<ulid> · BLOCK_SESSIONS · ORCHESTRATOR
 * AUTH#u                    CREDENTIALS · REFRESH#<family>
 * AUDIT#u                   AUDIT#<ulid>
 * USER#u#PRJ#p              AGENT#<key> · AGENT_NAME#<name> · AGENT_VERSION#<key>#<n> · SESSION#<s> · RUN#<r>
 *                           SESSION_NAME#<hash>
 *                           APR#<approval> · PERMISSION#<agent>#<hash> · SECRET#<name> · PLAN_CACHE#<hash>
 * USER#u#PRJ#p#AGT#a        LANE · HEALTH · Q#<task>                                the agent's lane and its queue
 * USER#u#PRJ#p#SES#s        STATE · RQ#<run> · MSG#<m> · EV#<first> · LOG · SUB#<connection> · VAULT · BLOCKS
 * USER#u#PRJ#p#RUN#r        TSK#<t> · STP#<t>#<n> · APR#<approval> · ROUND#<n>      tasks, their journals, pointers to approvals; rounds of a plan
 */

export const userKeys = {
  profile: (user: UserScope) => key(user.prefix, 'PROFILE'),
  revoked: (user: UserScope, jti: string) => key(user.prefix, `REVOKED#${partOfKey(jti)}`),
  apiKey: (user: UserScope, id: string) => key(user.prefix, `APIKEY#${partOfKey(id)}`),
  project: (user: UserScope, id: string) => key(user.prefix, `PROJECT#${partOfKey(id)}`),
  usage: (user: UserScope, day: string, agent: string, model: string) =>
    key(user.prefix, `USAGE#${day}#${partOfKey(agent)}#${model}`),
  budget: (user: UserScope, month: string) => key(user.prefix, `BUDGET#${partOfKey(month)}`),
  charge: (user: UserScope, id: string) => key(user.prefix, `CHARGE#${partOfKey(id)}`),
  idempotency: (user: UserScope, hash: string) => key(user.prefix, `IDEMPOTENCY#${partOfKey(hash)}`),
  connection: (user: UserScope, id: string) => key(user.prefix, `CONNECTION#${id}`),
  /** Places of the user's parallel tasks of plans, and the list of what waits for one. */
  planLane: (user: UserScope) => key(user.prefix, 'PLAN_LANE'),
  ready: (user: UserScope, task: string) => key(user.prefix, `READY#${partOfKey(task)}`),
  policies: (user: UserScope) => key(user.prefix, 'POLICIES'),
  modelCall: (user: UserScope, id: string) => key(user.prefix, `CALL#${partOfKey(id)}`),
  blockSessions: (user: UserScope) => key(user.prefix, 'BLOCK_SESSIONS'),
  /** How the user's wishes become plans. */
  orchestrator: (user: UserScope) => key(user.prefix, 'ORCHESTRATOR'),
};

const authPartition = (user: UserScope) => `AUTH#${user.userId}`;

/** What a sign-in is checked against: within reach of the function that signs people in, and of no other. */
export const authKeys = {
  credentials: (user: UserScope) => key(authPartition(user), 'CREDENTIALS'),
  refresh: (user: UserScope, family: string) => key(authPartition(user), `REFRESH#${partOfKey(family)}`),
};

export const auditKeys = {
  entry: (user: UserScope, id: string) => key(`AUDIT#${user.userId}`, `AUDIT#${partOfKey(id)}`),
};

export const projectKeys = {
  agent: (project: ProjectScope, agent: string) => key(project.prefix, `AGENT#${partOfKey(agent)}`),
  agentName: (project: ProjectScope, name: string) => key(project.prefix, `AGENT_NAME#${partOfKey(name)}`),
  agentVersion: (project: ProjectScope, agent: string, version: number) =>
    key(project.prefix, `AGENT_VERSION#${partOfKey(agent)}#${number(version, 6)}`),
  session: (project: ProjectScope, session: string) => key(project.prefix, `SESSION#${partOfKey(session)}`),
  sessionName: (project: ProjectScope, hash: string) => key(project.prefix, `SESSION_NAME#${partOfKey(hash)}`),
  run: (project: ProjectScope, run: string) => key(project.prefix, `RUN#${partOfKey(run)}`),
  approval: (project: ProjectScope, approval: string) => key(project.prefix, `APR#${partOfKey(approval)}`),
  permission: (project: ProjectScope, agent: string, hash: string) =>
    key(project.prefix, `PERMISSION#${partOfKey(agent)}#${partOfKey(hash)}`),
  secret: (project: ProjectScope, name: string) => key(project.prefix, `SECRET#${partOfKey(name)}`),
  /** The graph a request was turned into; the hash is of all that it follows from. */
  plan: (project: ProjectScope, hash: string) => key(project.prefix, `PLAN_CACHE#${partOfKey(hash)}`),
};

const agentPartition = (project: ProjectScope, agent: string) => `${project.prefix}#AGT#${partOfKey(agent)}`;

export const laneKeys = {
  lane: (project: ProjectScope, agent: string) => key(agentPartition(project, agent), 'LANE'),
  health: (project: ProjectScope, agent: string) => key(agentPartition(project, agent), 'HEALTH'),
  entry: (project: ProjectScope, agent: string, task: string) =>
    key(agentPartition(project, agent), `Q#${partOfKey(task)}`),
};

const sessionPartition = (project: ProjectScope, session: string) => `${project.prefix}#SES#${partOfKey(session)}`;

export const sessionKeys = {
  state: (project: ProjectScope, session: string) => key(sessionPartition(project, session), 'STATE'),
  /** An urgent one sorts before all others. */
  queuedRun: (project: ProjectScope, session: string, run: string, urgent = false) =>
    key(sessionPartition(project, session), `RQ#${urgent ? '!' : ''}${partOfKey(run)}`),
  message: (project: ProjectScope, session: string, message: string) =>
    key(sessionPartition(project, session), `MSG#${partOfKey(message)}`),
  events: (project: ProjectScope, session: string, first: number) =>
    key(sessionPartition(project, session), `EV#${number(first, 12)}`),
  log: (project: ProjectScope, session: string) => key(sessionPartition(project, session), 'LOG'),
  subscription: (project: ProjectScope, session: string, connection: string) =>
    key(sessionPartition(project, session), `SUB#${connection}`),
  vault: (project: ProjectScope, session: string) => key(sessionPartition(project, session), 'VAULT'),
  blocks: (project: ProjectScope, session: string) => key(sessionPartition(project, session), 'BLOCKS'),
};

const runPartition = (project: ProjectScope, run: string) => `${project.prefix}#RUN#${partOfKey(run)}`;

export const runKeys = {
  task: (project: ProjectScope, run: string, task: string) => key(runPartition(project, run), `TSK#${partOfKey(task)}`),
  step: (project: ProjectScope, run: string, task: string, step: number) =>
    key(runPartition(project, run), `STP#${partOfKey(task)}#${number(step, 6)}`),
  /** Of a plan. */
  round: (project: ProjectScope, run: string, round: number) =>
    key(runPartition(project, run), `ROUND#${number(round, 3)}`),
  /** Leads from a run to what its person was asked. */
  approval: (project: ProjectScope, run: string, approval: string) =>
    key(runPartition(project, run), `APR#${partOfKey(approval)}`),
};

/**
 * The few items that are found before a user is known. They hold a pointer or a count and nothing else; each function's
 * role names the prefixes it may touch.
 */
export const pointerKeys = {
  email: (hash: string) => key(`EMAIL#${hash}`, 'USER'),
  signIn: (emailHash: string) => key(`SIGNIN#${emailHash}`, 'FAILURES'),
  address: (addressHash: string) => key(`ADDRESS#${addressHash}`, 'FAILURES'),
  registrations: (addressHash: string) => key(`ADDRESS#${addressHash}`, 'REGISTRATIONS'),
  apiKey: (hash: string) => key(`APIKEY#${hash}`, 'USER'),
  connection: (id: string) => key(`CONNECTION#${id}`, 'USER'),
  ticket: (hash: string) => key(`TICKET#${hash}`, 'USER'),
  health: () => key('HEALTH#', 'PROBE'),
  /** The policies of the deployment, which are nobody's. */
  policies: () => key('POLICIES#', 'CURRENT'),
  /** Calls of models about which policies decided something, by day: whose call it was, for an administrator's list. */
  modelCall: (day: string, id: string) => key(`CALLS#${day}`, partOfKey(id)),
};

import { ulidTime } from '../../core/ids.ts';
import { type ProjectScope, partOfKey, type UserScope } from '../../core/scope.ts';
import { prefixed, span, whole } from './key.ts';
import { callsPartition, INVITATIONS, METRICS, signInPartition, TIERS } from './pointers.ts';
import { agentPartition, capturedPartition, programPartition } from './project.ts';
import { runPartition } from './run.ts';
import { sessionKeys, sessionPartition } from './session.ts';
import { auditPartition, authPartition, ratePartition } from './user.ts';

/** Follows every character a key can hold, so it closes a span that has no other end. */
const LAST = '~';

/** The sort keys of ids that were made in a time; an id begins with its millisecond. */
const idsBetween = (prefix: string, since: number | undefined, until: number | undefined): [string, string] => [
  `${prefix}${since === undefined ? '' : ulidTime(since)}`,
  `${prefix}${until === undefined ? '' : ulidTime(until)}${LAST}`,
];

/** Every range that is read, by name. A list takes its first page, its cursor's check and its ids from the same range. */
export const ranges = {
  /* of a user */
  apiKeys: (user: UserScope) => prefixed(user.prefix, 'APIKEY#'),
  providerKeys: (user: UserScope) => prefixed(user.prefix, 'PROVIDER_KEY#'),
  projects: (user: UserScope) => prefixed(user.prefix, 'PROJECT#'),
  idempotency: (user: UserScope) => prefixed(user.prefix, 'IDEMPOTENCY#'),
  charges: (user: UserScope) => prefixed(user.prefix, 'CHARGE#'),
  chargesBetween: (user: UserScope, { since, until }: { since: number; until: number }) =>
    span(user.prefix, ...idsBetween('CHARGE#chg_', since, until)),
  webhooks: (user: UserScope) => prefixed(user.prefix, 'WEBHOOK#'),
  deliveries: (user: UserScope, webhook: string) => prefixed(user.prefix, `DELIVERY#${partOfKey(webhook)}#`),
  ownModelCalls: (user: UserScope) => prefixed(user.prefix, 'CALL#'),
  connections: (user: UserScope) => prefixed(user.prefix, 'CONNECTION#'),
  services: (user: UserScope) => prefixed(user.prefix, 'SERVICE#'),
  /** Tasks of plans that wait for a slot, oldest first. */
  readyTasks: (user: UserScope) => prefixed(user.prefix, 'READY#'),
  /** Days are `2026-11-21`, both included; without `until` to the newest. */
  usage: (user: UserScope, { since, until }: { since: string; until?: string }) =>
    span(user.prefix, `USAGE#${since}`, until === undefined ? `USAGE#${LAST}` : `USAGE#${until}#${LAST}`),
  /** Everything the user's own partition holds; what signs them in has another. */
  user: (user: UserScope) => whole(user.prefix),
  signIn: (user: UserScope) => whole(authPartition(user)),
  signIns: (user: UserScope) => prefixed(authPartition(user), 'REFRESH#'),
  /** What was counted of a user's requests. */
  requests: (user: UserScope) => whole(ratePartition(user)),
  audit: (user: UserScope) => prefixed(auditPartition(user), 'AUDIT#'),
  /** Entries of a time, in milliseconds, both ends included. */
  auditBetween: (user: UserScope, { since, until }: { since?: number | undefined; until?: number | undefined }) =>
    span(auditPartition(user), ...idsBetween('AUDIT#', since, until)),

  /* of a project */
  project: (project: ProjectScope) => whole(project.prefix),
  agents: (project: ProjectScope) => prefixed(project.prefix, 'AGENT#'),
  agentNames: (project: ProjectScope) => prefixed(project.prefix, 'AGENT_NAME#'),
  agentVersions: (project: ProjectScope, agent: string) =>
    prefixed(project.prefix, `AGENT_VERSION#${partOfKey(agent)}#`),
  sessions: (project: ProjectScope) => prefixed(project.prefix, 'SESSION#'),
  runs: (project: ProjectScope) => prefixed(project.prefix, 'RUN#'),
  runsBetween: (project: ProjectScope, { since, until }: { since?: number | undefined; until?: number | undefined }) =>
    span(project.prefix, ...idsBetween('RUN#run_', since, until)),
  approvals: (project: ProjectScope) => prefixed(project.prefix, 'APR#'),
  permissions: (project: ProjectScope) => prefixed(project.prefix, 'PERMISSION#'),
  permissionsOf: (project: ProjectScope, agent: string) => prefixed(project.prefix, `PERMISSION#${partOfKey(agent)}#`),
  removed: (project: ProjectScope) => prefixed(project.prefix, 'REMOVED#'),
  secrets: (project: ProjectScope) => prefixed(project.prefix, 'SECRET#'),
  uploads: (project: ProjectScope) => prefixed(project.prefix, 'UPLOAD#'),
  workspaceVersions: (project: ProjectScope) => prefixed(project.prefix, 'WORKSPACE_VERSION#'),
  previews: (project: ProjectScope) => prefixed(project.prefix, 'PREVIEW#'),
  captured: (project: ProjectScope) => whole(capturedPartition(project)),
  programs: (project: ProjectScope) => whole(programPartition(project)),
  machines: (project: ProjectScope) => prefixed(project.prefix, 'MACHINE#'),

  /* of an agent's lane */
  agent: (project: ProjectScope, agent: string) => whole(agentPartition(project, agent)),
  laneQueue: (project: ProjectScope, agent: string) => prefixed(agentPartition(project, agent), 'Q#'),

  /* of a session */
  session: (project: ProjectScope, session: string) => whole(sessionPartition(project, session)),
  queuedRuns: (project: ProjectScope, session: string) => prefixed(sessionPartition(project, session), 'RQ#'),
  messages: (project: ProjectScope, session: string) => prefixed(sessionPartition(project, session), 'MSG#'),
  messagesUpTo: (project: ProjectScope, session: string, message: string) =>
    span(sessionPartition(project, session), 'MSG#', sessionKeys.message(project, session, message).sk),
  events: (project: ProjectScope, session: string) => prefixed(sessionPartition(project, session), 'EV#'),
  eventsFrom: (project: ProjectScope, session: string, first: number) =>
    span(sessionPartition(project, session), sessionKeys.events(project, session, first).sk, `EV#${LAST}`),
  subscriptions: (project: ProjectScope, session: string) => prefixed(sessionPartition(project, session), 'SUB#'),

  /* of a run */
  run: (project: ProjectScope, run: string) => whole(runPartition(project, run)),
  tasks: (project: ProjectScope, run: string) => prefixed(runPartition(project, run), 'TSK#'),
  /** A task's journal. */
  steps: (project: ProjectScope, run: string, task: string) =>
    prefixed(runPartition(project, run), `STP#${partOfKey(task)}#`),
  /** The journals of all its tasks, one after the other. */
  runSteps: (project: ProjectScope, run: string) => prefixed(runPartition(project, run), 'STP#'),
  rounds: (project: ProjectScope, run: string) => prefixed(runPartition(project, run), 'ROUND#'),
  runApprovals: (project: ProjectScope, run: string) => prefixed(runPartition(project, run), 'APR#'),

  /** What was counted of attempts to sign in with an e-mail address, and of mails to it. */
  signInCounts: (emailHash: string) => whole(signInPartition(emailHash)),

  /* of the deployment */
  invitations: () => prefixed(INVITATIONS, 'inv_'),
  /** The containers whose caches have said in the last minutes what they hold. */
  cacheContainers: () => prefixed(METRICS, 'CACHE#'),
  tiers: () => whole(TIERS),
  modelCalls: (day: string) => whole(callsPartition(day)),
};

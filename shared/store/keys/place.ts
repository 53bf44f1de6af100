import type { Key as PlainKey } from '../../platform/table/index.ts';

/** What kind of thing an item is, by the first part of its sort key. Kinds of the same name lie in different partitions. */
const KINDS = {
  user: {
    PROFILE: 'profile',
    REVOKED: 'revoked token',
    APIKEY: 'api key',
    PROJECT: 'project',
    USAGE: 'usage',
    IDEMPOTENCY: 'idempotency',
    CONNECTION: 'connection',
    BUDGET: 'budget',
    CHARGE: 'charge',
    PLAN_LANE: 'plan lane',
    READY: 'ready entry',
    POLICIES: 'policies',
    OWN_POLICIES: 'own policies',
    CALL: 'model call',
    BLOCK_SESSIONS: 'block sessions',
    ORCHESTRATOR: 'orchestrator',
    TICKET: 'ticket',
    REMOVAL: 'removal',
    PROJECT_CREATIONS: 'project creations',
    PROVIDER_KEY: 'provider key',
    NOTIFICATIONS: 'notifications',
    MAILS: 'mails of a day',
    WEBHOOK: 'webhook',
    DELIVERY: 'delivery',
    SERVICE: 'service',
    SERVICE_CREATIONS: 'service creations',
    CACHE: 'cached value',
    CACHED_OBJECT: 'cached object',
    CACHE_PATTERN: 'cache pattern',
    LOAD: 'load of a cached value',
    TAG: 'cache version',
  },
  account: { ACCOUNT: 'account', POLICIES: 'policies' },
  rate: { MINUTE: 'minute of requests' },
  signIn: { CREDENTIALS: 'credentials', REFRESH: 'refresh family', LINK: 'link' },
  audit: { AUDIT: 'audit entry' },
  project: {
    ORCHESTRATOR: 'orchestrator',
    AGENT: 'agent',
    AGENT_NAME: 'agent name',
    AGENT_VERSION: 'agent version',
    SESSION: 'session pointer',
    SESSION_NAME: 'session name',
    RUN: 'run',
    APR: 'approval',
    PERMISSION: 'permission',
    SECRET: 'secret',
    REMOVED: 'removed',
    PLAN_CACHE: 'cached plan',
    RESPONSE: 'response',
    RESPONSE_ITEM: 'response item',
    SPACE: 'space',
    AGENT_CREATIONS: 'agent creations',
    SECRET_CREATIONS: 'secret creations',
    WORKSPACE: 'workspace',
    WORKSPACE_VERSION: 'workspace version',
    PREVIEW: 'preview',
    PREVIEW_CREATIONS: 'preview creations',
    MACHINE: 'machine',
    UPLOAD: 'upload',
    CACHE: 'cached value',
    CACHED_OBJECT: 'cached object',
    CACHE_PATTERN: 'cache pattern',
    LOAD: 'load of a cached value',
    TAG: 'cache version',
  },
  captured: { ERRORS: 'captured errors' },
  program: { RUNNING: 'running program' },
  agent: { LANE: 'lane', HEALTH: 'health', Q: 'lane entry' },
  session: {
    STATE: 'session',
    RQ: 'session entry',
    MSG: 'message',
    EV: 'events',
    LOG: 'log end',
    SUB: 'subscription',
    VAULT: 'vault',
    BLOCKS: 'blocks',
  },
  run: { TSK: 'task', STP: 'step', APR: 'approval pointer', ROUND: 'round' },
} as const;

type Level = keyof typeof KINDS;
type KindsOf<L extends Level> = L extends Level ? (typeof KINDS)[L][keyof (typeof KINDS)[L]] : never;
export type ItemKind = KindsOf<Level>;

/** Where an item lies and what it is, read from its key alone. */
export type ItemPlace = {
  user: string;
  /** Of everything below a project. */
  project?: string;
  /** The id of the agent, session or run whose partition it is. */
  owner?: string;
  /** `undefined`: nothing this version knows. */
  kind: ItemKind | undefined;
  /** What follows the first part of the sort key: `tsk_01JD…`, `tsk_01JD…#000001`. */
  id: string;
};

/** Partitions beside a user's or a project's own, and those below a project. */
const BESIDE: Record<string, Level> = {
  ACCOUNT: 'account',
  AUTH: 'signIn',
  AUDIT: 'audit',
  RATE: 'rate',
  CAPTURED: 'captured',
  PROGRAM: 'program',
};
const BELOW: Record<string, Level> = { AGT: 'agent', SES: 'session', RUN: 'run' };
const partition =
  /^(USER|ACCOUNT|AUTH|AUDIT|RATE|CAPTURED|PROGRAM)#([^#]+)(?:#PRJ#([^#]+)(?:#(AGT|SES|RUN)#([^#]+))?)?$/;

/** The place of an item of a user; `undefined` for the few pointers that are found before a user is known. */
export const placeOf = ({ pk, sk }: PlainKey): ItemPlace | undefined => {
  const [, root, user, project, part, owner] = partition.exec(pk) ?? [];
  if (root === undefined || user === undefined) return undefined;
  const inside = part === undefined ? (project === undefined ? 'user' : 'project') : BELOW[part];
  const level = BESIDE[root] ?? inside ?? 'run';
  const mark = sk.indexOf('#');
  const first = mark < 0 ? sk : sk.slice(0, mark);
  const kinds: Record<string, ItemKind> = KINDS[level];
  return {
    user,
    ...(project !== undefined && { project }),
    ...(owner !== undefined && { owner }),
    kind: Object.hasOwn(kinds, first) ? kinds[first] : undefined,
    id: mark < 0 ? '' : sk.slice(mark + 1),
  };
};

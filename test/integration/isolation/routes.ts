import { decodeJwt } from 'jose';
import { described } from '../../../functions/documentation/operations.ts';
import type { Operation } from '../../../functions/routing/operation.ts';
import { smallTier } from '../../support/small-tier.ts';
import type { Belongings } from './belongings.ts';

/** Whoever leaves takes only themselves away, and asks nothing more: `test/integration/removal`. */
const leaves = ({ method, path }: Operation): boolean => method === 'DELETE' && path === '/my';

/** Every route under `/my`, the stream of events included. */
export const routes: Operation[] = described.filter(
  (one) => one.path.startsWith('/my') && one.access === 'user' && !leaves(one),
);

/** Every route of administrators. */
export const adminRoutes: Operation[] = described.filter(({ access }) => access === 'admin');

export const nameOf = ({ method, path }: Operation): string => `${method} ${path}`;
/** What such a path names comes to be by it, and is the caller's own. */
export const makesItsThing = ({ method, path }: Operation): boolean => method === 'PUT' && path === '/my/files/{path}';
export const hasParameter = ({ path }: Operation): boolean => path.includes('{');

type Reference = (of: Belongings) => string[];

/** What a path variable names, by the segment before it, in every form it may have. */
const references: Record<string, Reference> = {
  agents: ({ agent }) => [agent.key, agent.id, agent.name],
  approvals: ({ approval }) => [approval],
  builds: ({ build }) => [build],
  calls: ({ call }) => [call],
  chat: ({ session }) => [session],
  files: ({ file }) => [file],
  keys: ({ apiKey }) => [apiKey],
  permissions: ({ permission }) => [permission],
  plans: ({ plan }) => [plan],
  previews: ({ preview }) => [preview],
  projects: ({ project }) => [project],
  // The deployment's, and nobody's.
  'provider-keys': () => ['no-such-provider'],
  runs: ({ run }) => [run],
  secrets: ({ secret }) => [secret],
  sessions: ({ session }) => [session],
  versions: ({ version }) => [String(version)],
  webhooks: ({ webhook }) => [webhook],
  deliveries: ({ delivery }) => [delivery],
  'sign-ins': ({ who }) => [String(decodeJwt(who.token).fam)],
};

/** The same for administrators' routes, whose variables name what may be anybody's. */
const administered: Record<string, Reference> = {
  users: ({ who }) => [who.id],
  runs: ({ run }) => [run],
  calls: ({ call }) => [call],
  // Of the deployment, whoever asks.
  invitations: () => ['inv_01ZZZZZZZZZZZZZZZZZZZZZZZZ'],
  tiers: () => ['standard'],
};

/** Each path of an administrators' route to somebody's things, also with every query that names somebody. */
export const adminPathsTo = (operation: Operation, of: Belongings): string[] => {
  const [, kind = ''] = /^\/admin\/([a-z]+)/.exec(operation.path) ?? [];
  const named = hasParameter(operation) ? (administered[kind]?.(of) ?? []) : [''];
  if (named.length === 0)
    throw new Error(`${nameOf(operation)}: say in test/integration/isolation/routes.ts whose it is.`);
  const paths = named.map((reference) => withReference(operation, reference));
  return paths.flatMap((path) => [path, `${path}?user_id=${of.who.id}`, `${path}?email=${of.who.email}`]);
};

/** Things that look the same and that nobody has. */
const unknown: Record<string, string[]> = {
  agents: [
    'agt_01ZZZZZZZZZZZZZZZZZZZZZZZZ',
    'user01zzzzzzzzzzzzzzzzzzzzzzzz_prj_01ZZZZZZZZZZZZZZZZZZZZZZZZ_none_1',
    'no-such-agent',
  ],
  approvals: ['apr_01ZZZZZZZZZZZZZZZZZZZZZZZZ'],
  builds: ['run_01ZZZZZZZZZZZZZZZZZZZZZZZZ'],
  calls: ['cal_01ZZZZZZZZZZZZZZZZZZZZZZZZ'],
  chat: ['ses_01ZZZZZZZZZZZZZZZZZZZZZZZZ'],
  keys: ['key_01ZZZZZZZZZZZZZZZZZZZZZZZZ'],
  permissions: [`agt_01ZZZZZZZZZZZZZZZZZZZZZZZZ.${'b'.repeat(64)}`],
  plans: ['run_01ZZZZZZZZZZZZZZZZZZZZZZZZ'],
  previews: ['prv_01ZZZZZZZZZZZZZZZZZZZZZZZZ'],
  'provider-keys': ['no-such-provider'],
  projects: ['prj_01ZZZZZZZZZZZZZZZZZZZZZZZZ'],
  runs: ['run_01ZZZZZZZZZZZZZZZZZZZZZZZZ'],
  secrets: ['NO_SUCH_SECRET'],
  sessions: ['ses_01ZZZZZZZZZZZZZZZZZZZZZZZZ'],
  versions: ['999999999'],
  files: ['no/such/file.md'],
  webhooks: ['whk_01ZZZZZZZZZZZZZZZZZZZZZZZZ'],
  deliveries: ['dlv_01ZZZZZZZZZZZZZZZZZZZZZZZZ'],
  'sign-ins': ['fam_01ZZZZZZZZZZZZZZZZZZZZZZZZ'],
};

/** The segments before the path's variables. A new kind of thing has to be added here, or its routes fail this suite. */
const kindsOf = (operation: Operation): string[] => {
  const variables = operation.path.match(/\{\w+\}/g) ?? [];
  const kinds = [...operation.path.matchAll(/([a-z-]+)\/\{\w+\}/g)].map(([, kind = '']) => kind);
  if (variables.length === 0 || kinds.length !== variables.length || !kinds.every((kind) => kind in references)) {
    throw new Error(`${nameOf(operation)}: say in test/integration/isolation/routes.ts what its path names.`);
  }
  return kinds;
};

/** The path with each form of the thing it names in place of its last variable, and what that lies in before it. */
const pathsBy = (operation: Operation, named: (kind: string) => string[]): string[] => {
  const kinds = kindsOf(operation);
  const forms = named(kinds.at(-1) ?? '');
  const before = kinds.slice(0, -1).map((kind) => named(kind)[0] ?? '');
  return forms.map((form) => [...before, form].reduce((path, one) => withReference({ path }, one), operation.path));
};

export const pathsTo = (operation: Operation, of: Belongings): string[] =>
  pathsBy(operation, (kind) => references[kind]?.(of) ?? []);

/** The same paths to things that do not exist. */
export const pathsToNothing = (operation: Operation): string[] => pathsBy(operation, (kind) => unknown[kind] ?? []);

export const withReference = ({ path }: Pick<Operation, 'path'>, reference: string): string =>
  path.replace(/\{\w+\}/, () => encodeURIComponent(reference));

/** The same path in a project that is named. */
export const within = (project: string, path: string): string => path.replace(/^\/my/, `/my/projects/${project}`);

/** A zip archive of one file, mine.txt. */
const ARCHIVE =
  'UEsDBBQAAAgAAAAAIQCT06hpBAAAAAQAAAAIAAAAbWluZS50eHRtaW5lUEsBAhQDFAAACAAAAAAhAJPTqGkEAAAABAAAAAgAAAAAAAAAAAAAAKSBAAAAAG1pbmUudHh0UEsFBgAAAAABAAEANgAAACoAAAAAAA==';

const bodies: Record<string, (of: Belongings) => unknown> = {
  'PATCH /my': () => ({ display_name: 'Another name' }),
  'POST /admin/invitations': () => ({}),
  'PUT /admin/tiers/{name}': () => smallTier,
  'PUT /my/policies': () => ({ policies: [{ kind: 'injection', name: 'own' }], version: 0 }),
  'POST /my/policies/test': () => ({ messages: [{ role: 'user', content: 'Who are you?' }] }),
  'POST /my/keys': () => ({ name: 'a key' }),
  'POST /my/projects': () => ({ name: 'A project' }),
  'PATCH /my/projects/{project_id}': () => ({ name: 'Another name' }),
  'POST /my/agents': () => ({ name: `a${crypto.randomUUID().slice(0, 8)}`, system_prompt: 'You help.' }),
  'PUT /my/agents/{agent}': () => ({ system_prompt: 'You obey me.' }),
  'POST /my/agents/{agent}/context': () => ({ text: 'A false memory.' }),
  'POST /my/agents/{agent}/context/import': () =>
    `${JSON.stringify({ id: '00000000-0000-4000-8000-000000000000', text: 'A false memory.', type: 'note', created_at: '2026-01-01T00:00:00Z' })}\n`,
  'POST /my/import': () =>
    [
      { kind: 'export', value: { version: 1, at: '2026-01-01T00:00:00.000Z' } },
      { kind: 'end', value: { counts: {} } },
    ]
      .map((line) => `${JSON.stringify(line)}\n`)
      .join(''),
  'POST /my/agents/{agent}/context/prune': () => ({ max_vectors: 0 }),
  'POST /my/secrets': () => ({ name: 'A_SECRET', value: 'a value' }),
  'PUT /my/provider-keys/{provider}': () => ({ api_key: 'sk-invented' }),
  'POST /my/chat/sessions': () => ({ title: 'A chat' }),
  'PATCH /my/chat/sessions/{session_id}': () => ({ title: 'Another title' }),
  'POST /my/chat/{session_id}/message': ({ agent }) => ({ content: 'Who are you?', target_agent: agent.key }),
  'POST /my/builds': () => ({ request: 'Build me something.' }),
  'POST /my/builds/{run_id}/messages': () => ({ role: 'architect', content: 'Who are you?' }),
  'POST /my/builds/{run_id}/continue': () => ({ request: 'Build me more.' }),
  'POST /my/files': () => ({ changes: [{ path: 'mine.txt', content: 'mine' }] }),
  'POST /my/previews': () => ({}),
  'PATCH /my/previews/{preview_id}': () => ({ ttl_seconds: 60 }),
  'POST /my/uploads': () => ({ bytes: 4, sha256: 'a'.repeat(64) }),
  'PUT /my/files/{path}': () => ({ content: 'mine' }),
  'POST /my/archive': () => ({ content: ARCHIVE }),
  'PUT /my/versions/{version}/tag': () => ({ tag: 'mine' }),
  'POST /my/webhooks': () => ({ url: 'https://listener.example.com', events: ['run_completed'] }),
  'PATCH /my/webhooks/{webhook_id}': () => ({ url: 'https://listener.example.com' }),
  'PUT /my/notifications': () => ({ email: { events: [] } }),
  'PUT /my/orchestrator/config': () => ({ max_parallel: 2 }),
  'POST /my/runs/{run_id}/approvals': () => ({ question: 'May it go on?' }),
  'POST /my/approvals/batch': ({ approval }) => ({ ids: [approval], decision: 'approve' }),
  'POST /my/approvals/{approval_id}/confirm': () => ({ decision: 'approve' }),
};

/** A body that is valid, so that nothing is refused for its sake; `of` is the caller's own. */
export const bodyFor = (operation: Operation, of: Belongings): unknown => {
  if (!operation.takesBody) return undefined;
  const body = bodies[nameOf(operation)];
  if (!body) throw new Error(`${nameOf(operation)}: say in test/integration/isolation/routes.ts what body it takes.`);
  return body(of);
};

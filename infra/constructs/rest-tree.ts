/** Functions that answer HTTP requests. */
export type HttpFunction =
  | 'account'
  | 'admin'
  | 'auth'
  | 'builds'
  | 'console'
  | 'documentation'
  | 'event-stream'
  | 'my'
  | 'projects'
  | 'system'
  | 'v1'
  | 'workspace';

/**
 * A path and the function that answers every method on it, except for one; `streams` where it streams its responses.
 */
export type RestPath = { path: string; any: HttpFunction; streams?: boolean; except?: { DELETE: HttpFunction } };

/**
 * The chat subtree. API Gateway allows one path variable a level and a greedy one only at a leaf, and answers by itself on
 * a resource without a method: so the tree is spelled out down to the one streamed path, and every level has its ANY.
 */
const chat = (base: string): RestPath[] => [
  { path: `${base}/chat`, any: 'my' },
  { path: `${base}/chat/sessions`, any: 'my' },
  { path: `${base}/chat/sessions/{proxy+}`, any: 'my' },
  { path: `${base}/chat/{session_id}`, any: 'my' },
  { path: `${base}/chat/{session_id}/{proxy+}`, any: 'my' },
  { path: `${base}/chat/{session_id}/events`, any: 'event-stream', streams: true },
  { path: `${base}/chat/{session_id}/events/{proxy+}`, any: 'my' },
];

/** What is under way in a project, under both ways to name the project. */
const work = (base: string): RestPath[] => [
  ...chat(base),
  ...subtree(`${base}/builds`, 'builds'),
  ...['runs', 'approvals', 'permissions', 'plans'].flatMap((name) => subtree(`${base}/${name}`, 'my')),
];

/** A project's files and what shows them, under both ways to name the project. API Gateway passes bytes on as they are only where it streams. */
const workspace = (base: string): RestPath[] =>
  ['archive', 'files', 'previews', 'uploads', 'versions'].flatMap((name) =>
    subtree(`${base}/${name}`, 'workspace', true),
  );

/** A path and everything below it. */
const subtree = (path: string, any: HttpFunction, streams?: boolean): RestPath[] =>
  [path, `${path}/{proxy+}`].map((one) => ({ path: one, any, ...(streams && { streams }) }));

/**
 * Every resource of the REST API; routes inside a function are its own matter. No path is left to API Gateway, whose own
 * answers support neither CORS for several origins nor ISO times: every other path goes to a function without
 * permissions.
 */
export const REST_TREE: RestPath[] = [
  { path: '/', any: 'console', streams: true },
  { path: '/{proxy+}', any: 'documentation', streams: true },
  ...subtree('/console', 'console', true),
  ...subtree('/openapi.json', 'documentation', true),
  ...subtree('/auth', 'auth'),
  ...subtree('/health', 'system'),
  ...subtree('/ready', 'system'),
  // Who goes shows their password, which one function alone can check; it alone takes away what signs people in.
  { path: '/my', any: 'account', streams: true, except: { DELETE: 'auth' } },
  { path: '/my/{proxy+}', any: 'projects' },
  ...subtree('/my/audit', 'account', true),
  ...subtree('/my/calls', 'account', true),
  ...subtree('/my/export', 'account', true),
  ...subtree('/my/keys', 'account', true),
  ...subtree('/my/policies', 'account', true),
  ...subtree('/my/usage', 'account', true),
  ...subtree('/my/docs', 'documentation', true),
  ...subtree('/my/sign-ins', 'auth'),
  ...subtree('/my/socket-ticket', 'my'),
  ...work('/my'),
  ...workspace('/my'),
  { path: '/my/projects', any: 'projects' },
  ...subtree('/my/projects/{project_id}', 'projects'),
  ...subtree('/my/projects/{project_id}/export', 'account', true),
  ...work('/my/projects/{project_id}'),
  ...workspace('/my/projects/{project_id}'),
  ...subtree('/admin', 'admin', true),
  { path: '/admin/users', any: 'admin', streams: true },
  { path: '/admin/users/{user_id}', any: 'admin', streams: true, except: { DELETE: 'auth' } },
  { path: '/admin/users/{user_id}/{proxy+}', any: 'admin', streams: true },
  ...subtree('/metrics', 'admin', true),
  ...subtree('/v1', 'v1', true),
];

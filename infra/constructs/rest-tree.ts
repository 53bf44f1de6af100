/** Functions that answer HTTP requests. */
export type HttpFunction = 'admin' | 'auth' | 'documentation' | 'event-stream' | 'my' | 'system' | 'v1';

/** A path and the function that answers every method on it; `streams` where it streams its responses. */
export type RestPath = { path: string; any: HttpFunction; streams?: boolean };

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

/** A path and everything below it. */
const subtree = (path: string, any: HttpFunction, streams?: boolean): RestPath[] =>
  [path, `${path}/{proxy+}`].map((one) => ({ path: one, any, ...(streams && { streams }) }));

/**
 * Every resource of the REST API; routes inside a function are its own matter. No path is left to API Gateway, whose own
 * answers support neither CORS for several origins nor ISO times: every other path goes to the function without
 * permissions.
 */
export const REST_TREE: RestPath[] = [
  { path: '/', any: 'documentation' },
  { path: '/{proxy+}', any: 'documentation' },
  ...subtree('/openapi.json', 'documentation'),
  ...subtree('/auth', 'auth'),
  ...subtree('/health', 'system'),
  ...subtree('/ready', 'system'),
  ...subtree('/my', 'my'),
  ...subtree('/my/docs', 'documentation'),
  ...subtree('/my/sign-ins', 'auth'),
  ...chat('/my'),
  { path: '/my/projects', any: 'my' },
  ...subtree('/my/projects/{project_id}', 'my'),
  ...chat('/my/projects/{project_id}'),
  ...subtree('/admin', 'admin', true),
  ...subtree('/v1', 'v1', true),
];

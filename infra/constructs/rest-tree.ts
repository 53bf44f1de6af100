/** Functions that answer HTTP requests. */
export type HttpFunction = 'auth' | 'my' | 'event-stream' | 'system' | 'v1';

/**
 * A path, who answers any method on it, and which methods another function answers with a stream. With `anyStreams` the
 * function that answers any method streams all of its answers.
 */
export type RestPath = {
  path: string;
  any: HttpFunction;
  anyStreams?: boolean;
  streams?: Record<string, HttpFunction>;
};

/**
 * The chat subtree. API Gateway allows one path variable a level and a greedy one only at a leaf, and answers 403 on a
 * resource without a method: so the tree is spelled out down to the one streamed path, and every level has its ANY.
 */
const chat = (base: string): RestPath[] => [
  { path: `${base}/chat`, any: 'my' },
  { path: `${base}/chat/sessions`, any: 'my' },
  { path: `${base}/chat/sessions/{proxy+}`, any: 'my' },
  { path: `${base}/chat/{session_id}`, any: 'my' },
  { path: `${base}/chat/{session_id}/{proxy+}`, any: 'my' },
  { path: `${base}/chat/{session_id}/events`, any: 'my', streams: { GET: 'event-stream' } },
];

/** Every resource of the REST API; routes inside a function are its own matter. */
export const REST_TREE: RestPath[] = [
  { path: '/auth', any: 'auth' },
  { path: '/auth/{proxy+}', any: 'auth' },
  { path: '/health', any: 'system' },
  { path: '/ready', any: 'system' },
  { path: '/openapi.json', any: 'my' },
  { path: '/my', any: 'my' },
  { path: '/my/{proxy+}', any: 'my' },
  ...chat('/my'),
  { path: '/my/projects', any: 'my' },
  { path: '/my/projects/{project_id}', any: 'my' },
  { path: '/my/projects/{project_id}/{proxy+}', any: 'my' },
  ...chat('/my/projects/{project_id}'),
  { path: '/admin', any: 'my' },
  { path: '/admin/{proxy+}', any: 'my' },
  { path: '/v1', any: 'v1', anyStreams: true },
  { path: '/v1/{proxy+}', any: 'v1', anyStreams: true },
];

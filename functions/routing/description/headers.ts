import type { Json } from './components.ts';

/** Headers of answers, as the document describes them once. `always`: every answer that names it has it. */
const HEADERS = {
  'x-request-id': { description: "The request's id, by which an operator finds it in the log.", always: true },
  RateLimit: {
    description: 'How many requests each limit leaves, and in how many seconds it begins anew: `"user";r=42;t=17`.',
    always: true,
  },
  'RateLimit-Policy': {
    description: 'The limits: so many requests in so many seconds: `"user";q=100;w=60`.',
    always: true,
  },
  'Retry-After': { description: 'In how many seconds to come again.' },
  'WWW-Authenticate': { description: 'How to sign in: `Bearer`.' },
  Allow: { description: 'The methods of this path.' },
  ETag: { description: 'This version, for `If-None-Match`.' },
  'x-artel-ignored': { description: 'What of the request had no effect.' },
  'x-artel-max-tokens': { description: "The answer's longest length, where the tier or the model has lowered it." },
  'x-artel-cache': {
    description:
      'Of a model, not of an agent. `hit`: the answer to the same request was kept and is given again. `similar`: that to a request which asks for the same in other words.',
  },
  'x-artel-session': { description: 'The session in which an agent answers.' },
  'x-artel-run': { description: 'The run of the agent, which the same header of a request goes on with.' },
  'x-artel-waiting': { description: 'The approvals for which the agent waits.' },
} satisfies Record<string, { description: string; always?: true }>;

export type AnswerHeader = keyof typeof HEADERS;

/** All of them, as operations refer to them. */
export const describedHeaders = (): Json =>
  Object.fromEntries(
    Object.entries<{ description: string; always?: true }>(HEADERS).map(([name, { description, always }]) => [
      name,
      { description, ...(always && { required: true }), schema: { type: 'string' } },
    ]),
  );

export const headersNamed = (names: readonly AnswerHeader[]): Json =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

type Answering = {
  path: string;
  answerHeaders: readonly AnswerHeader[];
  otherSuccesses: readonly { status: number }[];
};

/** Clients of `/v1` know no more than its description; what all other answers have in common the document says in words. */
export const headersOfSuccess = ({ path, answerHeaders, otherSuccesses }: Answering): AnswerHeader[] => [
  ...(path.startsWith('/v1/') ? (['x-request-id', 'RateLimit', 'RateLimit-Policy'] as const) : []),
  ...answerHeaders,
  ...(otherSuccesses.some(({ status }) => status === 304) ? (['ETag'] as const) : []),
];

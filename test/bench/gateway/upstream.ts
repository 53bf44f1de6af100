import { createServer, type ServerResponse } from 'node:http';
import { ANSWER } from './prompts.ts';
import { announce, bodyOf } from './served.ts';

/** The bare upstream: an OpenAI-compatible server that answers at once and always the same, whole or as a stream. */
const usage = { prompt_tokens: 1_000, completion_tokens: 40, total_tokens: 1_040 };
const about = { id: 'chatcmpl-bench', created: 1_700_000_000, model: 'scripted' };

const whole = JSON.stringify({
  ...about,
  object: 'chat.completion',
  choices: [{ index: 0, message: { role: 'assistant', content: ANSWER }, finish_reason: 'stop' }],
  usage,
});
const event = (fields: object): string =>
  `data: ${JSON.stringify({ ...about, object: 'chat.completion.chunk', ...fields })}\n\n`;
const delta = (part: object, finish: string | null = null): string =>
  event({ choices: [{ index: 0, delta: part, finish_reason: finish }] });
const [first = '', ...rest] = ANSWER.match(/ ?[^ ]+/g) ?? [];
const beginning = delta({ role: 'assistant', content: '' }) + delta({ content: first });
const remainder = `${rest.map((word) => delta({ content: word })).join('')}${delta({}, 'stop')}${event({ choices: [], usage })}data: [DONE]\n\n`;

/**
 * An event a word. They are written in two goes, the first word before the others, so that next to nothing of what a stream
 * takes is the upstream's own time: gateways that ask for a stream, whatever their client wants, are not charged with it.
 */
const stream = (response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(beginning);
  setImmediate(() => response.end(remainder));
};

/** One vector for every text: whoever searches finds all alike. */
const VECTOR = Array.from({ length: 1_536 }, (_, index) => (index === 0 ? 1 : 0));

const embeddings = (body: string): string => {
  const { input, encoding_format } = JSON.parse(body) as { input: string | string[]; encoding_format?: string };
  const embedding =
    encoding_format === 'base64' ? Buffer.from(Float32Array.from(VECTOR).buffer).toString('base64') : VECTOR;
  const data = [input].flat().map((_, index) => ({ object: 'embedding', index, embedding }));
  return JSON.stringify({ object: 'list', model: 'scripted', data, usage: { prompt_tokens: 10, total_tokens: 10 } });
};

const server = createServer(async (request, response) => {
  const body = await bodyOf(request);
  const isEmbeddings = request.url?.endsWith('/embeddings') ?? false;
  if (!isEmbeddings && /"stream":\s*true/.test(body)) return stream(response);
  const answer = isEmbeddings ? embeddings(body) : whole;
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) });
  response.end(answer);
});

announce(server);

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

const server = createServer(async (request, response) => {
  const body = await bodyOf(request);
  if (/"stream":true/.test(body)) return stream(response);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(whole) });
  response.end(whole);
});

announce(server);

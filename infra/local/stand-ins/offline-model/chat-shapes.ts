import { createHash } from 'node:crypto';
import type { ChatRequest } from './chat-request.ts';
import { piecesOf, type Reply } from './reply.ts';
import { usageOf } from './tokens.ts';

/** The same request always gets the same ids. */
function digest(request: ChatRequest): string {
  return createHash('sha256').update(JSON.stringify(request.messages)).digest('hex').slice(0, 24);
}

function toolCalls(request: ChatRequest, { calls }: Reply) {
  return calls.map((call, index) => ({
    id: `call_${digest(request)}${index}`,
    type: 'function' as const,
    function: call,
  }));
}

/** The whole answer as one object. */
export function completionObject(request: ChatRequest, reply: Reply, created: number) {
  const calls = toolCalls(request, reply);
  const message = {
    role: 'assistant',
    content: reply.text,
    refusal: null,
    ...(calls.length > 0 && { tool_calls: calls }),
  };
  return {
    id: `chatcmpl-${digest(request)}`,
    object: 'chat.completion',
    created,
    model: request.model,
    choices: [{ index: 0, message, logprobs: null, finish_reason: reply.finish }],
    usage: usageOf(request, reply),
  };
}

/** The answer as the chunks of a stream: the role, the pieces, the reason it ended, and the usage if it is wanted. */
export function* chunkObjects(request: ChatRequest, reply: Reply, created: number) {
  const withUsage = request.stream_options?.include_usage === true;
  const head = { id: `chatcmpl-${digest(request)}`, object: 'chat.completion.chunk', created, model: request.model };
  const chunk = (delta: object, finish_reason: string | null = null) => ({
    ...head,
    choices: [{ index: 0, delta, logprobs: null, finish_reason }],
    ...(withUsage && { usage: null }),
  });
  yield chunk({ role: 'assistant', content: reply.text === null ? null : '' });
  for (const content of piecesOf(reply.text ?? '')) yield chunk({ content });
  for (const [index, call] of toolCalls(request, reply).entries()) {
    const { name, arguments: given } = call.function;
    yield chunk({ tool_calls: [{ index, id: call.id, type: call.type, function: { name, arguments: '' } }] });
    for (const piece of piecesOf(given)) yield chunk({ tool_calls: [{ index, function: { arguments: piece } }] });
  }
  yield chunk({}, reply.finish);
  if (withUsage) yield { ...head, choices: [], usage: usageOf(request, reply) };
}

import { piecesOf } from '../../infra/local/stand-ins/offline-model/reply.ts';
import { count } from '../../infra/local/stand-ins/offline-model/tokens.ts';

/** How the bytes of a stream are spread over writes: one an event, all at once, singly, in sevens, or in given sizes. */
export type Chunks = 'events' | 'whole' | 'bytes' | 'odd' | number[];
export type ScriptedToolCall = { id?: string; name: string; arguments: string | Record<string, unknown> };
export type ScriptedUsage = {
  prompt_tokens: number;
  completion_tokens: number;
  prompt_tokens_details?: { cached_tokens: number };
};
export type ScriptedAnswer = {
  /** Comes before everything else. */
  reasoning?: string;
  text?: string;
  tool_calls?: ScriptedToolCall[];
  usage?: ScriptedUsage;
  finish?: 'stop' | 'length' | 'content_filter';
};

const head = (object: string, model: string) => ({ id: 'chatcmpl-scripted', object, created: 1, model });

/** The answer as one object. */
export function completionOf(answer: ScriptedAnswer, model: string) {
  const calls = callsOf(answer);
  const thoughts = answer.reasoning === undefined ? {} : { reasoning_content: answer.reasoning };
  const message = {
    role: 'assistant',
    content: answer.text ?? null,
    ...thoughts,
    ...(calls.length > 0 && { tool_calls: calls }),
  };
  return {
    ...head('chat.completion', model),
    choices: [{ index: 0, message, finish_reason: finishOf(answer) }],
    usage: usageOf(answer),
  };
}

/** The answer as server-sent events, one buffer each: the role, a piece of text or arguments at a time, the end. */
export function eventsOf(answer: ScriptedAnswer, model: string, withUsage: boolean): Buffer[] {
  const delta = (value: object, finish_reason: string | null = null) => ({
    ...head('chat.completion.chunk', model),
    choices: [{ index: 0, delta: value, finish_reason }],
  });
  const chunks: object[] = [delta({ role: 'assistant', content: answer.text === undefined ? null : '' })];
  for (const reasoning_content of piecesOf(answer.reasoning ?? '')) chunks.push(delta({ reasoning_content }));
  for (const content of piecesOf(answer.text ?? '')) chunks.push(delta({ content }));
  for (const [index, { id, type, function: called }] of callsOf(answer).entries()) {
    const middle = Math.ceil(called.arguments.length / 2);
    chunks.push(delta({ tool_calls: [{ index, id, type, function: { name: called.name, arguments: '' } }] }));
    for (const half of [called.arguments.slice(0, middle), called.arguments.slice(middle)]) {
      chunks.push(delta({ tool_calls: [{ index, function: { arguments: half } }] }));
    }
  }
  chunks.push(delta({}, finishOf(answer)));
  if (withUsage) chunks.push({ ...head('chat.completion.chunk', model), choices: [], usage: usageOf(answer) });
  return [...chunks.map((chunk) => JSON.stringify(chunk)), '[DONE]'].map((data) => Buffer.from(`data: ${data}\n\n`));
}

/** The same bytes in other portions; sizes given as numbers end with all that is left. */
export function spread(events: Buffer[], chunks: Chunks): Buffer[] {
  if (chunks === 'events') return events;
  const bytes = Buffer.concat(events);
  if (chunks === 'whole') return [bytes];
  const sizes = typeof chunks === 'string' ? undefined : [...chunks];
  const each = chunks === 'bytes' ? 1 : 7;
  const portions: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const size = sizes ? (sizes.shift() ?? bytes.length) : each;
    portions.push(bytes.subarray(at, at + size));
    at += size;
  }
  return portions.filter((portion) => portion.length > 0);
}

function callsOf({ tool_calls = [] }: ScriptedAnswer) {
  return tool_calls.map((call, index) => ({
    id: call.id ?? `call_scripted_${index}`,
    type: 'function' as const,
    function: {
      name: call.name,
      arguments: typeof call.arguments === 'string' ? call.arguments : JSON.stringify(call.arguments),
    },
  }));
}

function usageOf({ usage, text = '' }: ScriptedAnswer) {
  const counts = usage ?? { prompt_tokens: 10, completion_tokens: count(text) };
  return { ...counts, total_tokens: counts.prompt_tokens + counts.completion_tokens };
}

const finishOf = ({ finish, tool_calls }: ScriptedAnswer) => finish ?? (tool_calls?.length ? 'tool_calls' : 'stop');

import { teamReply } from './builds/answer.ts';
import { chat } from './chat.ts';
import type { ChatRequest } from './chat-request.ts';
import { readConversation } from './conversation.ts';
import { goalOf, plan, planShape } from './planning.ts';
import type { Reply } from './reply.ts';
import { piecesOf } from './reply.ts';
import { fill } from './schema.ts';
import { cut } from './tokens.ts';
import { chooseTools } from './tool-calls.ts';

/** The answer to a request: that of one of the builder team if it is asked as such; tool calls if it asks for some, JSON if it demands a form, else words. */
export function complete(request: ChatRequest): Reply {
  const team = teamReply(request);
  if (team) return team;
  const conversation = readConversation(request.messages);
  if (conversation.results.length === 0) {
    const calls = chooseTools(request, conversation.question);
    if (calls.length > 0) return { text: null, calls, finish: 'tool_calls' };
  }
  return limited(write(request), request);

  function write({ response_format: format }: ChatRequest): string {
    if (!format || format.type === 'text') return chat(conversation);
    if (!('json_schema' in format)) return JSON.stringify({ answer: chat(conversation) });
    const { schema } = format.json_schema;
    const shape = planShape(schema);
    if (shape)
      return JSON.stringify(
        plan(schema, { shape, goal: goalOf(conversation), instructions: conversation.instructions }),
      );
    return JSON.stringify(fill(schema, chat(conversation)));
  }
}

function limited(text: string, { stop, max_completion_tokens, max_tokens }: ChatRequest): Reply {
  const marks = typeof stop === 'string' ? [stop] : (stop ?? []);
  const ends = marks.map((mark) => text.indexOf(mark)).filter((end) => end >= 0);
  const said = ends.length > 0 ? text.slice(0, Math.min(...ends)) : text;
  const limit = max_completion_tokens ?? max_tokens;
  const kept = limit ? cut(piecesOf(said), limit).join('') : said;
  return { text: kept, calls: [], finish: kept === said ? 'stop' : 'length' };
}

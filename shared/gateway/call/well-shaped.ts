import type { ChatMessage } from './model-call.ts';

/**
 * A conversation in the shape that strict chat templates demand: one system message, first; then the person begins, and
 * neighbours of one role are one message. Calls and their results stay as they are.
 */
export const wellShaped = (messages: readonly ChatMessage[]): ChatMessage[] => {
  const system = messages.flatMap((message) => (message.role === 'system' ? [message] : []));
  const said = messages.filter(({ role }) => role !== 'system');
  const begun = said.slice(
    Math.max(
      0,
      said.findIndex(({ role }) => role === 'user'),
    ),
  );
  const shaped: ChatMessage[] = [];
  for (const message of [...system, ...begun]) {
    const last = shaped.at(-1);
    const joined = last && joinedWith(last, message);
    if (joined) shaped[shaped.length - 1] = joined;
    else shaped.push(message);
  }
  return shaped;
};

const joinedWith = (one: ChatMessage, other: ChatMessage): ChatMessage | undefined => {
  if (one.role !== other.role || one.role === 'tool') return undefined;
  if (one.role === 'assistant' && (one.calls || one.reasoning)) return undefined;
  if (typeof one.content === 'string' && typeof other.content === 'string')
    return { ...other, content: [one.content, other.content].filter(Boolean).join('\n\n') } as ChatMessage;
  return { ...other, content: [...partsOf(one.content), ...partsOf(other.content)] } as ChatMessage;
};

const partsOf = (content: ChatMessage['content']) =>
  typeof content === 'string' ? [{ type: 'text' as const, text: content }] : content;

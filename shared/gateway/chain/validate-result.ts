import type { ChatMessage, ModelCall, ToolRequest } from '../call/model-call.ts';
import type { Answer, Piece } from './policy.ts';

/*
 * What a policy hands back is checked before anything is built on it: a policy that breaks its word fails, in its stated
 * way, at the policy and not three stages later.
 */

class PolicyContractError extends Error {
  override readonly name = 'BrokenWord';
}

const isText = (value: unknown): value is string => typeof value === 'string';

const isCall = (value: unknown): value is ToolRequest => {
  const call = value as ToolRequest | undefined;
  return isText(call?.id) && isText(call.name) && isText(call.arguments);
};

const isContent = (content: unknown): boolean =>
  isText(content) ||
  (Array.isArray(content) &&
    content.every((part) => (part?.type === 'text' ? isText(part.text) : part?.type === 'image' && isText(part.url))));

const isMessage = (value: unknown): value is ChatMessage => {
  const message = value as ChatMessage | undefined;
  switch (message?.role) {
    case 'user':
      return isContent(message.content);
    case 'system':
      return isText(message.content);
    case 'tool':
      return isText(message.callId) && isText(message.content);
    case 'assistant':
      return isText(message.content) && (message.calls === undefined || message.calls.every(isCall));
    default:
      return false;
  }
};

/** The call with what a policy may change; whose call it is and who waits for it stay as they were. */
export const validateCall = (changed: ModelCall, original: ModelCall): ModelCall => {
  const { messages, tools } = changed;
  if (!Array.isArray(messages) || messages.length === 0 || !messages.every(isMessage))
    throw new PolicyContractError('The messages are none.');
  if (tools !== undefined && !(Array.isArray(tools) && tools.every(({ name }) => isText(name))))
    throw new PolicyContractError('The tools are none.');
  const { scope, purpose, agent, session, key, signal, delivery } = original;
  return { ...changed, scope, purpose, agent, session, key, signal, delivery };
};

/** Pieces of which each call is one that the model made: a policy may drop and change calls, and add none. */
export const validatePieces = (pieces: unknown, known: ReadonlySet<string>): Piece[] => {
  if (!Array.isArray(pieces)) throw new PolicyContractError('The pieces are no list.');
  for (const piece of pieces as Piece[]) {
    if (piece?.kind === 'text' && isText(piece.text)) continue;
    if (piece?.kind === 'call' && isCall(piece.call) && known.has(piece.call.id)) continue;
    throw new PolicyContractError('A piece is neither a text nor a call of the model.');
  }
  return pieces as Piece[];
};

export const validateAnswer = (answer: Answer, known: ReadonlySet<string>): Answer => {
  const { text, calls } = answer;
  if (!isText(text) || !Array.isArray(calls)) throw new PolicyContractError('The answer is none.');
  validatePieces(
    calls.map((call) => ({ kind: 'call', call })),
    known,
  );
  return { text, calls };
};

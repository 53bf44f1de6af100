import type { ContentPart, DocumentPart } from '../call/content-parts.ts';
import type { ChatMessage, ModelCall, ToolRequest } from '../call/model-call.ts';
import type { Reasoning } from '../call/reasoning.ts';
import { piecesOf } from './pieces.ts';
import type { Answer, Piece } from './policy.ts';

/*
 * What a policy returns is checked before anything is built on it: one that breaks its contract fails in its own failure
 * mode, at the policy and not three stages later.
 */

export class PolicyContractError extends Error {
  override readonly name = 'PolicyContractError';
}

const isText = (value: unknown): value is string => typeof value === 'string';

const isCall = (value: unknown): value is ToolRequest => {
  const call = value as ToolRequest | undefined;
  return isText(call?.id) && isText(call.name) && isText(call.arguments);
};

const isReasoning = ({ text, native = [] }: Reasoning): boolean =>
  isText(text) && Array.isArray(native) && native.every(({ data }) => typeof data === 'object' && data !== null);

const isContent = (content: unknown): boolean => isText(content) || (Array.isArray(content) && content.every(isPart));

const isPart = (value: unknown): boolean => {
  const part = value as ContentPart | undefined;
  switch (part?.type) {
    case 'text':
      return isText(part.text);
    case 'image':
      return isText(part.url);
    case 'document':
      return isDocument(part);
    default:
      return false;
  }
};

const isDocument = ({ source, title = '', context = '' }: DocumentPart): boolean => {
  if (!isText(title) || !isText(context) || typeof source !== 'object' || source === null) return false;
  return 'url' in source ? isText(source.url) : Array.isArray(source.passages) && source.passages.every(isText);
};

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
      return (
        isText(message.content) &&
        (message.calls === undefined || message.calls.every(isCall)) &&
        (message.reasoning === undefined || isReasoning(message.reasoning))
      );
    default:
      return false;
  }
};

/** The call with what a policy may change; its owner, purpose, signal and delivery stay as they were. */
export const validateCall = (changed: ModelCall, original: ModelCall): ModelCall => {
  const { messages, tools } = changed;
  if (!Array.isArray(messages) || messages.length === 0 || !messages.every(isMessage))
    throw new PolicyContractError('messages must be a non-empty array of messages');
  if (tools !== undefined && !(Array.isArray(tools) && tools.every(({ name }) => isText(name))))
    throw new PolicyContractError('tools must be an array with names');
  const { scope, purpose, agent, session, key, signal, delivery } = original;
  return { ...changed, scope, purpose, agent, session, key, signal, delivery };
};

/** A policy may drop and change calls of the model, but not add any. */
export const validatePieces = (pieces: unknown, callIds: ReadonlySet<string>): Piece[] => {
  if (!Array.isArray(pieces)) throw new PolicyContractError('pieces must be an array');
  for (const piece of pieces as Piece[]) {
    if ((piece?.kind === 'text' || piece?.kind === 'refusal') && isText(piece.text)) continue;
    if (
      piece?.kind === 'reasoning' &&
      isReasoning({ text: piece.text, ...(piece.native && { native: [piece.native] }) })
    )
      continue;
    if (piece?.kind === 'call' && isCall(piece.call) && callIds.has(piece.call.id)) continue;
    throw new PolicyContractError('a piece must be a text or one of the calls the model made');
  }
  return pieces as Piece[];
};

export const validateAnswer = (answer: Answer, callIds: ReadonlySet<string>): Answer => {
  const { text, calls, refusal, reasoning } = answer;
  if (!isText(text) || !Array.isArray(calls)) throw new PolicyContractError('answer must have text and calls');
  validatePieces(piecesOf(answer), callIds);
  return { text, calls, ...(refusal !== undefined && { refusal }), ...(reasoning && { reasoning }) };
};

import type { Placeholders, Spellings } from '../../../../pii/index.ts';
import type { ChatMessage, ModelCall, ToolRequest } from '../../../call/model-call.ts';
import type { PolicyContext } from '../../../chain/policy.ts';
import type { PiiEngine } from '../../../pii-engine.ts';
import type { Find } from '../../remembered.ts';
import { type TextSource, withTexts } from '../../texts.ts';

type Redaction = { placeholders: Placeholders; find: Find; context: PolicyContext };

export const redacted = (engine: PiiEngine, call: ModelCall, { placeholders, find, context }: Redaction): ModelCall => {
  const inCalls = context.agent === undefined ? placeholders : keepingKnown(placeholders);
  const change = (text: string, own: Placeholders): string => engine.replaceFound(text, find(text), own);
  // Arguments are JSON and are changed as a whole: the name before a number tells what it is.
  const replaced = withArguments(call, (text) => change(text, inCalls));
  const changed = (text: string, source: TextSource): string => {
    if (source === 'calls') return text;
    return change(text, source === 'reasoning' ? inCalls : placeholders);
  };
  // A plain call's thoughts have the values where their model wrote placeholders, an agent's are as their model wrote them.
  return withTexts(replaced, changed, { keepsSignatures: context.agent === undefined });
};

const withArguments = (call: ModelCall, change: (text: string) => string): ModelCall => {
  let isChanged = false;
  const changed = (one: ToolRequest): ToolRequest => {
    const text = change(one.arguments);
    isChanged ||= text !== one.arguments;
    return { ...one, arguments: text };
  };
  const messages = call.messages.map(
    (message): ChatMessage =>
      message.role === 'assistant' && message.calls ? { ...message, calls: message.calls.map(changed) } : message,
  );
  return isChanged ? { ...call, messages } : call;
};

/** All texts that the model is given, except an agent's earlier calls and thoughts, which contain placeholders of its own. */
export const textsOf = (call: ModelCall, context: PolicyContext): string[] => {
  const texts: string[] = [];
  withTexts(call, (text, source) => {
    if ((source !== 'calls' && source !== 'reasoning') || context.agent === undefined) texts.push(text);
    return text;
  });
  return texts;
};

type Values = { placeholders: Placeholders; spellings: Spellings | undefined; tools: ModelCall['tools'] };

export const withValues = (
  engine: PiiEngine,
  call: ToolRequest,
  { placeholders, spellings, tools }: Values,
): ToolRequest => {
  const schema = tools?.find(({ name }) => name === call.name)?.parameters;
  return { ...call, arguments: engine.restoreArguments(call.arguments, placeholders, schema, { spellings }) };
};

/** `realArguments` knows placeholders only as they were given: it does not see the texts that tell names from placeholders. */
export const withGivenPlaceholders = (
  engine: PiiEngine,
  call: ToolRequest,
  { placeholders, spellings }: Values,
): ToolRequest =>
  spellings === undefined
    ? call
    : { ...call, arguments: engine.respellArguments(call.arguments, placeholders, spellings) };

/** Calls the model made earlier still contain placeholders; only those of this session are kept. */
const keepingKnown = (placeholders: Placeholders): Placeholders => ({
  placeholderFor: (type, value, number) =>
    type === 'LITERAL' && placeholders.valueOf(value) !== undefined
      ? value
      : placeholders.placeholderFor(type, value, number),
  valueOf: (placeholder) => placeholders.valueOf(placeholder),
});

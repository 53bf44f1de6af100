import { isExactNumber, parseExact } from '../../core/json/exact.ts';
import { type ContentPart, partWith } from '../call/content-parts.ts';
import type { ChatMessage, ModelCall, ToolOffer, ToolRequest } from '../call/model-call.ts';
import { reasoningWith } from '../call/reasoning.ts';

/** Where a text of a call comes from. Texts in `calls` and `reasoning` were written by the model, all others were not. */
export type TextSource = ChatMessage['role'] | 'calls' | 'reasoning' | 'tools' | 'settings';
export type TextChange = (text: string, source: TextSource) => string;

/** Keywords of JSON Schema whose values are texts or data, not parts of the schema itself. */
const WITH_TEXT = new Set(['description', 'title', 'default', 'examples', 'enum', 'const']);

/** `keepsSignatures`: of thoughts, to which the change gives back what their model wrote. */
type Options = { keepsSignatures?: boolean };

/** The call with every outgoing text changed, or the same object if none was. Pictures and PDFs are passed on as they are. */
export const withTexts = (call: ModelCall, change: TextChange, options: Options = {}): ModelCall => {
  let isChanged = false;
  const noting: TextChange = (text, source) => {
    const changed = change(text, source);
    isChanged ||= changed !== text;
    return changed;
  };
  const result = changedBy(call, noting, options);
  return isChanged ? result : call;
};

const changedBy = (call: ModelCall, change: TextChange, options: Options): ModelCall => ({
  ...call,
  messages: call.messages.map((message) => messageWith(message, change, options)),
  ...(call.tools && { tools: call.tools.map((tool) => toolWith(tool, change)) }),
  ...(call.stop && { stop: call.stop.map((text) => change(text, 'settings')) }),
  ...(call.user !== undefined && { user: change(call.user, 'settings') }),
  ...(typeof call.responseFormat === 'object' && {
    responseFormat: { ...call.responseFormat, schema: schemaWith(call.responseFormat.schema, change) },
  }),
});

const messageWith = (message: ChatMessage, change: TextChange, options: Options): ChatMessage => {
  switch (message.role) {
    case 'user':
      return { ...message, content: contentWith(message.content, (text) => change(text, 'user')) };
    case 'assistant':
      return {
        ...message,
        content: change(message.content, 'assistant'),
        ...(message.calls && { calls: message.calls.map((call) => callWith(call, (text) => change(text, 'calls'))) }),
        ...(message.reasoning && {
          reasoning: reasoningWith(message.reasoning, (text) => change(text, 'reasoning'), options),
        }),
      };
    default:
      return { ...message, content: change(message.content, message.role) };
  }
};

const contentWith = (content: string | ContentPart[], change: (text: string) => string): string | ContentPart[] =>
  typeof content === 'string' ? change(content) : content.map((part) => partWith(part, change));

/** Changes the strings inside JSON arguments, so that they stay JSON; arguments that are not JSON are changed as one text. */
export const callWith = (call: ToolRequest, change: (text: string) => string): ToolRequest => ({
  ...call,
  arguments: jsonWith(call.arguments, change),
});

const jsonWith = (text: string, change: (text: string) => string): string => {
  try {
    const value = parseExact(text);
    const changed = JSON.stringify(valueWith(value, change));
    // Unchanged JSON keeps its spelling, so that escapes survive.
    return changed === JSON.stringify(value) ? text : changed;
  } catch (error) {
    // Not JSON, or nested deeper than anybody reads.
    if (error instanceof SyntaxError || error instanceof RangeError) return change(text);
    throw error;
  }
};

const valueWith = (value: unknown, change: (text: string) => string): unknown => {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => valueWith(item, change));
  if (typeof value !== 'object' || value === null || isExactNumber(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [change(name), valueWith(item, change)]));
};

const toolWith = (tool: ToolOffer, change: TextChange): ToolOffer => ({
  ...tool,
  description: change(tool.description, 'tools'),
  parameters: schemaWith(tool.parameters, change),
});

const schemaWith = (schema: Record<string, unknown>, change: TextChange): Record<string, unknown> => {
  const walk = (value: unknown, names: boolean): unknown => {
    if (Array.isArray(value)) return value.map((item) => walk(item, false));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => {
        // The keys below `properties` are field names, which may well be "title".
        if (!names && WITH_TEXT.has(name)) return [name, valueWith(item, (text) => change(text, 'tools'))];
        return [name, walk(item, !names && (name === 'properties' || name === '$defs' || name === 'definitions'))];
      }),
    );
  };
  return walk(schema, false) as Record<string, unknown>;
};

import { expressionIn } from './arithmetic.ts';
import type { ChatRequest, Tool } from './chat-request.ts';
import { fill, isRequired, type JsonSchema, propertiesOf } from './schema.ts';

export type ToolCall = { name: string; arguments: string };
type Values = Record<string, unknown>;
type Rule = { tool: RegExp; read: (text: string) => Values | undefined };

const tail = '[.!?]*$';

/** What a text can ask for in plain words, by the names of the tools that do it. Values are keyed by the roles in `synonyms`. */
const rules: Rule[] = [
  { tool: /calc/, read: (text) => asked(expressionIn(text), (expression) => ({ expression })) },
  {
    tool: /clock|time/,
    read: (text) =>
      /\b(?:what|which|tell me the|current) (?:time|date|day)\b|\bwhat(?:'s| is) the (?:time|date)\b|который час|какое сегодня число|сколько времени/i.test(
        text,
      )
        ? {}
        : undefined,
  },
  {
    tool: /save|remember/,
    read: (text) =>
      first(text, new RegExp(`(?:\\bremember that|\\bremember:|запомни,? что|запомни:)\\s*(.+?)${tail}`, 'is'), 'text'),
  },
  {
    tool: /memory.*(?:search|find)|recall/,
    read: (text) =>
      first(text, new RegExp(`(?:\\bsearch (?:my|your|the) memory for|поищи в памяти)\\s+(.+?)${tail}`, 'is'), 'query'),
  },
  { tool: /fetch|http/, read: request },
  {
    tool: /file.*read|read.*file/,
    read: (text) => first(text, /\b(?:read|open|show) (?:the )?file ["“']?([\w./-]*\w)/i, 'path'),
  },
  { tool: /file.*list|list.*file/, read: (text) => (/\blist (?:the |my |all )?files\b/i.test(text) ? {} : undefined) },
  { tool: /file.*write|write.*file/, read: writing },
  { tool: /ask.*agent/, read: asking },
];

/** Other names a tool may give to a role's parameter. */
const synonyms: Record<string, string[]> = {
  expression: ['expression', 'input', 'formula'],
  text: ['text', 'content', 'fact', 'memory', 'value'],
  query: ['query', 'q', 'text', 'question'],
  url: ['url', 'uri', 'address'],
  path: ['path', 'file', 'name', 'filename'],
  agent: ['agent', 'name', 'target_agent', 'to'],
  question: ['question', 'message', 'task', 'text', 'prompt'],
};

/** The calls a message asks for among the tools offered; none unless it does so in plain words or `tool_choice` demands one. */
export function chooseTools({ tools, tool_choice, parallel_tool_calls }: ChatRequest, text: string): ToolCall[] {
  if (!tools || tool_choice === 'none') return [];
  const named = typeof tool_choice === 'object' ? tool_choice?.function.name : undefined;
  const offered = named === undefined ? tools : tools.filter((tool) => tool.function.name === named);
  const calls = [...explicit(offered, text), ...offered.flatMap((tool) => callByRule(tool, text) ?? [])];
  const [forced] = offered;
  if (calls.length === 0 && forced && (named !== undefined || tool_choice === 'required')) {
    calls.push(call(forced, {}, text));
  }
  return parallel_tool_calls === false ? calls.slice(0, 1) : calls;
}

/** "call NAME with {…}" works for every tool. */
function explicit(tools: Tool[], text: string): ToolCall[] {
  const parts = /\b(?:call|use)(?: the)?(?: tool)? ["“'`]?([\w.-]*\w)["”'`]?(?: tool)?(?: with\s+(\{.*\}))?/is.exec(
    text,
  );
  const tool = tools.find((one) => one.function.name === parts?.[1]);
  if (!tool) return [];
  try {
    return [call(tool, parts?.[2] === undefined ? {} : JSON.parse(parts[2]), text)];
  } catch {
    // A SyntaxError: not JSON.
    return [];
  }
}

function callByRule(tool: Tool, text: string): ToolCall[] | undefined {
  const values = rules.find((rule) => rule.tool.test(tool.function.name))?.read(text);
  return values && [call(tool, values, text)];
}

/** Puts the values under the names the tool's schema has for them and fills what else it requires. */
function call({ function: { name, parameters } }: Tool, values: Values, text: string): ToolCall {
  const schema: JsonSchema = parameters ?? {};
  const known = propertiesOf(schema, schema);
  const given: Values = {};
  for (const [role, value] of Object.entries(values)) {
    const names = synonyms[role] ?? [role];
    const target = names.find((one) => known.some(([property]) => property === one) && !(one in given));
    if (target !== undefined) given[target] = value;
    else if (known.length === 0) given[role] = value;
  }
  for (const [property, inner] of known) {
    if (isRequired(schema, property) && !(property in given)) given[property] = fill(inner, text, schema);
  }
  return { name, arguments: JSON.stringify(given) };
}

function request(text: string): Values | undefined {
  const url = /https?:\/\/[^\s"'<>]*[^\s"'<>.,!?)]/i.exec(text)?.[0];
  const verb = /\b(fetch|get|open|download|read|visit|post|send|put|delete)\b/i.exec(text)?.[1]?.toLowerCase();
  if (url === undefined || verb === undefined) return undefined;
  if (verb === 'delete' || verb === 'put') return { url, method: verb.toUpperCase() };
  if (verb !== 'post' && verb !== 'send') return { url, method: 'GET' };
  const body = /\b(?:post|send)\s+(.+?)\s+to\s+http/is.exec(text)?.[1];
  return { url, method: 'POST', ...(body !== undefined && { body }) };
}

function writing(text: string): Values | undefined {
  const parts =
    /\b(?:write|save)\s+["“'](.+?)["”']\s+(?:to|into|in|as)\s+(?:the )?(?:file\s+)?["“']?([\w./-]*\w)/is.exec(text);
  return parts ? { path: parts[2], text: parts[1] } : undefined;
}

function asking(text: string): Values | undefined {
  const parts =
    /\bask (?:the )?(?:agent )?["“'`]?([a-z][a-z0-9-]*)["”'`]?(?: agent)? (?:to|about|whether|for|:)\s*(.+)$/is.exec(
      text,
    );
  return parts ? { agent: parts[1]?.toLowerCase(), question: parts[2] } : undefined;
}

function first(text: string, form: RegExp, role: string): Values | undefined {
  return asked(form.exec(text)?.[1], (value) => ({ [role]: value }));
}

const asked = <T>(value: T | undefined, values: (value: T) => Values) =>
  value === undefined ? undefined : values(value);

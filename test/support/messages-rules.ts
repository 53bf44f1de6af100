type Schema = { type?: string; properties?: Record<string, Schema>; items?: Schema };
type Block = { type: string; text?: string; id?: string; name?: string; tool_use_id?: string; input?: unknown };
type Turn = { role: string; content: string | Block[] };
type Body = {
  max_tokens?: unknown;
  messages?: Turn[];
  tools?: { name: string; input_schema?: Schema }[];
  tool_choice?: { type: string; name?: string };
};

const blocksOf = ({ content }: Turn): Block[] =>
  typeof content === 'string' ? [{ type: 'text', text: content }] : content;

/** What the real API would answer a request with that it does not take; nothing for one that it does. */
export const complaintAbout = (body: Record<string, unknown>, headers: Record<string, unknown>): string | undefined => {
  const { max_tokens, messages = [], tools = [], tool_choice: choice } = body as Body;
  if (headers['anthropic-version'] !== '2023-06-01') return 'anthropic-version: header is required';
  if (!Number.isSafeInteger(max_tokens)) return 'max_tokens: Field required';
  if (messages.length === 0) return 'messages: at least one message is required';
  const names = tools.map(({ name }) => name);
  if (new Set(names).size < names.length) return 'tools: Tool names must be unique.';
  if (tools.some((tool) => tool.input_schema?.type !== 'object')) return 'tools.0.input_schema.type: Field required';
  if (!names.every(isToolName)) return "tools: name: String should match pattern '^[a-zA-Z0-9_-]{1,128}$'";
  if (!tools.every(({ input_schema }) => areArguments(input_schema)))
    return "tools: input_schema.properties: Property keys should match pattern '^[a-zA-Z0-9_.-]{1,64}$'";
  if (choice && tools.length === 0) return 'tool_choice may only be specified while providing tools.';
  if (choice?.type === 'tool' && !names.includes(choice.name ?? '')) return `Tool '${choice.name}' not found.`;
  return messages.map((turn, place) => complaintAboutTurn(turn, messages[place - 1])).find(Boolean);
};

const isToolName = (name: string | undefined): boolean => /^[a-zA-Z0-9_-]{1,128}$/.test(name ?? '');

const areArguments = ({ properties = {}, items }: Schema = {}): boolean =>
  Object.keys(properties).every((name) => /^[a-zA-Z0-9_.-]{1,64}$/.test(name)) &&
  [...Object.values(properties), ...(items ? [items] : [])].every(areArguments);

const complaintAboutTurn = (turn: Turn, before: Turn | undefined): string | undefined => {
  if (turn.role !== 'user' && turn.role !== 'assistant') return `messages: Unexpected role "${turn.role}".`;
  if (before?.role === turn.role) return `messages: roles must alternate, and two are "${turn.role}"`;
  const blocks = blocksOf(turn);
  if (blocks.length === 0) return 'messages: all messages must have non-empty content';
  if (blocks.some(({ type, text }) => type === 'text' && !text?.trim())) {
    return 'messages: text content blocks must contain non-whitespace text';
  }
  if (blocks.some(({ type, id }) => type === 'tool_use' && !/^[a-zA-Z0-9_-]+$/.test(id ?? ''))) {
    return "messages: tool_use.id: String should match pattern '^[a-zA-Z0-9_-]+$'";
  }
  if (blocks.some(({ type, name }) => type === 'tool_use' && !isToolName(name))) {
    return "messages: tool_use.name: String should match pattern '^[a-zA-Z0-9_-]{1,128}$'";
  }
  if (blocks.some(({ type, input }) => type === 'tool_use' && (typeof input !== 'object' || Array.isArray(input)))) {
    return 'messages: tool_use.input: Input should be a valid dictionary';
  }
  const used = before ? blocksOf(before).flatMap(({ type, id }) => (type === 'tool_use' ? [id] : [])) : [];
  const first = blocks.slice(0, used.length).map(({ tool_use_id }) => tool_use_id);
  if (used.some((id) => !first.includes(id))) {
    return 'messages: `tool_use` ids were found without `tool_result` blocks immediately after';
  }
  const strange = blocks.filter(({ type, tool_use_id }) => type === 'tool_result' && !used.includes(tool_use_id));
  return strange.length > 0 ? 'messages: unexpected `tool_use_id` found in `tool_result` blocks' : undefined;
};

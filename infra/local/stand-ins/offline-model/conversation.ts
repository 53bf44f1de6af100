import { type Message, textOf } from './chat-request.ts';

export type Remembered = { date: string; text: string };
export type ToolResult = { name: string; text: string };
export type Conversation = {
  /** System and developer messages. */
  instructions: string;
  /** The bullets under "What you remember", oldest first. */
  memories: Remembered[];
  /** What the user said before the last message, oldest first. */
  said: string[];
  /** The last message of the user. */
  question: string;
  /** What tools answered since. */
  results: ToolResult[];
};

const memoryHeading = /^## What you remember\s*$/im;
const bullet = /^- \(([^)]*)\)\s*/m;

/** Takes apart what the platform sends: instructions with a section of memories, earlier turns, the question. */
export function readConversation(messages: Message[]): Conversation {
  const instructions = messages.filter(({ role }) => role === 'system' || role === 'developer').map(textOf);
  const last = messages.findLastIndex(({ role }) => role === 'user');
  const before = messages.slice(0, Math.max(last, 0)).filter(({ role }) => role === 'user');
  const question = messages[last];
  return {
    instructions: instructions.join('\n\n'),
    memories: memoriesIn(instructions.join('\n\n')),
    said: before.map(textOf),
    question: question ? textOf(question) : '',
    results: toolResults(messages.slice(last + 1)),
  };
}

/** Bullets may run over several lines: each ends where the next one or another section begins. */
function memoriesIn(instructions: string): Remembered[] {
  const heading = memoryHeading.exec(instructions);
  if (!heading) return [];
  const [section = ''] = instructions.slice(heading.index + heading[0].length).split(/^## /m);
  const [, ...parts] = section.split(bullet);
  const memories: Remembered[] = [];
  for (let i = 0; i + 1 < parts.length; i += 2) memories.push({ date: parts[i]!, text: parts[i + 1]!.trim() });
  return memories.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function toolResults(messages: Message[]): ToolResult[] {
  const names = new Map(
    messages.flatMap(({ tool_calls }) => (tool_calls ?? []).map((call) => [call.id, call.function.name] as const)),
  );
  return messages
    .filter(({ role }) => role === 'tool')
    .map((message) => ({ name: names.get(message.tool_call_id ?? '') ?? 'tool', text: textOf(message) }));
}

/** What the user said in a memory; an interaction is stored as "User: …\nAssistant: …". */
export function userPart(memory: string): string {
  const turns = memory.split(/^(User|Assistant):\s*/m);
  if (turns.length === 1) return memory;
  const parts: string[] = [];
  for (let i = 1; i + 1 < turns.length; i += 2) if (turns[i] === 'User') parts.push(turns[i + 1]!.trim());
  return parts.join('\n');
}

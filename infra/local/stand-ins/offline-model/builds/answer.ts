import { type ChatRequest, type Message, textOf } from '../chat-request.ts';
import type { Reply } from '../reply.ts';
import { fill, isSchema, type JsonSchema, propertiesOf } from '../schema.ts';
import { design, divide } from './design.ts';
import { breakDown, writeCode } from './develop.ts';
import { document } from './document.ts';
import { linesOf, section } from './input.ts';
import { review } from './review.ts';
import { specify } from './specify.ts';

/** What a role is asked: what it is told, and what the files hold that it has read since. */
type Asked = { input: string; read: string | undefined };
type Rule = {
  /** The answer. */
  say: (asked: Asked) => object;
  /** A file that it reads first, if the project has it. */
  reads?: string;
};

const NO_CAUSE = 'The offline model finds no causes: it follows rules, and has none for a failure.';
const NEXT = [
  'Read the output of the tests, and mend what it names.',
  'Go back to a version whose tests passed.',
  'Set OPENAI_API_KEY or ANTHROPIC_API_KEY, and continue the build with a real model.',
];

/** By role, and where a role is asked in several forms, by a field that only one of them has. */
const rules: Record<string, Rule> = {
  specification_writer: { say: ({ input }) => specify(input) },
  architect: { say: ({ input, read }) => design(input, read), reads: 'package.json' },
  tech_lead: { say: ({ input }) => divide(input) },
  developer: { say: ({ input }) => breakDown(input) },
  code_writer: { say: ({ input }) => writeCode(input) },
  reviewer: { say: ({ input }) => review(input) },
  technical_writer: { say: ({ input, read }) => document(input, read), reads: 'README.md' },
  'bug_hunter logs': { say: () => ({ suspicion: NO_CAUSE, logs: [] }) },
  'bug_hunter edits': { say: () => ({ hypothesis: NO_CAUSE, edits: [], give_up: NO_CAUSE }) },
  'bug_hunter content': { say: () => ({ content: `// ${NO_CAUSE}\nexport {};\n` }) },
  'troubleshooter likely_cause': { say: () => ({ likely_cause: NO_CAUSE, next: NEXT }) },
};

const TALK =
  'I am the offline model and follow fixed rules: I cannot take up what you say. Send the proposal back, or edit it yourself; a real model (OPENAI_API_KEY or ANTHROPIC_API_KEY) would answer you.';

const ROLE = /^Role: (\w+)$/m;
const SCHEMA = /JSON schema:\n(\{.*\})$/m;

/** The answer of one of the builder team, if that is who is asked. */
export function teamReply(request: ChatRequest): Reply | undefined {
  const [system, ...messages] = request.messages;
  const instructions = system?.role === 'system' ? textOf(system) : '';
  const role = /^Role: /.test(instructions) ? ROLE.exec(instructions)?.[1] : undefined;
  if (role === undefined) return undefined;
  const schema = schemaIn(instructions);
  const rule = ruleFor(role, schema);
  if (!rule) return said(fill(schema, TALK));
  const question = messages.find((message) => message.role === 'user');
  const input = question ? textOf(question) : '';
  const read = lastRead(messages);
  if (rule.reads && read === undefined && mayRead(request) && isThere(rule.reads, input)) {
    const call = { name: 'file_read', arguments: JSON.stringify({ path: rule.reads }) };
    return { text: null, calls: [call], finish: 'tool_calls' };
  }
  return said(rule.say({ input, read }));
}

const said = (answer: unknown): Reply => ({ text: JSON.stringify(answer), calls: [], finish: 'stop' });

/** Somebody who is spoken to beside the work has to answer in another form than at work. */
function ruleFor(role: string, schema: JsonSchema): Rule | undefined {
  const fields = propertiesOf(schema, schema).map(([name]) => name);
  const byField = fields.map((field) => rules[`${role} ${field}`]).find((rule) => rule !== undefined);
  return byField ?? (fields.includes('reply') ? undefined : rules[role]);
}

function schemaIn(instructions: string): JsonSchema {
  try {
    const schema: unknown = JSON.parse(SCHEMA.exec(instructions)?.[1] ?? '{}');
    return isSchema(schema) ? schema : {};
  } catch {
    // A SyntaxError: no form is asked for.
    return {};
  }
}

const mayRead = ({ tools }: ChatRequest): boolean => (tools ?? []).some((tool) => tool.function.name === 'file_read');
const isThere = (path: string, input: string): boolean =>
  linesOf(section(input, 'Files of the project')).includes(path);

function lastRead(messages: readonly Message[]): string | undefined {
  const result = messages.findLast(({ role }) => role === 'tool');
  return result && textOf(result);
}

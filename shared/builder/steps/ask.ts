import * as z from 'zod';
import { addUsage, type SpentTokens } from '../../bus/index.ts';
import { sha256 } from '../../core/digest.ts';
import { jsonInText } from '../../core/json-in-text.ts';
import {
  type ChatMessage,
  chat,
  type Ending,
  ModelError,
  spentOn,
  type ToolRequest,
  wellShaped,
} from '../../gateway/index.ts';
import type { Role } from '../roles/role.ts';
import { look, offersOf } from './look.ts';
import type { Draft } from './steps.ts';
import type { Team } from './team.ts';

export type Asked<Output> = { role: Role<Output>; input: string; draft?: Draft | undefined };

/** What a role said, or why that was nothing. As it is recorded. */
export type Answer<Output> = { output: Output } | { failed: string };

/** Looks at files in one answer; after these a role has to say what it has to say. */
const MAX_LOOKS = 24;
/** Of one answer: whoever asks for more at once gets the rest with the next. */
const MAX_CALLS = 16;
const MAX_ISSUES = 10;

/** One answer of a role, in its form. Where a call fails, those before it were paid for nevertheless. */
export const askRole = async <Output>(
  team: Team,
  name: string,
  asked: Asked<Output>,
): Promise<{ answer: Answer<Output>; usage: SpentTokens | undefined }> => {
  const spent = new Spent();
  try {
    const answer = await conversation(team, { ...asked, name, spent });
    return { answer, usage: spent.usage };
  } catch (error) {
    if (spent.usage) await team.spend(spent.usage);
    throw error;
  }
};

class Spent {
  usage: SpentTokens | undefined;

  add(more: SpentTokens): void {
    this.usage = addUsage(this.usage, more);
  }
}

type Conversation<Output> = Asked<Output> & { name: string; spent: Spent };

/** A form that does not fit is sent back once. */
const conversation = async <Output>(
  team: Team,
  { name, role, input, draft, spent }: Conversation<Output>,
): Promise<Answer<Output>> => {
  const messages: ChatMessage[] = [
    { role: 'system', content: instructionsOf(team, role) },
    { role: 'user', content: `${input}${talksWith(team, role)}` },
  ];
  let repairs = 0;
  for (let count = 0; ; count += 1) {
    team.checkBounds(spent.usage);
    const said = await oneAnswer(team, {
      name,
      count,
      messages,
      role,
      mayLook: draft !== undefined && count < MAX_LOOKS,
    });
    spent.add(said.usage);
    messages.push({ role: 'assistant', content: said.text, ...(said.calls.length > 0 && { calls: said.calls }) });
    if (said.calls.length > 0 && draft) {
      for (const [index, call] of said.calls.entries()) {
        const content =
          index < MAX_CALLS
            ? await look(team.project, { draft, tools: role.tools, call })
            : `Too many at once: at most ${MAX_CALLS}. Ask again for this.`;
        messages.push({ role: 'tool', callId: call.id, content });
      }
      continue;
    }
    const read = answerIn(said.text, role.output);
    if (read.success) return { output: read.data };
    if (repairs > 0) return { failed: `${role.name}: ${faultsIn(read.error).join(' ')}` };
    repairs += 1;
    messages.push({ role: 'user', content: repairOf(read.error) });
  }
};

type OneAnswer = {
  name: string;
  count: number;
  messages: ChatMessage[];
  role: Pick<Role, 'tools'>;
  mayLook: boolean;
};

const oneAnswer = async (
  { project, task, agent, signal }: Team,
  { name, count, messages, role, mayLook }: OneAnswer,
): Promise<{ text: string; calls: ToolRequest[]; usage: SpentTokens }> => {
  let text = '';
  const calls: ToolRequest[] = [];
  let end: Ending | undefined;
  const tools = mayLook ? offersOf(role.tools) : [];
  const stream = chat({
    scope: project,
    purpose: 'chat',
    agent: task.agent_key,
    session: task.session_id,
    key: `${task.task_id}_${sha256(name).slice(0, 24)}_${count}`,
    messages: wellShaped(messages),
    signal,
    ...(tools.length > 0 && { tools }),
    ...(agent.config.model !== undefined && { model: agent.config.model }),
  });
  for await (const event of stream) {
    if (event.kind === 'text') text += event.text;
    else if (event.kind === 'call') calls.push(event.call);
    else if (event.kind === 'end') end = event;
  }
  if (!end) throw new ModelError('cut');
  if (text.trim() === '' && calls.length === 0) throw new ModelError('silent', {});
  return { text, calls: tools.length > 0 ? calls : [], usage: spentOn(end) };
};

/** The first line is fixed: whoever plays models by rules knows the role by it. */
const instructionsOf = ({ agent }: Team, { name, prompt, output }: Role): string => {
  const { $schema: _, ...form } = z.toJSONSchema(output, { io: 'input' });
  return [
    `Role: ${name}`,
    prompt,
    agent.config.system_prompt,
    `Answer with one JSON object and nothing else. It has to match this JSON schema:\n${JSON.stringify(form)}`,
  ].join('\n\n');
};

const talksWith = ({ talks }: Team, { name }: Pick<Role, 'name'>): string => {
  const said = talks().filter(({ role }) => role === name);
  if (said.length === 0) return '';
  return `\n\n## What the person said to you\n${said.map(({ question, answer }) => `Person: ${question}\nYou: ${answer}`).join('\n')}`;
};

const answerIn = <Output>(text: string, form: z.ZodType<Output>) =>
  form.safeParse(jsonInText(text, (value) => form.safeParse(value).success));

const faultsIn = ({ issues }: z.ZodError): string[] =>
  issues.slice(0, MAX_ISSUES).map(({ path, message }) => `${path.join('.') || 'answer'}: ${message}`);

const repairOf = (error: z.ZodError): string =>
  `Your answer does not have the form that was asked for:\n${faultsIn(error).join('\n')}\nAnswer again, with the JSON object alone.`;

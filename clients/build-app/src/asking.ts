import { createInterface } from 'node:readline/promises';
import type { Artel } from '../../typescript/src/index.ts';
import { Misused } from './arguments.ts';
import { linesOfProposal, type Proposal } from './proposal.ts';

/** How a person answers: nothing is agreement, words are a reason to send it back, or the answer to a question. */
export type Answers = {
  /** `undefined`: nobody is there any more. */
  ask(prompt: string): Promise<string | undefined>;
  close(): void;
};

export const agreeing: Answers = { ask: async () => '', close: () => undefined };

export function fromTerminal(
  input: NodeJS.ReadableStream & { isTTY?: boolean },
  output: NodeJS.WritableStream,
): Answers {
  const lines = createInterface({ input });
  const next = lines[Symbol.asyncIterator]();
  return {
    ask: async (prompt) => {
      output.write(prompt);
      const { value, done } = await next.next();
      if (done) return undefined;
      // A terminal shows what is typed; from a file or a pipe nobody has seen it.
      if (!input.isTTY) output.write(`${value}\n`);
      return String(value);
    },
    close: () => lines.close(),
  };
}

const MAX_LINES = 60;

/** What is proposed, indented, and not all of a very long one. */
const shown = (proposal: Proposal): string => {
  const lines = linesOfProposal(proposal);
  const more = lines.length > MAX_LINES ? [`… ${lines.length - MAX_LINES} more lines`] : [];
  const box = [...lines.slice(0, MAX_LINES), ...more].map((line) => `  │ ${line}`.trimEnd());
  return ['', `  ${proposal.title}`, ...box, ''].join('\n');
};

type Asked = { project: string; approval: string; answers: Answers; print: (line: string) => void };

/** Shows a proposal, and takes the person's decision to the team. */
export async function decide(artel: Artel, { project, approval, answers, print }: Asked): Promise<void> {
  const path = { project_id: project, approval_id: approval };
  const { payload, status } = await artel.call('GET /my/projects/{project_id}/approvals/{approval_id}', { path });
  if (status !== 'pending') return;
  const { about = '', title = '', content = '' } = (payload ?? {}) as Partial<Proposal>;
  print(shown({ about, title, content }));
  const said = await answers.ask(PROMPTS[about] ?? AGREEING);
  if (said === undefined) throw new Misused(waiting(project, approval));
  const body = decisionOn({ about, title, content }, said.trim());
  await artel.call('POST /my/projects/{project_id}/approvals/{approval_id}/confirm', { path, body: body as never });
}

const waiting = (project: string, approval: string): string => {
  const decide = `POST /my/projects/${project}/approvals/${approval}/confirm`;
  return `Nobody is there to decide. The build waits for three days: ${decide}. With --yes nobody is asked.`;
};

const AGREEING = '  Enter agrees; anything else says what should be different: ';
const PROMPTS: Record<string, string> = {
  question: '  Your answer: ',
  troubleshoot: '  How to go on; Enter stops: ',
};

/** What somebody typed as a decision. An answer goes back in the place of what was shown; stopping is a refusal. */
function decisionOn({ about, content }: Proposal, said: string): object {
  if (about === 'troubleshoot') {
    return said === '' ? { decision: 'reject', reason: 'Stop.' } : { decision: 'edit', arguments: { content: said } };
  }
  if (said === '') return { decision: 'approve' };
  if (about === 'question') return { decision: 'edit', arguments: { content: `${content}\n${said}` } };
  return { decision: 'reject', reason: said };
}

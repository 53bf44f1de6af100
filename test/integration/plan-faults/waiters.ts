import type { GivenTask } from '../../support/plans.ts';
import type { RecordedRequest } from '../../support/scripted-model.ts';
import type { ScriptedAnswer } from '../../support/scripted-reply.ts';
import { resultOf } from './diamond.ts';
import type { World } from './world.ts';

/** Three tasks that wait in the three ways there are, and one that brings their results together. */
export const waiters = (ref: string): GivenTask[] => [
  { id: 'write', description: `Write ${ref}`, agent: 'ann' },
  { id: 'busy', description: `Busy ${ref}`, agent: 'ben' },
  { id: 'ask', description: `Ask ${ref}`, agent: 'cleo' },
  { id: 'join', description: `Join ${ref}`, agent: 'ann', depends_on: ['write', 'busy', 'ask'] },
];

type Message = { role: string; content: string };

/** Also once its tools have answered, when the task is not the last thing said. */
const taskOf = ({ body }: RecordedRequest): string | undefined =>
  ((body.messages ?? []) as Message[])
    .map(({ content }) => /## Your task\n([^\n]*)/.exec(content ?? '')?.[1])
    .find(Boolean);

const wasAnswered = ({ body }: RecordedRequest): boolean =>
  (body.messages as Message[]).some(({ role }) => role === 'tool');

export const chatsFor = ({ artel }: World, task: string): number =>
  artel.model.requests.filter((request) => request.path.endsWith('/chat/completions') && taskOf(request) === task)
    .length;

const call = (name: string, args: object): ScriptedAnswer => ({
  tool_calls: [{ id: `call_${name}`, name, arguments: JSON.stringify(args) }],
});

/** A model that has each of these tasks wait once: it is too busy for one of them when it is first asked. */
export const busy = (): ((request: RecordedRequest) => ScriptedAnswer | { status: number; retryAfter: number }) => {
  const refused = new Set<string>();
  return (request) => {
    const task = taskOf(request);
    if (task === undefined) return { text: 'It is known.' };
    const [what, ref = ''] = task.split(' ');
    if (what === 'Write' && !wasAnswered(request))
      return call('file_write', { path: `${ref.slice(1)}.txt`, content: task });
    if (what === 'Ask' && !wasAnswered(request)) return call('ask_agent', { agent: 'ben', message: `What of ${ref}?` });
    if (what !== 'Busy' || refused.has(task)) return { text: resultOf(task) };
    refused.add(task);
    return { status: 429, retryAfter: 120 };
  };
};

import * as z from 'zod';
import { agentId } from '../../agents/index.ts';
import { findTask, type NotedQuestion } from '../../bus/index.ts';
import { type Clock, systemClock } from '../../core/clock.ts';
import { newId } from '../../core/ids.ts';
import { LeaseLost } from '../../events/index.ts';
import { log } from '../../observability/log.ts';
import { messageCreated, messageItem } from '../../sessions/index.ts';
import { packText, sessionKeys, type Write } from '../../store/index.ts';
import { listFiles } from '../../workspace/index.ts';
import { withTalk } from '../progress.ts';
import { type RoleName, type RoleTool, roleNames } from '../roles/role.ts';
import { type Asked, askRole } from '../steps/ask.ts';
import { BoundReached } from '../steps/errors.ts';
import type { StepRecord } from '../steps/record.ts';
import type { Team } from '../steps/team.ts';
import { workFailureOf } from './failure.ts';

/** What the person said to one of the team, as the task notes it. */
const noteSchema = z.object({ role: z.enum(roleNames), content: z.string() });
export type Note = z.infer<typeof noteSchema>;

const reply = z.object({ reply: z.string().min(1).max(8_000) }).meta({ id: 'TalkReply' });

const TOOLS: readonly RoleTool[] = ['file_list', 'file_read', 'file_search'];

const promptOf = (role: RoleName): string =>
  `You are the ${role.replaceAll('_', ' ')} of a small team that is building software for one person. The person speaks to you while the team works. Answer them in a few sentences, about your own part of the work. Where they ask about the code, search and read it first, and claim nothing that you did not see there. What they ask you to do differently you will be reminded of when it is your turn.`;

/** `isAwaited`: the build does not go on, or does not end, without the answer. */
type Talking = { isAwaited?: boolean; clock?: Clock };

/**
 * Answers the first thing that the person said to the team and that nobody has answered yet. `false`: there is none. Where the answer
 * is awaited and no model gives one, that is the answer: what the team has built does not fail for it.
 */
export const answerNext = async (
  team: Team,
  record: StepRecord,
  { isAwaited = false, clock = systemClock }: Talking = {},
): Promise<boolean> => {
  const { project, task } = team;
  const [noted] = (await findTask(project, task.run_id, task.task_id))?.questions ?? [];
  if (!noted) return false;
  const name = `talk/${noted.approval}`;
  if (record.has(name)) return false;
  await record.once(name, async () => {
    const note = noteSchema.parse(JSON.parse(noted.text));
    const role = { name: note.role, prompt: promptOf(note.role), tools: TOOLS, output: reply };
    const draft = { base: (await listFiles(project, { limit: 1 })).version, changes: [] };
    const asking = () => replyOf(team, name, { role, input: inputOf(record, note), draft });
    const { said, usage } = await (isAwaited ? asking().catch(withoutAnswer(team, record)) : asking());
    const kept = await keptOf(team, { noted, note, said, clock });
    return {
      result: said,
      usage,
      ...kept,
      answersNoted: true,
      progress: (before) => withTalk(before, { role: note.role, question: note.content, answer: said }),
    };
  });
  return true;
};

/** What may pass is tried again by a later worker, as every step is, and so is what this worker was called off from. */
const withoutAnswer =
  ({ signal }: Team, { claim }: StepRecord) =>
  (error: unknown) => {
    if (signal.aborted || error instanceof LeaseLost) throw error;
    const failure = workFailureOf(error, claim.task);
    if (failure.retry) throw error;
    log.warn('message to the team not answered', { error: error as Error });
    return { said: `I cannot answer that. ${failure.error.detail}`, usage: undefined };
  };

const replyOf = async (team: Team, name: string, asked: Asked<z.infer<typeof reply>>) => {
  try {
    const { answer, usage } = await askRole(team, name, asked);
    return { said: 'output' in answer ? answer.output.reply : 'I have no answer to that.', usage };
  } catch (error) {
    if (!(error instanceof BoundReached)) throw error;
    return { said: `Nobody can answer any more. ${error.message}`, usage: undefined };
  }
};

const inputOf = ({ progress }: StepRecord, { content }: Note): string =>
  [
    `The build is at: ${progress.stage}.`,
    `Tasks:\n${progress.tasks.map(({ title, state }) => `- ${title}: ${state}`).join('\n') || '(none yet)'}`,
    `The person says:\n${content}`,
  ].join('\n\n');

type Kept = { noted: NotedQuestion; note: Note; said: string; clock: Clock };

/** Both messages, in the session. */
const keptOf = async ({ project, task, agent }: Team, { note, said, clock }: Kept) => {
  const now = clock.now();
  const both = [
    { id: newId('msg', now), role: 'user' as const, content: note.content },
    { id: newId('msg', now), role: 'assistant' as const, content: said, agent: agentId(project, agent) },
  ];
  const items: Write[] = await Promise.all(
    both.map(async ({ content, ...message }) => ({
      put: messageItem(project, {
        ...message,
        session: task.session_id,
        run: task.run_id,
        now,
        text: await packText(project, { id: message.id, session: task.session_id, text: content }),
      }),
      when: 'attribute_not_exists(#pk)',
    })),
  );
  const count: Write = {
    key: sessionKeys.state(project, task.session_id),
    update: 'SET #updated_at = :now, #message_count = #message_count + :two',
    when: 'attribute_exists(#pk)',
    values: { now, two: 2 },
  };
  return {
    writes: [...items, count],
    events: both.map((message) => messageCreated({ ...message, run: task.run_id, now })),
  };
};

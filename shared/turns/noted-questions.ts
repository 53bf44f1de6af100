import { askPerson, findApproval, requestOfNoted } from '../approvals/index.ts';
import {
  type Claim,
  type Decision,
  findTask,
  type JournalStep,
  type NotedQuestion,
  type PersonStep,
  recordStep,
} from '../bus/index.ts';
import type { Turn } from './calls/action.ts';

/** What clients have noted on the task by now; nothing, too, where the task is another worker's. */
export const notedQuestions = async ({ project, task }: Claim): Promise<NotedQuestion[]> =>
  (await findTask(project, task.run_id, task.task_id))?.questions ?? [];

/**
 * Between two calls of the model: records what the person said to the last question of a client, then asks the next one.
 * Nothing is open then, so the decision of this step belongs to no call. `undefined`: the turn goes on.
 */
export const askNoted = async (
  { claim, writer }: Pick<Turn, 'claim' | 'writer'>,
  journal: JournalStep[],
  noted: NotedQuestion[],
): Promise<'parked' | 'lost' | undefined> => {
  const { decision, step } = claim.task;
  if (decision?.kind === 'question' && decision.step === step) {
    const answer = await answerOf(claim, decision);
    if (!(await recordStep(claim, answer))) return 'lost';
    journal.push(answer);
  }
  const [next] = noted;
  if (!next) return undefined;
  await writer.flush();
  const parked = await askPerson(claim, requestOfNoted(next), { expectedEnd: writer.end });
  return parked ? 'parked' : 'lost';
};

const answerOf = async ({ project }: Claim, decision: Decision): Promise<PersonStep> => {
  const { question, ...payload } = (await findApproval(project, decision.approval))?.payload ?? {};
  const shown = Object.keys(payload).length === 0 ? '' : ` They were shown: ${JSON.stringify(payload)}`;
  return { kind: 'person', text: `[The person was asked: ${String(question)}${shown}]\n${saidIn(decision)}` };
};

const saidIn = ({ status, reason, arguments: given }: Decision): string => {
  if (status === 'expired') return 'Nobody answered in time.';
  const words = [given, reason].filter((one) => one !== undefined);
  if (status === 'rejected') return ['The person says no.', ...words].join(' ');
  return `The person answers: ${words.length > 0 ? words.join(' ') : 'yes'}`;
};

import { agentId } from '../agents/index.ts';
import {
  answersSession,
  idsOf,
  type JournalStep,
  type ModelStep,
  openCalls,
  type RunEnding,
  readJournal,
  recordStep,
  stillMine,
  wasBrokenOff,
} from '../bus/index.ts';
import { systemClock } from '../core/clock.ts';
import { Defect } from '../core/errors.ts';
import { type ChatMessage, wellShaped } from '../gateway/index.ts';
import { Tab } from '../limits/index.ts';
import type { SizeAlert } from '../memory/index.ts';
import { log } from '../observability/log.ts';
import { budgetLeft } from '../plans/index.ts';
import { historyUpTo } from '../sessions/index.ts';
import { openToolbox } from '../tools/index.ts';
import { askModel } from './ask-model.ts';
import type { Turn } from './calls/action.ts';
import { knownFiles } from './calls/files.ts';
import { performCall } from './calls/perform.ts';
import { announceRest } from './calls/results.ts';
import { missingTools, promptFor, questionOf, reportMissingTools } from './context.ts';
import { addUsage, replay, usageOf } from './conversation.ts';
import { checkBudget, checkLimits, LimitReached } from './limits.ts';
import { rememberInTime, rememberTurn } from './memory.ts';
import { askNoted, notedQuestions } from './noted-questions.ts';
import { HISTORY_MESSAGES } from './prompt.ts';

/** How this worker's part ended: the task has ended, waits, or was lost. */
export type TurnEnd = RunEnding | 'parked' | 'lost';

/** Answers with invalid tool calls in one run before it is given up. */
const MAX_INVALID_CALLS = 3;

/**
 * One agent's work on one question: the prompt, the steps already recorded, then further steps until it answers or
 * has to wait.
 */
export const takeTurn = async (
  work: Pick<Turn, 'claim' | 'agent' | 'writer' | 'signal' | 'recalled'>,
): Promise<TurnEnd> => {
  const tab = new Tab();
  try {
    return await turnOn({ ...work, tab });
  } finally {
    await paid(tab.close());
  }
};

/** A failure does not take back an answer that was given: the sweeper settles the reservation when it expires. */
const paid = (paying: Promise<void>): Promise<void> =>
  paying.catch((error: Error) => log.error('paying the calls of a turn failed', { error }));

const turnOn = async (
  work: Pick<Turn, 'claim' | 'agent' | 'writer' | 'signal' | 'recalled' | 'tab'>,
): Promise<TurnEnd> => {
  const { claim, agent, writer, signal, recalled, tab } = work;
  const { project, task } = claim;
  const history = await historyUpTo(project, task.session_id, { upTo: task.message_id, limit: HISTORY_MESSAGES });
  const message = history.at(-1);
  if (message?.id !== task.message_id) {
    // A chat's messages go after its tasks: whoever claimed one before finds neither.
    if (!(await stillMine(claim))) return 'lost';
    throw new Defect('The message of a live task is gone.');
  }
  const asked = await questionOf(claim, message, history);
  const { question } = asked;
  const [prompt, journal, toolbox] = await Promise.all([
    promptFor(work, asked),
    task.step > 1 ? readJournal(project, task) : [],
    openToolbox(project, agent, agent.config.tools, { signal }),
  ]);
  if (wasBrokenOff(task)) await announceRest(work, journal);
  reportMissingTools(work, toolbox);
  const rejections = (tool: string): number =>
    count(journal, (step) => step.outcome === 'rejected' && step.call.name === tool);
  try {
    const end = await takeSteps({ ...work, toolbox, rejections, files: knownFiles(journal) }, journal, {
      prompt: wellShaped([...prompt, ...missingTools(toolbox)]),
      begun: Date.parse(question.created_at),
    });
    if (end === 'parked' || end === 'lost' || end.state === 'failed') return end;
    if (task.parent !== undefined) return end;
    const alerts: SizeAlert[] = [];
    const remembered = await rememberInTime(async () => {
      const turn = { agent, question, answer: end.answer, recalled, tab };
      alerts.push(...(await rememberTurn(project, claim.task, turn)));
    });
    for (const alert of alerts) {
      const payload = { ...idsOf(task), agent_id: agentId(project, agent), ...alert };
      writer.emit({ event_type: 'memory_alert', payload });
    }
    const notices = toolbox.unavailable.length > 0 ? { notices: toolbox.unavailable } : {};
    return { ...end, unremembered: !remembered, ...notices };
  } finally {
    await toolbox.close();
  }
};

const takeSteps = async (
  turn: Turn,
  journal: JournalStep[],
  { prompt, begun }: { prompt: ChatMessage[]; begun: number },
): Promise<TurnEnd> => {
  const { claim, agent, writer } = turn;
  // The claim has read what was noted before it.
  let noted = claim.task.questions ?? [];
  for (;;) {
    const open = openCalls(journal);
    // A tool may take long, and may call models itself.
    if (open.length > 0) await paid(turn.tab.pay());
    for (const call of open) {
      const outcome = await performCall(turn, call);
      if (typeof outcome === 'string') return outcome;
      journal.push(outcome.recorded);
    }
    const asked = await askNoted(turn, journal, noted);
    if (asked) return asked;
    if (count(journal, ({ outcome }) => outcome === 'invalid') >= MAX_INVALID_CALLS) {
      throw new LimitReached('invalid_calls', 'The model kept making invalid tool calls.');
    }
    checkLimits(agent.config.limits, journal, { begun, now: systemClock.now() });
    if (!answersSession(claim.task)) {
      checkBudget(await budgetLeft(claim.project, claim.task, usageOf(journal)?.cost ?? 0));
    }
    const completion = await askModel(turn, wellShaped([...prompt, ...replay(journal)]));
    noted = await notedQuestions(claim);
    if (completion.calls.length === 0 && noted.length === 0) {
      return {
        state: 'completed',
        answer: completion.text,
        agentId: agentId(claim.project, agent),
        usage: addUsage(usageOf(journal), completion.usage),
        unremembered: false,
      };
    }
    // What follows may take long.
    await paid(turn.tab.pay());
    const step: ModelStep = { kind: 'model', ...completion };
    if (!(await recordStep(claim, step))) return 'lost';
    journal.push(step);
    if (answersSession(claim.task)) writer.restart(claim.task.answer_id);
  }
};

const count = (journal: JournalStep[], which: (step: Extract<JournalStep, { kind: 'tool' }>) => boolean): number =>
  journal.filter((step) => step.kind === 'tool' && which(step)).length;

import type { Gap, SessionEvent } from '../../../../clients/typescript/src/index.ts';
import { optional, type Payload, type Step, stepOf, text, withStep } from './steps.ts';

/** What one message led to: what was done, asked and answered, in the order of the events. */
export type Turn = {
  run: string;
  question: { text: string; at: string; by: string | undefined } | undefined;
  steps: readonly Step[];
  answers: readonly Answer[];
  state: string;
  /** Only the history has told of it, which does not say whether it has ended. */
  isPast: boolean;
  mode: string | undefined;
  error: string | undefined;
  /** The ids of the agents by the ids of their tasks. */
  workers: Readonly<Record<string, string>>;
};

export type Answer = {
  id: string;
  text: string;
  isComplete: boolean;
  agent: string | undefined;
  at: string;
  by: string | undefined;
};

/** A message as a page of the chat's history has it. */
export type Said = {
  id: string;
  role: 'user' | 'assistant';
  content: string;
  agent_id: string | null;
  run_id: string;
  created_at: string;
  author?: { name: string } | undefined;
};

export type Turns = readonly Turn[];

const FINAL = new Set(['completed', 'partial', 'failed', 'cancelled']);
export const isOver = ({ state }: Pick<Turn, 'state'>): boolean => FINAL.has(state);

const begun = (run: string): Turn => ({
  run,
  question: undefined,
  steps: [],
  answers: [],
  state: 'queued',
  isPast: false,
  mode: undefined,
  error: undefined,
  workers: {},
});

/** Runs stand in the order of their ids, which is that of their beginnings: events tell of some that the history has not shown yet. */
const change = (turns: Turns, run: string, edit: (turn: Turn) => Turn): Turns => {
  const at = turns.findLastIndex((turn) => turn.run <= run);
  const known = turns[at];
  return known?.run === run ? turns.with(at, edit(known)) : turns.toSpliced(at + 1, 0, edit(begun(run)));
};

const withAnswer = (turn: Turn, id: string, edit: (answer: Answer | undefined) => Answer): Turn => {
  const at = turn.answers.findIndex((answer) => answer.id === id);
  const answer = edit(turn.answers[at]);
  return { ...turn, answers: at < 0 ? [...turn.answers, answer] : turn.answers.with(at, answer) };
};

/** A message that is known for good, from the history or an event; one that is known already changes nothing. */
export const withMessage = (turns: Turns, said: Said): Turns =>
  change(turns, said.run_id, (turn) => {
    const by = said.author?.name;
    if (said.role === 'user') return { ...turn, question: { text: said.content, at: said.created_at, by } };
    return withAnswer(turn, said.id, () => ({
      id: said.id,
      text: said.content,
      isComplete: true,
      agent: said.agent_id ?? undefined,
      at: said.created_at,
      by,
    }));
  });

/** A page of the history, newest first: its runs are taken to have ended, until events say that one has not. */
export const withHistory = (turns: Turns, newestFirst: readonly Said[]): Turns => {
  const live = new Set(turns.map(({ run }) => run));
  return newestFirst
    .toReversed()
    .reduce<Turns>(withMessage, turns)
    .map((turn) => (live.has(turn.run) ? turn : { ...turn, state: 'completed', isPast: true }));
};

const STATES: Record<string, string> = {
  run_started: 'running',
  task_started: 'running',
  task_waiting: 'waiting',
  approval_required: 'waiting',
};

/** Of all kinds of events those that say something to a person in a chat. */
export const withEvent = (turns: Turns, event: SessionEvent | Gap): Turns => {
  if (event.event_type === 'gap') return turns;
  const { event_type, payload, timestamp: at } = event as SessionEvent;
  if (event_type === 'message_delta') return withDelta(turns, payload);
  const run = optional(payload.run_id);
  if (run === undefined) return turns;
  return change(turns, run, (turn) => {
    const isTold = turn.isPast && (event_type === 'task_queued' || event_type in STATES);
    return withFact(isTold ? { ...turn, state: 'queued', isPast: false } : turn, event_type, payload, at);
  });
};

const withDelta = (turns: Turns, { message_id, offset, text: more }: Payload): Turns => {
  const id = text(message_id);
  const at = turns.findLastIndex(({ answers }) => answers.some((answer) => answer.id === id));
  const turn = turns[at];
  if (!turn) return turns;
  const next = withAnswer(turn, id, (answer) => {
    const known = answer as Answer;
    // What was told before is not told again: the offset says where this piece begins.
    return known.isComplete ? known : { ...known, text: known.text.slice(0, Number(offset)) + text(more) };
  });
  return turns.with(at, next);
};

const withFact = (turn: Turn, event: string, payload: Payload, at: string): Turn => {
  const state = isOver(turn) ? turn.state : (STATES[event] ?? turn.state);
  switch (event) {
    case 'message_created': {
      const { message_id, role, content, agent_id, run_id, created_at, author } = payload;
      const said = { id: text(message_id), role, content: text(content), agent_id, run_id, created_at, author } as Said;
      return withMessage([turn], said)[0] as Turn;
    }
    case 'direct_agent_call': {
      const id = text(payload.message_id);
      const empty = { id, text: '', isComplete: false, agent: optional(payload.agent_id), at, by: undefined };
      return withAnswer({ ...turn, state }, id, (answer) => answer ?? empty);
    }
    case 'run_started':
      return { ...turn, state, mode: optional(payload.mode) };
    case 'run_completed':
      return {
        ...turn,
        state: text(payload.state),
        answers: turn.answers.filter(({ isComplete, text: said }) => isComplete || said),
      };
    case 'task_started': {
      const agent = optional(payload.agent_id);
      return agent === undefined
        ? { ...turn, state }
        : { ...turn, state, workers: { ...turn.workers, [text(payload.task_id)]: agent } };
    }
    case 'error':
      return { ...turn, error: text(payload.detail) || text(payload.error_code) };
    default: {
      const agent = optional(payload.agent_id) ?? turn.workers[text(payload.task_id)];
      const step = stepOf({ event, payload, at }, { steps: turn.steps, agent });
      if (step) return { ...turn, state, steps: withStep(turn.steps, step) };
      return state === turn.state ? turn : { ...turn, state };
    }
  }
};

import { byTask, type Step } from '../steps/words.ts';
import type { Lane, Run, Stretch } from './stretches.ts';

/** When a task began and ended, in milliseconds, where that is known from elsewhere than its steps. */
export type Span = { from: number; to: number | undefined };

/** Milliseconds: what lies between two steps for less was no wait, but the record of the one and the beginning of the other. */
const SHORT = 1_000;

const ms = (at: string | null | undefined): number | undefined => (at ? Date.parse(at) : undefined);

/** What stood still between two steps: a person was asked, or the task waited for a place, another try or a new worker. */
const pauseBefore = ({ approval_id }: Step, isFirst: boolean): Omit<Stretch, 'from' | 'to'> => {
  if (approval_id !== undefined) return { kind: 'waiting', why: 'approval', approval: approval_id };
  return isFirst ? { kind: 'queued', why: 'slot' } : { kind: 'waiting' };
};

const doing = (step: Step): Omit<Stretch, 'from' | 'to'> => {
  if (step.kind !== 'tool') return { kind: 'working' };
  return step.name === 'ask_agent' ? { kind: 'waiting', why: 'agent' } : { kind: 'tool', tool: step.name };
};

class Drawn {
  readonly stretches: Stretch[] = [];
  #until: number;

  constructor(from: number) {
    this.#until = from;
  }

  /** How far what is drawn reaches. */
  get until(): number {
    return this.#until;
  }

  /** From where the last one ended to then. Steps of a build are done at the same time, and what lies in the past adds nothing. */
  add(stretch: Omit<Stretch, 'from' | 'to'>, to: number): void {
    if (to <= this.#until && stretch.kind !== 'tool') return;
    const last = this.stretches.at(-1);
    const end = Math.max(to, this.#until);
    if (last?.kind === 'working' && stretch.kind === 'working') last.to = end;
    else this.stretches.push({ ...stretch, from: this.#until, to: end });
    this.#until = end;
  }
}

/** What a task does that has not ended, by the state of its run. */
const going = ({ state }: Run): Omit<Stretch, 'from' | 'to'> => ({
  kind: state === 'waiting' || state === 'queued' ? state : 'working',
});

const laneOf = (steps: readonly Step[], span: Span | undefined): Drawn | undefined => {
  const first = steps.map(({ began_at }) => ms(began_at)).find((at) => at !== undefined);
  const from = span?.from ?? first;
  if (from === undefined) return undefined;
  const drawn = new Drawn(from);
  for (const [place, step] of steps.entries()) {
    const began = ms(step.began_at);
    const ended = ms(step.ended_at);
    if (began === undefined || ended === undefined) continue;
    if (step.approval_id !== undefined || began - drawn.until >= SHORT)
      drawn.add(pauseBefore(step, place === 0), began);
    drawn.add(doing(step), ended);
  }
  // After its last step it wrote its answer.
  if (span?.to !== undefined) drawn.add({ kind: 'working' }, span.to);
  return drawn;
};

/** The run as a whole, which has its turn in the chat first. */
const wholeOf = (run: Run): Drawn => {
  const drawn = new Drawn(Date.parse(run.created_at));
  const started = ms(run.started_at);
  const ended = ms(run.ended_at);
  drawn.add({ kind: 'queued', why: 'run' }, started ?? ended ?? drawn.until);
  if (ended !== undefined) drawn.add({ kind: 'working' }, ended);
  return drawn;
};

/** Of a run of one task, that task's time is the run's. A run that was cancelled says nothing of what its task did last. */
const spanOfOnly = ({ state, started_at, ended_at }: Run): Span | undefined => {
  const from = ms(started_at);
  return from === undefined ? undefined : { from, to: state === 'cancelled' ? undefined : ms(ended_at) };
};

/**
 * Where the time of a run went, by the journals of its tasks, which are kept when its events are gone. `spans`: the times of a
 * plan's tasks, by their ids.
 */
export const lanesOfSteps = (
  run: Run,
  steps: readonly Step[],
  { names, spans = new Map() }: { names: ReadonlyMap<string, string>; spans?: ReadonlyMap<string, Span> },
): Lane[] => {
  const ofTasks = byTask(steps);
  const isOver = run.ended_at !== null;
  const [only] = run.mode === 'orchestrated' ? [] : run.tasks;
  const shown = (drawn: Drawn, isGoing: boolean): Stretch[] =>
    isGoing ? [...drawn.stretches, { ...going(run), from: drawn.until, to: undefined }] : drawn.stretches;
  const lanes = run.tasks.flatMap(({ id }): Lane[] => {
    const isOnly = id === only?.id;
    const drawn = laneOf(ofTasks.get(id) ?? [], isOnly ? spanOfOnly(run) : spans.get(id));
    return drawn ? [{ id, name: names.get(id), stretches: shown(drawn, isOnly && !isOver) }] : [];
  });
  return [
    { id: run.id, name: undefined, stretches: shown(wholeOf(run), !isOver) },
    ...lanes.filter(({ stretches }) => stretches.length > 0),
  ];
};

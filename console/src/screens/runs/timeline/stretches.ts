import type { components, SessionEvent } from '../../../../../clients/typescript/src/index.ts';

export type Run = components['schemas']['RunWithTasks'];

export type Kind = 'queued' | 'planning' | 'working' | 'tool' | 'waiting';

/** Some time in which one thing was going on. Milliseconds since the epoch; without an end it is going on still. */
export type Stretch = {
  kind: Kind;
  from: number;
  to: number | undefined;
  /** Of `waiting`, and of `queued`: for what, as a text's key. */
  why?: string | undefined;
  /** The tool that was at work. */
  tool?: string | undefined;
  /** The decision that was waited for. */
  approval?: string | undefined;
};

/** What one task, or the run as a whole, did and waited for. */
export type Lane = { id: string; name: string | undefined; stretches: readonly Stretch[] };

class Writer {
  readonly stretches: Stretch[] = [];
  #isOver = false;

  /** Ends what was going on, and begins this. */
  begin(at: number, stretch: Omit<Stretch, 'from' | 'to'>): void {
    if (this.#isOver) return;
    this.#close(at);
    this.stretches.push({ ...stretch, from: at, to: undefined });
  }

  end(at: number): void {
    if (!this.#isOver) this.#close(at);
    this.#isOver = true;
  }

  get current(): Stretch | undefined {
    return this.#isOver ? undefined : this.stretches.at(-1);
  }

  #close(at: number): void {
    const last = this.stretches.at(-1);
    if (!last) return;
    last.to = Math.max(at, last.from);
    // What took no time says nothing, unless that it happened: events that came together have the same time.
    if (last.to === last.from && last.kind !== 'tool') this.stretches.pop();
  }
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const ENDS: readonly string[] = ['task_completed', 'task_failed', 'task_cancelled', 'task_skipped'];

/** What an event of a task means for its lane. */
const tell = (lane: Writer, { event_type, timestamp, payload }: SessionEvent): void => {
  const at = Date.parse(timestamp);
  if (event_type === 'task_queued') {
    lane.begin(at, { kind: 'queued', why: 'slot' });
  } else if (event_type === 'task_started') {
    lane.begin(at, { kind: 'working' });
  } else if (event_type === 'task_waiting') {
    lane.begin(at, { kind: 'waiting', why: textOf(payload.why), approval: textOf(payload.approval_id) });
  } else if (event_type === 'tool_called') {
    lane.begin(at, { kind: 'tool', tool: textOf(payload.tool) });
  } else if (event_type === 'tool_result' && lane.current?.kind === 'tool') {
    // A call that was refused has a result and was never under way.
    lane.begin(at, { kind: 'working' });
  } else if (ENDS.includes(event_type)) {
    lane.end(at);
  }
};

/** The run as a whole: what was before its tasks, and, of a plan, its drawing up and the question whether it may begin. */
const tellRun = (lane: Writer, { event_type, timestamp, payload }: SessionEvent, mode: Run['mode']): void => {
  const at = Date.parse(timestamp);
  if (event_type === 'run_started') {
    lane.begin(at, { kind: mode === 'orchestrated' ? 'planning' : 'working' });
  } else if (event_type === 'approval_required' && payload.kind === 'plan') {
    lane.begin(at, { kind: 'waiting', why: 'plan', approval: textOf(payload.approval_id) });
  } else if (event_type === 'approval_resolved' && lane.current?.approval === payload.approval_id) {
    lane.begin(at, { kind: mode === 'orchestrated' ? 'planning' : 'working' });
  } else if (event_type === 'plan_created' || event_type === 'plan_updated') {
    lane.begin(at, { kind: 'working' });
  } else if (event_type === 'run_completed') {
    lane.end(at);
  }
};

/** What each task is called: as its plan calls it, or by its agent. `agents`: their names, by key. */
export const taskNames = (
  { tasks }: Pick<Run, 'tasks'>,
  agents: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> =>
  new Map(tasks.map(({ id, plan_task, agent_key }) => [id, plan_task ?? agents.get(agent_key) ?? agent_key]));

/** Of each task that the events name, and of the run, in the order in which they began. */
export const lanesOf = (
  run: Run,
  events: readonly SessionEvent[],
  names: ReadonlyMap<string, string> = new Map(),
): Lane[] => {
  const own = new Writer();
  own.begin(Date.parse(run.created_at), { kind: 'queued', why: 'run' });
  const tasks = new Map<string, Writer>();
  for (const event of events) {
    tellRun(own, event, run.mode);
    const id = textOf(event.payload.task_id);
    if (id !== undefined) {
      const lane = tasks.get(id) ?? new Writer();
      tasks.set(id, lane);
      tell(lane, event);
    } else if (event.event_type === 'approval_resolved') {
      // A decision names its approval and no task: the one that waits for it stands in its lane again.
      const { approval_id } = event.payload;
      const woken = [...tasks.values()].find(({ current }) => current?.approval && current.approval === approval_id);
      woken?.begin(Date.parse(event.timestamp), { kind: 'queued', why: 'slot' });
    } else if (event.event_type.startsWith('build_')) {
      // What a build tells of names none of the run's tasks; whoever tells it is at work again.
      const idle = [...tasks.values()].filter(({ current }) => current?.kind === 'queued');
      for (const lane of idle) lane.begin(Date.parse(event.timestamp), { kind: 'working' });
    }
  }
  if (run.ended_at) own.end(Date.parse(run.ended_at));
  const lanes = [...tasks].map(([id, { stretches }]) => ({ id, name: names.get(id), stretches }));
  return [
    { id: run.id, name: undefined, stretches: own.stretches },
    ...lanes.filter((one) => one.stretches.length > 0),
  ];
};

/** From the first beginning to the last end, or to now. */
export const spanOf = (lanes: readonly Lane[], now: number): { from: number; to: number } => {
  const all = lanes.flatMap(({ stretches }) => stretches);
  const from = Math.min(...all.map((one) => one.from));
  const to = Math.max(...all.map((one) => one.to ?? now));
  return { from, to: Math.max(to, from + 1) };
};

/** Milliseconds of each kind of stretch over these lanes, the longest first: what the time went into. */
export const sumsOf = (
  lanes: readonly Lane[],
  now: number,
): { kind: Kind; why: string | undefined; time: number }[] => {
  const sums = new Map<string, { kind: Kind; why: string | undefined; time: number }>();
  for (const { kind, why, from, to } of lanes.flatMap(({ stretches }) => stretches)) {
    const key = `${kind} ${why ?? ''}`;
    const sum = sums.get(key) ?? { kind, why, time: 0 };
    sums.set(key, { ...sum, time: sum.time + Math.max(0, (to ?? now) - from) });
  }
  return [...sums.values()].sort((one, other) => other.time - one.time);
};

import type { BuildSteps } from '../steps/steps.ts';
import { develop } from './develop.ts';
import type { PlannedWork } from './graph.ts';
import type { StageRun, Work } from './work.ts';

/** Tasks of one build that are worked on at the same time. */
const MAX_TOGETHER = 3;

/** Works the graph off: each task begins when all that it depends on are done, on the files as they are then. */
export const buildTasks: StageRun = async (steps, work, name) => {
  const complaint = work.complaint;
  const places = new Places(MAX_TOGETHER);
  const ends = new Map<string, Promise<boolean>>();
  const endOf = (task: PlannedWork): Promise<boolean> => {
    const known = ends.get(task.id);
    if (known) return known;
    const end = work.done.has(task.id) ? Promise.resolve(true) : begin(task);
    ends.set(task.id, end);
    return end;
  };
  const begin = async (task: PlannedWork): Promise<boolean> => {
    const before = work.tasks.filter(({ id }) => task.depends_on.includes(id));
    const ready = await Promise.all(before.map(endOf));
    if (ready.includes(false)) {
      work.broken.set(task.id, 'It needs a task that failed.');
      await tell(steps, { name, task, state: 'failed', text: 'It needs a task that failed.' });
      return false;
    }
    return places.within(() => one(steps, work, { task, name, complaint }));
  };
  const ended = await Promise.all(work.tasks.map(endOf));
  work.complaint = '';
  return ended.includes(false) ? 'failed' : 'passed';
};

type One = { task: PlannedWork; name: string; complaint: string };

const one = async (steps: BuildSteps, work: Work, { task, name, complaint }: One): Promise<boolean> => {
  await tell(steps, { name, task, state: 'working', text: task.title });
  const made = await develop(steps, work, { task, name: `${name}/${task.id}`, complaint });
  if ('version' in made) {
    work.done.add(task.id);
    await tell(steps, { name, task, state: 'done', text: made.summary });
    return true;
  }
  work.broken.set(task.id, made.reason);
  await tell(steps, { name, task, state: 'failed', text: made.reason });
  return false;
};

type Telling = { name: string; task: PlannedWork; state: 'working' | 'done' | 'failed'; text: string };

const tell = (steps: BuildSteps, { name, task, state, text }: Telling): Promise<void> =>
  steps.tell(`${name}/${task.id}/${state}`, { stage: 'development', task: task.id, state, text });

/** So many at a time; who waits longest is next. */
class Places {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(count: number) {
    this.#free = count;
  }

  async within<Result>(act: () => Promise<Result>): Promise<Result> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await act();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}

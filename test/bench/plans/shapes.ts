import { chanceOf } from '../../support/chance.ts';

/** A task of a benchmark's plan: how long the model takes for it, in milliseconds. */
export type Job = { id: string; agent: string; time: number; depends_on: string[] };

/** A graph, and how many tasks each of its agents works on at once. */
export type Shape = { name: string; limits: Record<string, number>; jobs: Job[] };

const SECOND = 1_000;
/** Wide enough that no task of these graphs ever waits for its agent. */
const ROOMY = { ann: 10, ben: 10, cleo: 10 };
/** Nine slots for forty tasks. */
const NARROW = { ann: 3, ben: 3, cleo: 3 };
const AGENTS = Object.keys(ROOMY);

const job = (id: string, depends_on: string[] = [], time = SECOND, agent = AGENTS[0] as string): Job => ({
  id,
  agent,
  time,
  depends_on,
});

const chain = (length: number): Job[] =>
  Array.from({ length }, (_, index) => job(`c${index}`, index === 0 ? [] : [`c${index - 1}`]));

const fan = (width: number): Job[] => {
  const rays = Array.from({ length: width }, (_, index) => job(`ray${index}`, ['out'], SECOND, agentAt(index)));
  return [job('out'), ...rays, job('in', ids(rays))];
};

/** Diamonds one above the other: the foot of each is the head of the next. */
const ladder = (rungs: number): Job[] => {
  const jobs = [job('h0')];
  for (let rung = 0; rung < rungs; rung += 1) {
    const sides = [job(`l${rung}`, [`h${rung}`], SECOND, 'ben'), job(`r${rung}`, [`h${rung}`], SECOND, 'cleo')];
    jobs.push(...sides, job(`h${rung + 1}`, ids(sides)));
  }
  return jobs;
};

/** Where one branch is slow the other is fast: each level is as slow as its slower task, each branch as both of them. */
const unequal = (): Job[] => {
  const branch = (name: string, agent: string, seconds: number[]): Job[] =>
    seconds.map((time, index) =>
      job(`${name}${index}`, index === 0 ? [] : [`${name}${index - 1}`], time * SECOND, agent),
    );
  const [left, right] = [branch('l', 'ben', [3, 1, 3, 1]), branch('r', 'cleo', [1, 3, 1, 3])];
  return [...left, ...right, job('join', ['l3', 'r3'])];
};

/** Layers of two to eight tasks; each task builds on one to three of the layer before, and at times on an older one. */
const layered = (seed: number, size: number, time: (chance: ReturnType<typeof chanceOf>) => number): Job[] => {
  const chance = chanceOf(seed);
  const layers: Job[][] = [];
  for (let made = 0; made < size; ) {
    const width = Math.min(size - made, chance.integer(2, 8));
    const before = layers.at(-1) ?? [];
    const older = layers.slice(0, -1).flat();
    const layer = Array.from({ length: width }, (_, index) => {
      const on = new Set(before.length === 0 ? [] : picks(chance, before, chance.integer(1, 3)));
      if (older.length > 0 && chance.integer(1, 4) === 1) on.add(chance.one(older).id);
      return job(`n${made + index}`, [...on], time(chance), chance.one(AGENTS));
    });
    layers.push(layer);
    made += width;
  }
  return layers.flat();
};

const picks = (chance: ReturnType<typeof chanceOf>, from: Job[], count: number): string[] =>
  Array.from({ length: count }, () => chance.one(from).id);

const ids = (jobs: Job[]): string[] => jobs.map(({ id }) => id);
const agentAt = (index: number): string => AGENTS[index % AGENTS.length] as string;

/** Forty tasks at once for ten places: what a plan costs where nothing else holds it back. */
export const WIDE_FAN: Shape = { name: 'fan-out of 40 on 10 places, fan-in', limits: ROOMY, jobs: fan(40) };

export const SHAPES: Shape[] = [
  { name: 'chain of 8', limits: ROOMY, jobs: chain(8) },
  { name: 'fan-out of 8, fan-in', limits: ROOMY, jobs: fan(8) },
  { name: 'ladder of 3 diamonds', limits: ROOMY, jobs: ladder(3) },
  { name: 'two unequal branches', limits: ROOMY, jobs: unequal() },
  WIDE_FAN,
  { name: '40 in random layers, 1 s each', limits: NARROW, jobs: layered(1, 40, () => SECOND) },
  {
    name: '40 in random layers, 0.4–1.6 s',
    limits: NARROW,
    jobs: layered(3, 40, (chance) => 100 * chance.integer(4, 16)),
  },
];

/** Every worker that the shapes need has begun once, and every path was taken. */
export const warmUp: Shape = { name: 'warm-up', limits: ROOMY, jobs: layered(2, 40, () => 50) };

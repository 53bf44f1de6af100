import {
  type Critical,
  criticalOf,
  cyclesOf,
  knownLinksOf,
  type Layout,
  type Link,
  layOut,
  linkKey,
  type Measures,
  type NamedTask,
} from '../../../../../shared/graphs/index.ts';

/** A graph of tasks as it is drawn. `broken`: links that close a cycle, which no layout has a place for. */
export type Drawing = Layout & { critical: Critical; broken: readonly Link[]; measures: Measures };

const ROOMY: Measures = {
  boxWidth: 224,
  boxHeight: 92,
  betweenBoxes: 20,
  boxToLine: 16,
  betweenLines: 10,
  minGap: 48,
  maxGap: 130,
};
const DENSE: Measures = {
  boxWidth: 184,
  boxHeight: 52,
  betweenBoxes: 12,
  boxToLine: 12,
  betweenLines: 8,
  minGap: 44,
  maxGap: 160,
};
/** Up to this many tasks each box has room for its description. */
const MAX_ROOMY = 60;

export const isDense = (tasks: number): boolean => tasks > MAX_ROOMY;

/** Links without which there is no cycle, and none of which could be drawn as well. */
export const brokenIn = (tasks: number, links: readonly Link[]): Link[] => {
  const broken: Link[] = [];
  const after: number[][] = Array.from({ length: tasks }, () => []);
  for (const { from, to } of links) after[to]?.push(from);
  for (let cycles = cyclesOf(after); cycles.length > 0; cycles = cyclesOf(after)) {
    for (const [first = 0, next = 0] of cycles) {
      broken.push({ from: next, to: first });
      after[first] = (after[first] ?? []).filter((one) => one !== next);
    }
  }
  // Breaking one cycle may have broken another that was broken, too.
  return broken.filter(({ from, to }) => {
    const closed = [...(after[to] ?? []), from];
    if (cyclesOf(after.with(to, closed)).length > 0) return true;
    after[to] = closed;
    return false;
  });
};

/** Where everything goes. It takes some ten milliseconds for the two hundred tasks and thousand links that a plan may have. */
export const drawingOf = (tasks: readonly NamedTask[], critical_path: readonly string[]): Drawing => {
  const links = knownLinksOf(tasks);
  const broken = brokenIn(tasks.length, links);
  const gone = new Set(broken.map(linkKey));
  const drawn = links.filter((link) => !gone.has(linkKey(link)));
  const critical = criticalOf({ tasks, critical_path }, drawn);
  const measures = isDense(tasks.length) ? DENSE : ROOMY;
  return { ...layOut(tasks.length, drawn, { critical, measures }), critical, broken, measures };
};

/** What a layout depends on: tasks that only change their states stay where they are. */
export const shapeOf = (tasks: readonly NamedTask[], critical_path: readonly string[]): string =>
  JSON.stringify([
    critical_path,
    tasks.map(({ id, depends_on, round, replaced }) => [id, round, replaced, depends_on]),
  ]);

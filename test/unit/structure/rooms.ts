import { type Import, roomOf } from './source-tree.ts';

/**
 * The rooms of `shared`, lowest first. A room imports from rooms on lines above its own and from nobody else: neither
 * from a later line nor from a neighbour on the same line.
 */
export const FLOORS: readonly (readonly string[])[] = [
  ['core'],
  ['pii', 'graphs'],
  ['platform'],
  ['observability', 'egress'],
  ['store'],
  ['accounts'],
  ['vault', 'limits', 'audit', 'idempotency', 'connections', 'usage', 'metrics'],
  ['cache'],
  ['gateway', 'events', 'projects'],
  ['memory', 'identity', 'sessions', 'workspace'],
  ['sandbox', 'notifications'],
  ['previews', 'tools', 'bus'],
  ['agents', 'approvals'],
  ['protocols', 'plans'],
  ['turns', 'builder'],
  ['spaces'],
  ['maintenance', 'doctor', 'administration', 'portability', 'monitoring'],
];

/** Rooms whose files are separate tools without a common subject: each file is imported by its own name. */
const OPEN = ['core', 'platform', 'observability'];

export const floorOf = (room: string): number => FLOORS.findIndex((floor) => floor.includes(room));

const isShared = (path: string): boolean => path.startsWith('shared/');
const crossesRooms = ({ file, target }: Import): boolean =>
  isShared(target) && !(isShared(file) && roomOf(file) === roomOf(target));

/** An import that goes up, or sideways to another room of the same floor. */
export const goesUpOrSideways = (one: Import): boolean =>
  isShared(one.file) && crossesRooms(one) && floorOf(roomOf(one.target)) >= floorOf(roomOf(one.file));

/** An import that reaches past the door of another room. */
export const bypassesIndex = (one: Import): boolean =>
  crossesRooms(one) && !OPEN.includes(roomOf(one.target)) && !/^shared\/[^/]+\/index\.ts$/.test(one.target);

/** Circles of files: the strongly connected components of more than one file (Tarjan 1972). */
export const circlesAmong = (imports: readonly Import[]): string[][] => {
  const targets = Map.groupBy(imports, ({ file }) => file);
  const index = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const circles: string[][] = [];
  const visit = (file: string): number => {
    index.set(file, index.size);
    lowest.set(file, index.get(file)!);
    stack.push(file);
    for (const { target } of targets.get(file) ?? []) {
      if (!targets.has(target)) continue;
      const reached = index.has(target) ? (stack.includes(target) ? index.get(target)! : Infinity) : visit(target);
      lowest.set(file, Math.min(lowest.get(file)!, reached));
    }
    if (lowest.get(file) === index.get(file)) {
      const circle = stack.splice(stack.indexOf(file));
      if (circle.length > 1 || targets.get(file)?.some(({ target }) => target === file))
        circles.push(circle.toSorted());
    }
    return lowest.get(file)!;
  };
  for (const file of targets.keys()) if (!index.has(file)) visit(file);
  return circles;
};

import { type Critical, linkKey, type Point, type Tree } from '../../../../../shared/graphs/index.ts';

const ARROW = 7;

type Branch = Tree['branches'][number];

/** A curve over the room between two columns, or a straight line through one; both leave and arrive level. */
const step = (from: Point, to: Point, isThroughColumn: boolean): string => {
  if (from.y === to.y || isThroughColumn) return `H${to.x}`;
  const middle = (from.x + to.x) / 2;
  return `C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`;
};

/** From the trunk's point `start` to where the arrow of the branch begins. */
const along = (trunk: readonly Point[], { along: last, ends }: Branch, start: number): string => {
  const points = trunk.slice(start, last);
  const [first] = points;
  if (!first) return '';
  const steps = points.slice(1).map((point, at) => step(points[at] ?? first, point, (start + at + 1) % 2 === 0));
  return `M${first.x} ${first.y}${steps.join('')}${step(points.at(-1) ?? first, { x: ends.x - ARROW, y: ends.y }, false)}`;
};

const arrow = ({ x, y }: Point): string => `M${x - ARROW} ${y - 4}L${x} ${y}L${x - ARROW} ${y + 4}Z`;

export type Lines = { lines: string; arrows: string };

/** All links as two paths for each of two looks, so that a thousand of them are four elements. */
export const linesOf = (trees: readonly Tree[], critical: Critical): { plain: Lines; critical: Lines } => {
  const drawn = (isCritical: boolean): Lines => {
    const arrows = new Map<number, string>();
    const lines = trees.map(({ from, trunk, branches }) => {
      const some = branches.filter(({ to }) => critical.links.has(linkKey({ from, to })) === isCritical);
      for (const { to, ends } of some) arrows.set(to, arrow(ends));
      // The longest in full, and of the others what leaves the trunk.
      const [longest, ...others] = some.toSorted((one, other) => other.along - one.along);
      return longest ? along(trunk, longest, 0) + others.map((one) => along(trunk, one, one.along - 1)).join('') : '';
    });
    return { lines: lines.join(''), arrows: [...arrows.values()].join('') };
  };
  return { plain: drawn(false), critical: drawn(true) };
};

/** How far a link that leads back goes beyond the boxes it leaves and enters. */
export const BULGE = 24;

/** A link that leads back: from the right side of one box, below all others at `bottom`, to the left side of the other. */
export const backLine = (
  from: Point,
  to: Point,
  { boxWidth, boxHeight, bottom }: { boxWidth: number; boxHeight: number; bottom: number },
): Lines => {
  const start = { x: from.x + boxWidth, y: from.y + boxHeight / 2 };
  const end = { x: to.x, y: to.y + boxHeight / 2 };
  const [right, left] = [start.x + BULGE, end.x - BULGE];
  const out = `M${start.x} ${start.y}C${right} ${start.y} ${right} ${start.y} ${right} ${start.y + BULGE}V${bottom - 8}`;
  const down = `Q${right} ${bottom} ${right - 8} ${bottom}H${left + 8}Q${left} ${bottom} ${left} ${bottom - 8}`;
  const back = `V${end.y + BULGE}C${left} ${end.y} ${left} ${end.y} ${end.x - ARROW} ${end.y}`;
  return { lines: out + down + back, arrows: arrow(end) };
};

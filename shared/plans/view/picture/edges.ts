import type { Point, Tree } from '../../../graphs/index.ts';
import { type Critical, linkKey } from '../../../graphs/index.ts';
import { element } from './xml.ts';

const ARROW = 8;

type Branch = Tree['branches'][number];

/** A curve over the room between two columns, or a straight line through one; both leave and arrive level. */
const step = (from: Point, to: Point, throughColumn: boolean): string => {
  if (from.y === to.y || throughColumn) return `H${to.x}`;
  const middle = (from.x + to.x) / 2;
  return `C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`;
};

/** From the trunk's point `start` to the branch's end, where its arrow begins. */
const pathOf = (trunk: readonly Point[], { along, ends }: Branch, start: number): string => {
  let d = `M${trunk[start]!.x} ${trunk[start]!.y}`;
  for (let at = start + 1; at < along; at++) d += step(trunk[at - 1]!, trunk[at]!, at % 2 === 0);
  d += step(trunk[along - 1]!, { x: ends.x - ARROW + 1, y: ends.y }, false);
  return d.replace(/(?:H[\d.]+)+(H[\d.]+)/g, '$1');
};

/** The longest of these branches in full, and of the others what leaves the trunk. */
const treeOf = ({ trunk }: Tree, branches: readonly Branch[]): string => {
  const [longest, ...others] = branches.toSorted((one, other) => other.along - one.along);
  if (!longest) return '';
  return pathOf(trunk, longest, 0) + others.map((one) => pathOf(trunk, one, one.along - 1)).join('');
};

const arrowAt = ({ x, y }: Point): string => `M${x - ARROW} ${y - 4.5}L${x} ${y}L${x - ARROW} ${y + 4.5}Z`;

type Kind = 'gone' | 'plain' | 'path';

/** Every link, those of replaced tasks beneath and the critical path on top, and an arrow where links arrive. */
export const drawEdges = (trees: readonly Tree[], critical: Critical, gone: (task: number) => boolean): string => {
  const kindOf = (from: number, to: number): Kind => {
    if (critical.links.has(linkKey({ from, to }))) return 'path';
    return gone(from) || gone(to) ? 'gone' : 'plain';
  };
  const draw = (kind: Kind): string => {
    const arrows = new Map<number, string>();
    const lines = trees.map((tree) => {
      const branches = tree.branches.filter(({ to }) => kindOf(tree.from, to) === kind);
      for (const { to, ends } of branches) arrows.set(to, arrowAt(ends));
      return treeOf(tree, branches);
    });
    if (arrows.size === 0) return '';
    const link = element('path', { class: `link ${kind}`, d: lines.join('') });
    return link + element('path', { class: `arrow ${kind}`, d: [...arrows.values()].join('') });
  };
  return draw('gone') + draw('plain') + draw('path');
};

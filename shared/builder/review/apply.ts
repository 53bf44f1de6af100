import { type Hunk, linesOf } from './hunks.ts';

type Placed = { hunk: Hunk; at: number };

/** The text with the hunks that had a place in it, and those that had none. */
export type Applied = { text: string; refused: readonly Hunk[] };

/**
 * Applies hunks that were made from the text `from` to the text `to`, in any order, all or some.
 *
 * In the text they were made from they stand where they say. In any other one a hunk is applied where its lines are found, if that is
 * exactly one place: with none it no longer fits, with two nobody can tell which was meant. Hunks that would change the same lines
 * are refused together.
 */
export const applyHunks = ({ hunks, from, to }: { hunks: readonly Hunk[]; from: string; to: string }): Applied => {
  const lines = linesOf(to);
  const placed = hunks.flatMap((hunk) => {
    const at = from === to ? hunk.start : onlyPlaceOf(hunk.old, lines);
    return at === undefined ? [] : [{ hunk, at }];
  });
  const apart = placed.filter((one) => !placed.some((other) => other !== one && overlap(one, other)));
  const fitting = new Set(apart.map(({ hunk }) => hunk));
  const result = lines.slice();
  // From the bottom, so that the places above stay where they are.
  for (const { hunk, at } of apart.toSorted((a, b) => b.at - a.at)) result.splice(at, hunk.old.length, ...hunk.new);
  return { text: result.join(''), refused: hunks.filter((hunk) => !fitting.has(hunk)) };
};

const overlap = (one: Placed, other: Placed): boolean =>
  one.at === other.at || (one.at < other.at + other.hunk.old.length && other.at < one.at + one.hunk.old.length);

/** Nothing has a place only in nothing: a hunk without old lines was made from an empty text. */
const onlyPlaceOf = (wanted: readonly string[], lines: readonly string[]): number | undefined => {
  if (wanted.length === 0) return lines.length === 0 ? 0 : undefined;
  let found: number | undefined;
  for (let at = 0; at + wanted.length <= lines.length; at += 1) {
    if (!wanted.every((line, index) => line === lines[at + index])) continue;
    if (found !== undefined) return undefined;
    found = at;
  }
  return found;
};

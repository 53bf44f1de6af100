import { clusters, clusterWidth } from './glyphs.ts';
import { clean, content, element } from './xml.ts';

/** No line holds more: the rest of a long text need not be looked at. */
const MAX_UNITS_PER_LINE = 160;
const ELLIPSIS = '…';

const RIGHT_TO_LEFT = /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** The text in at most `most` lines of `width`, broken at spaces where there are any; an ellipsis ends what is cut. */
export const linesOf = (
  text: string,
  { width, size, most }: { width: number; size: number; most: number },
): string[] => {
  const flat = clean(text).replace(/\s+/gu, ' ').trim();
  const head = flat.slice(0, most * MAX_UNITS_PER_LINE).toWellFormed();
  const all = clusters(head);
  const lines: string[] = [];
  let at = 0;
  while (at < all.length && lines.length < most) {
    while (all[at] === ' ') at++;
    const end = endOfLine(all, at, width / size);
    const cutHere = end < all.length ? lines.length + 1 === most : head.length < flat.length;
    if (cutHere) {
      const cut = at + fitting(all, at, width / size - 1);
      lines.push(all.slice(at, cut).join('').trimEnd() + ELLIPSIS);
      return lines;
    }
    lines.push(all.slice(at, end).join('').trimEnd());
    at = end;
  }
  return lines;
};

const fitting = (all: readonly string[], from: number, width: number): number => {
  let [used, at] = [0, from];
  while (at < all.length && used + clusterWidth(all[at]!) <= width) used += clusterWidth(all[at++]!);
  return at - from;
};

/** A line that is less than half full is not ended for the sake of a long word: the word is broken. */
const endOfLine = (all: readonly string[], from: number, width: number): number => {
  const end = from + Math.max(1, fitting(all, from, width));
  if (end >= all.length || all[end] === ' ') return end;
  const space = all.lastIndexOf(' ', end);
  return space > from + (end - from) / 2 ? space + 1 : end;
};

export type TextPosition = { x: number; y: number; width: number; class: string; end?: boolean };

/** One line of text; a line that reads from right to left begins at the right. */
export const textAt = (line: string, { x, y, width, class: name, end = false }: TextPosition): string => {
  if (line === '') return '';
  const rightToLeft = RIGHT_TO_LEFT.test(line);
  const atRight = rightToLeft || end;
  // Marks in the text itself rather than an attribute: more programs that draw SVG obey them.
  const written = rightToLeft ? `\u2067${content(line)}\u2069` : content(line);
  return element(
    'text',
    { class: name, x: atRight ? x + width : x, y, 'text-anchor': atRight ? 'end' : undefined },
    written,
  );
};

import { readFileSync } from 'node:fs';
import type { Frame } from './stacks.ts';

/** Frames that take less than this part of all are too narrow to be seen. */
const NARROWEST = 1 / 5_000;

/** `[name, place, self, total, children]`, children with the widest first. */
type Cell = [string, string, number, number, Cell[]];

const page = readFileSync(new URL('./page.html', import.meta.url), 'utf8');

/** One HTML file that loads nothing: the frames are part of it, and its policy forbids every request. */
export const flameGraph = (title: string, root: Frame): string =>
  page
    .replaceAll('{{title}}', () => escaped(title))
    // Whatever a function is called, it does not end the script it stands in.
    .replace('"{{frames}}"', () => JSON.stringify(cellOf(root, root.total * NARROWEST)).replaceAll('<', '\\u003c'));

const cellOf = ({ name, place, self, total, children }: Frame, narrowest: number): Cell => [
  name,
  place,
  Math.round(self),
  Math.round(total),
  [...children.values()]
    .filter((one) => one.total > narrowest)
    .toSorted((a, b) => b.total - a.total)
    .map((one) => cellOf(one, narrowest)),
];

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

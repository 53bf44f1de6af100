import type { PlanView } from '../plan-view.ts';
import type { TaskState } from './colours.ts';
import { textWidth } from './glyphs.ts';
import { signAt, WORDS } from './signs.ts';
import { textAt } from './text.ts';
import { element } from './xml.ts';

const ROW = 26;
const BETWEEN = 26;

const ORDER: TaskState[] = ['completed', 'running', 'waiting', 'failed', 'queued', 'blocked', 'skipped', 'cancelled'];

type Entry = { width: number; draw(x: number, y: number): string };

const entry = (
  label: string,
  { signWidth, sign, tone }: { signWidth: number; sign: (x: number, y: number) => string; tone?: string | undefined },
): Entry => ({
  width: signWidth + 7 + Math.ceil(textWidth(label, 12)),
  draw: (x, y) =>
    element(
      'g',
      { class: tone },
      sign(x, y) + textAt(label, { x: x + signWidth + 7, y: y + 4, width: 0, class: 'facts key' }),
    ),
});

/** The states there are with their numbers, and what lines and frames mean. */
const entriesOf = (view: PlanView, critical: boolean): Entry[] => {
  const count = (state: TaskState): number =>
    view.tasks.filter((task) => task.state === state && !task.replaced).length;
  const states = ORDER.filter((state) => count(state) > 0).map((state) =>
    entry(`${WORDS[state]}: ${count(state)}`, { signWidth: 14, sign: (x, y) => signAt(state, x, y - 7), tone: state }),
  );
  const replaced = view.tasks.filter((task) => task.replaced).length;
  return [
    ...states,
    ...(critical
      ? [
          entry('Critical path', {
            signWidth: 24,
            sign: (x, y) => element('path', { class: 'link path', d: `M${x} ${y}h24` }),
          }),
        ]
      : []),
    ...(replaced > 0
      ? [
          entry(`Replaced in a later round: ${replaced}`, {
            signWidth: 22,
            sign: (x, y) => element('rect', { class: 'frame', x, y: y - 7, width: 22, height: 14, rx: 3 }),
            tone: 'replaced',
          }),
        ]
      : []),
  ];
};

/** The legend in as many rows as it needs, and their height. */
export const drawLegend = (view: PlanView, critical: boolean, at: { x: number; y: number; width: number }) => {
  let [x, y] = [at.x, at.y];
  const drawn = entriesOf(view, critical).map(({ width, draw }) => {
    if (x > at.x && x + width > at.x + at.width) [x, y] = [at.x, y + ROW];
    const one = draw(x, y);
    x += width + BETWEEN;
    return one;
  });
  return { drawn: drawn.join(''), height: drawn.length > 0 ? y - at.y + ROW : 0 };
};

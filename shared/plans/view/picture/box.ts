import type { Point } from '../../../graphs/index.ts';
import type { PlanTaskView } from '../plan-view.ts';
import { between, durationText } from './duration.ts';
import { SHORT_WORDS, signAt, WORDS } from './signs.ts';
import { linesOf, textAt } from './text.ts';
import { content, element } from './xml.ts';

/** How much a box says. A dense one has no description. */
export type Density = { width: number; height: number; dense: boolean };
export const ROOMY: Density = { width: 256, height: 122, dense: false };
export const DENSE: Density = { width: 216, height: 58, dense: true };

export type BoxFacts = { critical: boolean; rounds: boolean; now: number };

const PADDING = 16;
const SIGN = 14;
const RADIUS = 8;

/** `1.4 s`; of a task still in progress: so far. */
const durationOf = ({ state, started_at, ended_at }: PlanTaskView, now: number, soFar: string): string => {
  if (started_at === null) return '';
  if (ended_at !== null) return durationText(between(started_at, ended_at));
  if (state === 'waiting') return durationText(between(started_at, now));
  return state === 'running' ? durationText(between(started_at, now)) + soFar : '';
};

/** Everything about a task that its box has no room for: shown where the pointer rests. */
const tooltip = (task: PlanTaskView, now: number): string => {
  const { id, state, replaced, agent, depends_on, round, description, error } = task;
  const took = durationOf(task, now, ' so far');
  return [
    `${id}: ${WORDS[state]}${replaced ? ', replaced' : ''}${took === '' ? '' : `, ${took}`}`,
    `Agent: ${agent}`,
    ...(depends_on.length > 0 ? [`After: ${depends_on.join(', ')}`] : []),
    ...(round > 1 ? [`Round: ${round}`] : []),
    '',
    description,
    ...(error ? ['', `${error.error_code}: ${error.detail}`] : []),
  ].join('\n');
};

const roomy = (task: PlanTaskView, { width, height }: Density, { rounds, now }: BoxFacts): string => {
  const room = width - 2 * PADDING;
  const [x, bottom] = [PADDING, height - 16];
  const round = rounds ? `round ${task.round}` : '';
  const took = durationOf(task, now, ' so far');
  const word = task.replaced ? `${SHORT_WORDS[task.state]}, replaced` : WORDS[task.state];
  return [
    textAt(linesOf(task.id, { width: round === '' ? room : room - 58, size: 14, most: 1 })[0] ?? '', {
      x,
      y: 26,
      width: room,
      class: 'name',
    }),
    textAt(round, { x, y: 26, width: room, class: 'round', end: true }),
    textAt(linesOf(task.agent, { width: room, size: 11.5, most: 1 })[0] ?? '', {
      x,
      y: 43,
      width: room,
      class: 'agent',
    }),
    ...linesOf(task.description, { width: room, size: 12, most: 2 }).map((line, at) =>
      textAt(line, { x, y: 64 + at * 16, width: room, class: 'about' }),
    ),
    signAt(task.state, x, bottom - 11),
    textAt(word, { x: x + SIGN + 7, y: bottom, width: 0, class: 'word' }),
    textAt(took, { x, y: bottom, width: room, class: 'took', end: true }),
  ].join('');
};

const dense = (task: PlanTaskView, { width }: Density, { now }: BoxFacts): string => {
  const room = width - 2 * PADDING;
  const took = durationOf(task, now, '…');
  const word = task.replaced ? `${SHORT_WORDS[task.state]}, replaced` : SHORT_WORDS[task.state];
  const x = PADDING;
  const beside = task.replaced ? 140 : 92;
  return [
    textAt(linesOf(task.id, { width: room - 74, size: 14, most: 1 })[0] ?? '', {
      x,
      y: 23,
      width: room,
      class: 'name',
    }),
    textAt(took, { x, y: 23, width: room, class: 'took', end: true }),
    signAt(task.state, x, 33),
    textAt(word, { x: x + SIGN + 7, y: 44, width: 0, class: 'word' }),
    textAt(linesOf(task.agent, { width: room - beside, size: 11.5, most: 1 })[0] ?? '', {
      x,
      y: 44,
      width: room,
      class: 'agent',
      end: true,
    }),
  ].join('');
};

export const clipOf = ({ width, height }: Density): string => `artel-box-${width}-${height}`;

/** The box of a task. What does not fit is cut at its border, whatever font the reader has. */
export const boxAt = ({ x, y }: Point, task: PlanTaskView, density: Density, facts: BoxFacts): string => {
  const { width, height } = density;
  const names = ['task', task.state, facts.critical && 'critical', task.replaced && 'replaced'];
  const end = height - RADIUS;
  const bar = `M${RADIUS} 0A${RADIUS} ${RADIUS} 0 0 0 0 ${RADIUS}V${end}A${RADIUS} ${RADIUS} 0 0 0 ${RADIUS} ${height}A4 ${RADIUS} 0 0 1 4 ${end}V${RADIUS}A4 ${RADIUS} 0 0 1 ${RADIUS} 0Z`;
  const inside = density.dense ? dense(task, density, facts) : roomy(task, density, facts);
  return element(
    'g',
    { class: names.filter(Boolean).join(' '), transform: `translate(${x} ${y})` },
    element('title', {}, content(tooltip(task, facts.now))) +
      element('rect', { class: 'card', width, height, rx: RADIUS }) +
      element('path', { class: 'bar', d: bar }) +
      element('rect', { class: 'frame', width, height, rx: RADIUS }) +
      element('g', { 'clip-path': `url(#${clipOf(density)})` }, inside),
  );
};

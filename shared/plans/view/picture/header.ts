import type { PlanView } from '../plan-view.ts';
import type { TaskState } from './colours.ts';
import { between, durationText } from './duration.ts';
import { textWidth } from './glyphs.ts';
import { signAt, TONES, WORDS } from './signs.ts';
import { textAt } from './text.ts';
import { element } from './xml.ts';

export const HEADER_HEIGHT = 92;
const BAR_WIDTH = 480;

/** The tasks that count: those of the graph in force. */
export const inForce = ({ tasks }: PlanView) => tasks.filter(({ replaced }) => !replaced);

const price = (cost: number): string => `$${cost.toFixed(cost < 0.1 ? 4 : 2)}`;

/** `7 of 12 done`, time, estimates and round: what the picture begins with, and what is read aloud of it. */
export const factsOf = (view: PlanView, now: number): string[] => {
  const { ended_at, started_at, created_at, estimated_cost, estimated_duration, round } = view;
  const tasks = inForce(view);
  const took = durationText(between(started_at ?? created_at, ended_at ?? now));
  const seconds = estimated_duration?.parallel;
  const estimates = [
    ...(seconds === undefined ? [] : [durationText(seconds * 1_000)]),
    ...(estimated_cost === null ? [] : [price(estimated_cost)]),
  ];
  return [
    ...(tasks.length > 0
      ? [`${tasks.filter(({ state }) => state === 'completed').length} of ${tasks.length} done`]
      : []),
    ended_at === null ? `${took} elapsed` : `took ${took}`,
    ...(estimates.length > 0 ? [`estimated ${estimates.join(', ')}`] : []),
    ...(round > 1 ? [`round ${round}`] : []),
  ];
};

const SHOWN: TaskState[] = ['completed', 'running', 'waiting', 'failed', 'skipped', 'cancelled'];

const progress = (view: PlanView, x: number, y: number): string => {
  const tasks = inForce(view);
  let from = 0;
  const parts = SHOWN.flatMap((state) => {
    const share = (tasks.filter((task) => task.state === state).length / tasks.length) * BAR_WIDTH;
    const at = from;
    from += share;
    const [left, width] = [Math.round(at) + x, Math.round(from) - Math.round(at)];
    return share > 0
      ? [
          element(
            'g',
            { class: state },
            element('rect', { class: 'bar', x: left, y, width: Math.max(2, width - 2), height: 6 }),
          ),
        ]
      : [];
  });
  return element('rect', { class: 'track', x, y, width: BAR_WIDTH, height: 6 }) + parts.join('');
};

/** The run's state, how far it is, and a bar that shows it. */
export const drawHeader = (view: PlanView, now: number, x: number): string => {
  const word = WORDS[view.state];
  const pill = x + 60;
  const capsule = { x: pill, y: 13, width: Math.ceil(textWidth(word, 12.5)) + 40, height: 26, rx: 13 };
  const state = [
    element('rect', { class: 'card', ...capsule }),
    element('rect', { class: 'frame', ...capsule }),
    signAt(view.state, pill + 8, 19),
    textAt(word, { x: pill + 29, y: 30.5, width: 0, class: 'word' }),
  ];
  return [
    textAt('Plan', { x, y: 33, width: 0, class: 'title' }),
    element('g', { class: TONES[view.state] }, state.join('')),
    textAt(factsOf(view, now).join(' · '), { x, y: 62, width: 0, class: 'facts' }),
    view.tasks.length > 0 ? progress(view, x, 78) : '',
  ].join('');
};

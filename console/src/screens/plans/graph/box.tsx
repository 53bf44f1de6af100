import type { VNode } from 'preact';
import type { Texts } from '../../../texts/en.ts';
import type { PlanTask } from '../state/plan.ts';
import { memo } from './memo.ts';

/** What a box shows. A task that is only planned is `blocked`. */
export type BoxTask = Pick<PlanTask, 'id' | 'agent' | 'description' | 'state' | 'replaced'>;

export type BoxProps = {
  task: BoxTask;
  /** Handed over, so that another language is another property. */
  texts: Texts;
  index: number;
  x: number;
  y: number;
  width: number;
  height: number;
  isDense: boolean;
  isCritical: boolean;
  isSelected: boolean;
  /** It has faults, or stands in a cycle. */
  isWrong: boolean;
  /** One box is in the order of the Tab key; the arrow keys lead to the others. */
  isReachable: boolean;
  onSelect: (index: number) => void;
  /** A key was pressed that may lead to another box. */
  onMove: (from: number, event: KeyboardEvent) => void;
};

/** So that no state is told by its colour alone. */
const SIGNS: Record<string, string> = {
  blocked: '○',
  queued: '…',
  running: '►',
  waiting: '‖',
  completed: '✓',
  failed: '!',
  skipped: '–',
  cancelled: '×',
};

/** What fits a line of a box, about; the rest is cut by the box, and read in the task's own view. */
const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

const draw = (props: BoxProps): VNode => {
  const { task, index, x, y, width, height, isDense, isCritical, isSelected, isWrong, isReachable, onSelect, onMove } =
    props;
  const { plans, states } = props.texts;
  const state = states[task.state] ?? plans.taskStates[task.state] ?? task.state;
  const names = ['box', task.state, isCritical && 'critical', isSelected && 'selected', isWrong && 'wrong'];
  const spoken = [task.id, state, task.agent, isCritical && plans.onCriticalPath, task.replaced && plans.replaced];
  // A drawing has no buttons of its own.
  const button = {
    role: 'button',
    transform: `translate(${x} ${y})`,
    // In a drawing the names of attributes have their case.
    tabindex: isReachable ? 0 : -1,
    'data-index': index,
    'aria-label': [...spoken, task.description].filter(Boolean).join(', '),
    'aria-pressed': isSelected,
    onClick: () => onSelect(index),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return onMove(index, event);
      event.preventDefault();
      onSelect(index);
    },
  } as const;
  return (
    <g class={[...names, task.replaced && 'replaced'].filter(Boolean).join(' ')} {...button}>
      <rect class="card" width={width} height={height} rx="8" />
      <foreignObject width={width} height={height}>
        <div class={isDense ? 'box-text dense' : 'box-text'}>
          <span class="box-name" dir="auto">
            {cut(task.id, 32)}
          </span>
          {!isDense && (
            <span class="box-about" dir="auto">
              {cut(task.description, 90)}
            </span>
          )}
          <span class="box-state">
            <span aria-hidden="true">{SIGNS[task.state]}</span> {state}
            <span class="box-agent" dir="auto">
              {cut(task.agent, 24)}
            </span>
          </span>
        </div>
      </foreignObject>
    </g>
  );
};

/** Drawn again only where something of it has changed: an event changes one of two hundred. */
export const Box = memo(draw);

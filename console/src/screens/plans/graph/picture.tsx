import { useMemo, useRef, useState } from 'preact/hooks';
import { texts } from '../../../texts/index.ts';
import { Box } from './box.tsx';
import type { Drawing } from './drawing.ts';
import { isDense } from './drawing.ts';
import type { GraphProps } from './graph.tsx';
import { neighbour } from './neighbour.ts';
import { BULGE, backLine } from './paths.ts';
import { type Drawn, useSteps } from './steps.ts';

const MARGIN = 12;
/** Where links lead back, they need some at the sides, */
const WIDE_MARGIN = BULGE + 12;
/** and room below the lowest box. */
const BELOW = 28;

/** The links that close cycles. */
const BackLinks = ({ drawing: { broken, boxes, measures, height } }: { drawing: Drawing }) => (
  <>
    {broken.map(({ from, to }) => {
      const [start, end] = [boxes[from], boxes[to]];
      if (!start || !end) return null;
      const { boxWidth, boxHeight } = measures;
      const back = backLine(start, end, { boxWidth, boxHeight, bottom: height + BELOW / 2 });
      return (
        <g key={`${from}>${to}`}>
          <path class="link back" d={back.lines} />
          <path class="arrow back" d={back.arrows} />
        </g>
      );
    })}
  </>
);

export type PictureProps = Pick<GraphProps, 'tasks' | 'selected' | 'onSelect'> & {
  drawn: Drawn;
  wrong: ReadonlySet<number>;
};

/** The drawing itself. Its boxes are buttons, one of which the Tab key reaches and the arrow keys the others. */
export const Picture = ({ drawn: { drawing, lines }, tasks, selected, wrong, onSelect }: PictureProps) => {
  const { boxes, broken, critical } = drawing;
  const all = texts();
  const count = Math.min(useSteps(tasks.length), boxes.length);
  const [focused, setFocused] = useState(selected ?? 0);
  const frame = useRef<SVGSVGElement>(null);
  const latest = useRef({ onSelect, boxes });
  latest.current = { onSelect, boxes };
  // The same for every drawing, so that no box is drawn again for them.
  const { select, move } = useMemo(
    () => ({
      select: (index: number) => {
        setFocused(index);
        latest.current.onSelect(index);
      },
      move: (from: number, event: KeyboardEvent) => {
        const next = neighbour(latest.current.boxes, from, event.key);
        if (next === undefined) return;
        event.preventDefault();
        setFocused(next);
        frame.current?.querySelector<SVGElement>(`[data-index="${next}"]`)?.focus();
      },
    }),
    [],
  );
  const { boxWidth, boxHeight } = drawing.measures;
  const side = broken.length > 0 ? WIDE_MARGIN : MARGIN;
  const width = drawing.width + 2 * side;
  const height = drawing.height + 2 * MARGIN + (broken.length > 0 ? BELOW : 0);
  return (
    <svg
      ref={frame}
      role="presentation"
      width={width}
      height={height}
      viewBox={`${-side} ${-MARGIN} ${width} ${height}`}
      data-drawn={count}
    >
      <path class="link" d={lines.plain.lines} />
      <path class="arrow" d={lines.plain.arrows} />
      <path class="link critical" d={lines.critical.lines} />
      <path class="arrow critical" d={lines.critical.arrows} />
      <BackLinks drawing={drawing} />
      {tasks.slice(0, count).map((task, index) => (
        <Box
          key={`${task.round} ${index}`}
          task={task}
          texts={all}
          index={index}
          x={boxes[index]?.x ?? 0}
          y={boxes[index]?.y ?? 0}
          width={boxWidth}
          height={boxHeight}
          isDense={isDense(tasks.length)}
          isCritical={critical.tasks.has(index)}
          isSelected={index === selected}
          isWrong={wrong.has(index)}
          isReachable={index === Math.min(focused, tasks.length - 1)}
          onSelect={select}
          onMove={move}
        />
      ))}
    </svg>
  );
};

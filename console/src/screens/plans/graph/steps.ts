import { useEffect, useMemo, useState } from 'preact/hooks';
import type { NamedTask } from '../../../../../shared/graphs/index.ts';
import { type Drawing, drawingOf, isDense, shapeOf } from './drawing.ts';
import { type Lines, linesOf } from './paths.ts';

/** A graph is laid out in one step and its boxes drawn in others: none of them keeps the page from answering. */
export type Drawn = { drawing: Drawing; lines: { plain: Lines; critical: Lines } };

const drawnOf = (tasks: readonly NamedTask[], criticalPath: readonly string[]): Drawn => {
  const drawing = drawingOf(tasks, criticalPath);
  return { drawing, lines: linesOf(drawing.trees, drawing.critical) };
};

/** A small graph at once. A large one after what is around it, and until it is laid out anew it stays as it was. */
export const useDrawn = (tasks: readonly NamedTask[], criticalPath: readonly string[]): Drawn | undefined => {
  const shape = shapeOf(tasks, criticalPath);
  const isLarge = isDense(tasks.length);
  const small = useMemo(() => (isLarge ? undefined : drawnOf(tasks, criticalPath)), [shape]);
  const [large, setLarge] = useState<Drawn>();
  useEffect(() => {
    if (!isLarge) return undefined;
    const timer = setTimeout(() => setLarge(drawnOf(tasks, criticalPath)), 0);
    return () => clearTimeout(timer);
  }, [shape]);
  return small ?? large;
};

/** Boxes drawn before the browser may do something else. */
const AT_ONCE = 20;

/** How many of so many are to be drawn by now: more with each frame. */
export const useSteps = (total: number): number => {
  const [drawn, setDrawn] = useState(Math.min(total, AT_ONCE));
  useEffect(() => {
    if (drawn >= total) return undefined;
    const frame = requestAnimationFrame(() => setDrawn(Math.min(total, drawn + AT_ONCE)));
    return () => cancelAnimationFrame(frame);
  }, [drawn, total]);
  return Math.min(total, drawn);
};

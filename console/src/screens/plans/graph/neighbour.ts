import type { Layout } from '../../../../../shared/graphs/index.ts';

const DIRECTIONS: Record<string, [number, number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** The box that an arrow key leads to: the nearest in that direction, where being off to the side counts double. */
export const neighbour = (boxes: Layout['boxes'], from: number, key: string): number | undefined => {
  if (key === 'Home') return boxes.length > 0 ? 0 : undefined;
  if (key === 'End') return boxes.length > 0 ? boxes.length - 1 : undefined;
  const direction = DIRECTIONS[key];
  const start = boxes[from];
  if (!direction || !start) return undefined;
  const [right, down] = direction;
  let nearest: { index: number; distance: number } | undefined;
  for (const [index, { x, y }] of boxes.entries()) {
    const [dx, dy] = [x - start.x, y - start.y];
    const ahead = dx * right + dy * down;
    if (index === from || ahead <= 0) continue;
    const distance = ahead + 2 * Math.abs(dx * down) + 2 * Math.abs(dy * right);
    if (!nearest || distance < nearest.distance) nearest = { index, distance };
  }
  return nearest?.index;
};

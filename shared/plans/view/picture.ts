import { once } from '../../platform/once.ts';

/**
 * What draws a plan, loaded by the first request for a picture: nobody else waits for it. `#plan-picture` is
 * `picture/draw.ts`.
 */
const picture = once(() => import('#plan-picture'));

type Draw = Awaited<ReturnType<typeof picture>>['drawPlan'];

/** The plan as SVG. */
export const drawPlan = async (...plan: Parameters<Draw>): Promise<ReturnType<Draw>> =>
  (await picture()).drawPlan(...plan);

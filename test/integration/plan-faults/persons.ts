import { expect } from 'vitest';
import { decide } from '../../support/approvals.ts';
import type { World } from './world.ts';

type Pending = { id: string; kind: string };

export const pending = async ({ alice }: World): Promise<Pending[]> =>
  (await alice.call<{ items: Pending[] }>('GET', '/my/approvals?status=pending')).body.items;

/** Says yes to whatever is asked; whether there was something. */
export const approveAll = async (world: World): Promise<boolean> => {
  const asked = await pending(world);
  for (const { id } of asked) expect((await decide(world.alice, id, { decision: 'approve' })).status).toBe(200);
  return asked.length > 0;
};

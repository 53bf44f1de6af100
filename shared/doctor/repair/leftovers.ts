import { deleteTexts, getItem, transact, type Write } from '../../store/index.ts';
import type { Repair } from './repair.ts';

const isGone = 'attribute_not_exists(#pk)';

/**
 * Removes an item whose owner is gone, then the long texts it points to. Ids are never used again, so an owner that is
 * gone stays gone. `audit` goes into the transaction.
 */
export const removeLeftover = async (
  { key, gone }: Extract<Repair, { kind: 'remove leftover' }>,
  audit: Write,
): Promise<boolean> => {
  const item = await getItem(key);
  if (!item) return false;
  const { ok } = await transact([
    { remove: key, when: 'attribute_exists(#pk)' },
    ...gone.map((owner): Write => ({ check: owner, when: isGone })),
    audit,
  ]);
  if (ok) await deleteTexts([item]);
  return ok;
};

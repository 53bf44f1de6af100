import type { PlainItem } from '../table/values.ts';
import type { World } from '../world/world.ts';

const PARTS = ['money', 'tokens', 'requests'] as const;

/** What a month's budget says was spent is what its calls cost, each of which is recorded once. */
export const spentWithoutCharge = (world: World): string[] => {
  const items = world.table.items();
  const budgets = items.filter(({ kind }) => kind === 'reservation');
  return budgets.flatMap((budget) => {
    const charges = items.filter((item) => isCharge(item) && item.pk === budget.pk);
    return PARTS.flatMap((part) => {
      const sum = charges.reduce((all, charge) => all + Number(charge[part]), 0);
      const spent = Number(budget[`spent_${part}`]);
      return sum === spent ? [] : [`${budget.pk}: ${part} spent are ${spent}, the charges come to ${sum}`];
    });
  });
};

const isCharge = ({ charge_id }: PlainItem): boolean => charge_id !== undefined;

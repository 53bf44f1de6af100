import { type Budget, PARTS, plus, reserved } from '../../limits/index.ts';
import type { Found, Invariant } from './invariant.ts';

/** `limit = left + spent + all that is open`, for each part; and what is open is settled by somebody. (limits) */
export const budgets: Invariant = {
  name: 'budgets',
  moment: 'always',
  broken: ({ budgets: all }) =>
    all.flatMap(({ budget }): Found[] => {
      const { month, limit, left, spent } = budget;
      const sum = plus(plus(left, spent), reserved(budget));
      const wrong = PARTS.filter((part) => limit[part] !== sum[part]);
      return [
        ...wrong.map((part) => ({
          about: { month },
          text: `The budget's ${part}: left, spent and reserved are ${sum[part]} together, the limit is ${limit[part]}.`,
        })),
        ...(isOpen(budget) && budget.dueAt === undefined
          ? [{ about: { month }, text: 'A part of the budget is reserved, and nothing would release it.' }]
          : []),
      ];
    }),
};

/** At rest no call is under way that could have reserved anything. (limits) */
export const openReservations: Invariant = {
  name: 'open reservations',
  moment: 'at rest',
  broken: ({ budgets: all }) =>
    all
      .filter(({ budget }) => isOpen(budget))
      .map(({ budget }) => ({
        about: { month: budget.month },
        text: `${Object.keys(budget.open).length} calls have reserved a part of the budget, and none is under way.`,
      })),
};

const isOpen = ({ open }: Budget): boolean => Object.keys(open).length > 0;

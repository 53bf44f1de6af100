import type { Budget } from '../../../shared/limits/index.ts';

/** Looks at a budget again and again until told to stop; what it saw. */
export const watch = (look: () => Promise<Budget | undefined>) => {
  const seen: Budget[] = [];
  let over = false;
  const watching = (async () => {
    while (!over) {
      const budget = await look();
      if (budget) seen.push(budget);
    }
  })();
  return {
    end: async () => {
      over = true;
      await watching;
      return seen;
    },
  };
};

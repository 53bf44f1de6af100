import { importIsOver } from '../../projects/index.ts';

/** Ends an import that is no longer the project's. */
export const goOn = (outcome: 'restored' | 'over'): void => {
  if (outcome === 'over') throw importIsOver();
};

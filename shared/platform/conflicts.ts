import { TransactionConflictException } from '@aws-sdk/client-dynamodb';
import { fullJitter, pause } from '../core/jitter.ts';

const MAX_ATTEMPTS = 12;

/** A single write that meets a transaction on its item is refused without effect: it is tried again a little later. */
export const pastConflicts = async <T>(send: () => Promise<T>): Promise<T> => {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof TransactionConflictException) || attempt >= MAX_ATTEMPTS) throw error;
      await pause(fullJitter(attempt, { base: 5, cap: 400 }));
    }
  }
};

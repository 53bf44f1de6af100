import { TransactionConflictException } from '@aws-sdk/client-dynamodb';
import { fullJitter, pause } from '../core/jitter.ts';

const MOST_TRIES = 12;

/** A single write that meets a transaction on its item is refused, and nothing was written: it comes again a little later. */
export const pastConflicts = async <T>(send: () => Promise<T>): Promise<T> => {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof TransactionConflictException) || attempt >= MOST_TRIES) throw error;
      await pause(fullJitter(attempt, 5, 400));
    }
  }
};

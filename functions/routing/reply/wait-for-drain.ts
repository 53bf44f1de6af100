import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { MINUTE } from '../../../shared/core/clock.ts';

/**
 * Waits until the client has read what was written; `false` if it has disconnected. A client that reads nothing for a
 * minute counts as disconnected.
 */
export const waitForDrain = async (stream: Writable, gone: AbortSignal): Promise<boolean> => {
  if (gone.aborted) return false;
  const late = AbortSignal.timeout(MINUTE);
  try {
    await once(stream, 'drain', { signal: AbortSignal.any([gone, late]) });
    return true;
  } catch (error) {
    if (!late.aborted && !gone.aborted) throw error;
    return false;
  }
};

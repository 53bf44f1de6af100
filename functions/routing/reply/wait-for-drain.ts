import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { MINUTE } from '../../../shared/core/clock.ts';

/**
 * Waits until the client has taken what was written; `false` when it is gone. One that takes nothing for a minute is as
 * good as gone.
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

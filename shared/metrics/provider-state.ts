import * as z from 'zod';
import { type Clock, MINUTE, systemClock } from '../core/clock.ts';
import { getItem, pointerKeys, SCHEMA_VERSION, updateItem } from '../store/index.ts';

/** A closed upstream is tried again within two minutes; what nobody has confirmed for longer is not known any more. */
const BELIEVED_FOR = 5 * MINUTE;

const noteSchema = z.object({ state: z.enum(['ok', 'unavailable']), until: z.number() });

/**
 * Notes that calls of models were stopped because the provider does not answer, or that it answers again: once at each
 * such turn, so that a probe can tell without asking a model.
 */
export const noteProvider = async (state: 'ok' | 'unavailable', clock: Clock = systemClock): Promise<void> => {
  await updateItem(pointerKeys.providerState(), 'SET #v = :v, #state = :state, #until = :until', {
    values: { v: SCHEMA_VERSION, state, until: clock.now() + BELIEVED_FOR },
  });
};

/** What calls of models last found, in any container. Without a recent failure it counts as well. */
export const providerNoted = async (clock: Clock = systemClock): Promise<'ok' | 'unavailable'> => {
  const item = await getItem(pointerKeys.providerState());
  if (!item) return 'ok';
  const { state, until } = noteSchema.parse(item);
  return until > clock.now() ? state : 'ok';
};

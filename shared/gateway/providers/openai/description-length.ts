import { LRUCache } from 'lru-cache';
import { excerpt } from '../../../core/excerpt.ts';
import type { ModelCall } from '../../call/model-call.ts';
import { ModelError } from '../../call/model-error.ts';
import type { Unlearn } from '../dialect.ts';
import { keyOf, type Target } from './length-field.ts';

/** How long the description of a tool may be, as upstreams have said. Most take any. */
const learned = new LRUCache<string, number>({ max: 500 });

/** OpenAI's words, which other servers of its API repeat. */
const TOO_LONG =
  /tools\[\d+\][\w.]*\.description'?: string too long\. Expected a string with maximum length (\d{2,6})\b/;

/** As much of a tool's description as the upstream takes. */
export const descriptionFor = (description: string, target: Target): string => {
  const most = learned.get(keyOf(target));
  return most === undefined || description.length <= most ? description : excerpt(description, most - 1);
};

/**
 * A refused call may pass with shorter descriptions, if the upstream's complaint says how long they may be. What is
 * learned holds for the calls after it: one tool would silence its agent.
 */
export const learnDescriptionLength = (
  error: unknown,
  { tools = [] }: ModelCall,
  target: Target,
): Unlearn | undefined => {
  if (!(error instanceof ModelError) || (error.reason !== 'refused' && error.reason !== 'too_long')) return undefined;
  const most = Number(TOO_LONG.exec(error.cause instanceof Error ? error.cause.message : '')?.[1]);
  if (!tools.some(({ description }) => descriptionFor(description, target).length > most)) return undefined;
  const before = learned.get(keyOf(target));
  learned.set(keyOf(target), most);
  return () => (before === undefined ? learned.delete(keyOf(target)) : learned.set(keyOf(target), before));
};

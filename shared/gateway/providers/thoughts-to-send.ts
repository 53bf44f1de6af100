import type { NativeThought, Reasoning } from '../call/reasoning.ts';
import type { Endpoint } from '../settings/upstreams.ts';
import { originOf } from './origin.ts';

/**
 * The thoughts of one kind that may go to this upstream and model: its own, and those of which a client does not say whose
 * they are. Another model would refuse them, or take them for its own.
 */
export const thoughtsFor = (
  reasoning: Reasoning | undefined,
  kind: NativeThought['kind'],
  { provider, model }: { provider: Endpoint; model: string },
): NativeThought['data'][] =>
  (reasoning?.native ?? []).flatMap((one) => {
    if (one.kind !== kind) return [];
    return one.origin === undefined || one.origin === originOf(provider, model) ? [one.data] : [];
  });

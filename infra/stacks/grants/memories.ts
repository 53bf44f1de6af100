import type { ArtelFunction } from '../../constructs/artel-function.ts';
import type { Platform } from './bundles.ts';

type Grant = (fn: ArtelFunction) => void;
type MemoryGrants = Record<'grantUse' | 'grantReading' | 'grantRemoving' | 'grantCounting' | 'grantProbe', Grant>;

/** What memories take, whichever store the deployment keeps them in. A Qdrant knows one key, so whoever reads it may do all. */
export const memoryGrants = ({ data, settings }: Platform): MemoryGrants => {
  const { memories, secrets } = data;
  if (memories) {
    return {
      grantUse: (fn) => memories.grantMemories(fn),
      grantReading: (fn) => memories.grantReadingMemories(fn),
      grantRemoving: (fn) => memories.grantRemovingMemories(fn),
      grantCounting: (fn) => memories.grantCounting(fn),
      grantProbe: (fn) => memories.grantProbe(fn),
    };
  }
  const grantQdrant: Grant = (fn) => {
    secrets.grantVectors(fn);
    fn.addEnvironment('memoryIsolation', settings.memoryIsolation);
  };
  return {
    grantUse: grantQdrant,
    grantReading: grantQdrant,
    grantRemoving: grantQdrant,
    grantCounting: grantQdrant,
    grantProbe: (fn) => secrets.grantVectors(fn),
  };
};

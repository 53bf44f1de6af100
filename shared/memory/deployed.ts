import { memoryOver } from './memory.ts';

/** The deployment's own memory, in the store its secret names. Removing from it, which embeds nothing, is `removal.ts`. */
export const { remember, search, recall, list, prune, stats, withUses, exportAll, exportPart, importAll } =
  memoryOver();

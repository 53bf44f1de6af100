import type { Mutation } from './mutations.ts';

/** The text with the mutation applied. Throws if its `find` does not stand in the text exactly once. */
export const mutated = (text: string, { file, find, replace }: Mutation): string => {
  const [before, after, ...more] = text.split(find);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`${file} must hold ${JSON.stringify(find)} exactly once.`);
  }
  return before + replace + after;
};

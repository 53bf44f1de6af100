/** Of a call's arguments, in characters of JSON: they are stored with intents, decisions and questions, in items of at most 400 KB. */
export const MAX_ARGUMENTS_LENGTH = 64 * 1024;

/**
 * Of a call's arguments. Nobody nests an honest call this deep; whatever walks a value by calling itself ends, some thousands
 * of levels down, in an error of the engine.
 */
export const MAX_ARGUMENTS_DEPTH = 64;

/** Of whole requests and of tools' schemas, which hold such values, or describe them, among other things. */
export const MAX_JSON_DEPTH = 2 * MAX_ARGUMENTS_DEPTH;

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Whether objects and lists stand in each other more than so many levels deep. Walks level by level, not by recursion. */
export const isDeeperThan = (most: number, value: unknown): boolean => {
  let level = isNested(value) ? [value] : [];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > most) return true;
    level = level.flatMap((one) => Object.values(one).filter(isNested));
  }
  return false;
};

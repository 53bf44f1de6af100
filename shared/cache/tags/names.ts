import { sha256 } from '../../core/digest.ts';
import { type CacheScope, cacheKeys, type Key } from '../../store/index.ts';
import type { Remembered, Versions } from '../entry.ts';
import type { Place } from '../level.ts';
import { checkText } from '../options.ts';

/** Half a SHA-256: enough that nobody finds two tags of one name. */
const TAG_DIGITS = 32;

export const tagName = (tag: string): string => {
  checkText(tag);
  return `t_${sha256(tag).slice(0, TAG_DIGITS)}`;
};

/**
 * The keys of a scope are spread over 16 versions. To change or to delete one value raises its sixteenth, so the others of
 * that sixteenth are loaded again too: a version for each key would have to be read for each key.
 */
export const shardName = ({ name }: Place): string => `k_${name.charAt(0)}`;

/** The names of all versions that a value remembers. */
export const namesOf = (place: Place, tags: readonly string[] = [], immutable = false): string[] => [
  ...tags.map(tagName),
  ...(immutable ? [] : [shardName(place)]),
];

export const idOfKey = ({ pk, sk }: Key): string => `${pk}\n${sk}`;

/** What memory keeps of the versions that an entry remembers. */
export const rememberedOf = (scope: CacheScope, versions: Versions): Remembered[] =>
  Object.entries(versions).map(([name, version]) => {
    const key = cacheKeys.tag(scope, name);
    return { id: idOfKey(key), key, version };
  });

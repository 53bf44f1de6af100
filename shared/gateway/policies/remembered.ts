import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Found } from '../../pii/index.ts';

/** What a policy looks for in a text, in order and without overlaps. */
export type Find = (text: string) => readonly Found[];

/** Looking through a shorter text is hardly slower than looking it up. */
const MIN_LENGTH = 256;
/** In findings, and one more a text: some megabytes in all. */
const MAX_SIZE = 50_000;

/**
 * Every call of a conversation sends all of it again, so most texts were looked through before. Keyed by owner, kind of work
 * and digest: no text is kept, only types and offsets, and the time a look takes does not reveal what another user has sent.
 */
const remembered = new LRUCache<string, readonly Found[]>({
  maxSize: MAX_SIZE,
  sizeCalculation: (found) => found.length + 1,
});

/** `work` names what is looked for, so that findings under other settings are not taken for these. */
export const remembering =
  (find: Find, { owner, work }: { owner: string; work: string }): Find =>
  (text) => {
    if (text.length < MIN_LENGTH) return find(text);
    const key = `${owner}|${work}|${hash('sha256', text, 'base64')}`;
    const found = remembered.get(key) ?? find(text).map(({ type, start, end }) => ({ type, start, end }));
    remembered.set(key, found);
    return found;
  };

import { once } from '../platform/once.ts';
import { Cache } from './cache.ts';
import { objectsLevel } from './objects/index.ts';

/** The cache of this container: what keeps its values in objects needs the rights to the bucket. */
export const containerCache = once(() => new Cache({ persistent: objectsLevel(), warming: {} }));

import { cacheFolder } from '../../store/index.ts';
import type { Place } from '../level.ts';

/** `…/cache/<name>/index`: the object that is a value, whole or as its index. */
export const indexName = ({ scope, name }: Place): string | undefined => {
  const folder = cacheFolder(scope);
  return folder === undefined ? undefined : `${folder}${name}/index`;
};

/** `…/cache/<name>/<generation>.<number>`: written once, never replaced. */
export const partName = (index: string, generation: string, part: number): string =>
  `${folderOf(index)}${generation}.${part}`;

/** All objects of a value begin with this. */
export const folderOf = (index: string): string => index.slice(0, index.lastIndexOf('/') + 1);

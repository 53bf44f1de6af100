import { sameEntry, type Tree } from '../files/tree.ts';

export type FileChange = { path: string; change: 'added' | 'changed' | 'removed' };

/** In which files two trees differ, in the order of their paths. */
export const changesBetween = (before: Tree, after: Tree): FileChange[] => {
  const found = [...new Set([...before.keys(), ...after.keys()])].flatMap((path): FileChange[] => {
    const [was, is] = [before.get(path), after.get(path)];
    if (was && is) return sameEntry(was, is) ? [] : [{ path, change: 'changed' }];
    return [{ path, change: is ? 'added' : 'removed' }];
  });
  return found.sort((one, other) => (one.path < other.path ? -1 : 1));
};

export const statsOf = (before: Tree, after: Tree): { added: number; changed: number; removed: number } => {
  const stats = { added: 0, changed: 0, removed: 0 };
  for (const { change } of changesBetween(before, after)) stats[change] += 1;
  return stats;
};

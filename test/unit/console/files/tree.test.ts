import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type FolderNode,
  foldersAbove,
  foundAt,
  matching,
  type TreeNode,
  treeOf,
} from '../../../../console/src/screens/files/tree/tree.ts';

/* Requirements: WEB1. */

const file = (path: string) => ({ path, bytes: 1, modified_at: '2026-01-01T00:00:00.000Z', executable: false });
const files = (...paths: string[]) => paths.map(file);
const outline = (nodes: readonly TreeNode[]): unknown[] =>
  nodes.map((node) => (node.kind === 'file' ? node.name : { [node.name]: outline(node.children) }));

test('folders stand before files, each kind in the order of its names', () => {
  const tree = treeOf(files('b.md', 'src/z.ts', 'a.md', 'src/lib/x.ts', 'docs/y.md'));
  expect(outline(tree)).toEqual([{ docs: ['y.md'] }, { src: [{ lib: ['x.ts'] }, 'z.ts'] }, 'a.md', 'b.md']);
  expect((tree[1] as FolderNode).children[0]?.path).toBe('src/lib');
});

test('names that objects have by themselves are folders like any other', () => {
  expect(outline(treeOf(files('__proto__/a', 'constructor/b')))).toHaveLength(2);
});

test('every file stands once at the path it has, whatever the paths', () => {
  const name = fc.stringMatching(/^[a-c]{1,2}$/);
  const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => `${names.join('/')}.txt`);
  fc.assert(
    fc.property(fc.uniqueArray(path, { maxLength: 20 }), (paths) => {
      const found: string[] = [];
      const walk = (nodes: readonly TreeNode[], above: string): void => {
        for (const node of nodes) {
          expect(node.path).toBe(`${above}${node.name}`);
          if (node.kind === 'folder') walk(node.children, `${node.path}/`);
          else found.push(node.path);
        }
      };
      walk(treeOf(paths.map(file)), '');
      expect(found.toSorted()).toEqual(paths.toSorted());
    }),
  );
});

test('a search finds paths with all its words, whatever their capitals', () => {
  const all = files('src/List.ts', 'src/main.ts', 'docs/list.md');
  expect(matching(all, 'LIST src').map(({ path }) => path)).toEqual(['src/List.ts']);
  expect(matching(all, ' ')).toHaveLength(3);
});

test('a path is a file, a folder with what is in it, or nothing', () => {
  const all = files('src/a.ts', 'srcs/b.ts');
  expect(foundAt(all, 'src/a.ts')).toMatchObject({ file: { path: 'src/a.ts' } });
  expect(foundAt(all, 'src')).toMatchObject({ folder: [{ path: 'src/a.ts' }] });
  expect(foundAt(all, 'sr')).toBeUndefined();
  expect(foldersAbove('a/b/c')).toEqual(['a', 'a/b']);
});

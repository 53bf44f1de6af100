import { expect, test } from 'vitest';
import { REST_TREE } from '../../../../infra/constructs/rest-tree.ts';

const paths = REST_TREE.map(({ path }) => path);
const parent = (path: string) => path.slice(0, path.lastIndexOf('/'));
const last = (path: string) => path.slice(path.lastIndexOf('/') + 1);

test('no path is listed twice', () => {
  expect(new Set(paths).size).toBe(paths.length);
});

test('every level on the way to a path is a path of its own', () => {
  const missing = paths.map(parent).filter((path) => path !== '' && !paths.includes(path));
  expect(missing).toEqual([]);
});

test('a greedy variable has nothing below it', () => {
  expect(paths.map(parent).filter((path) => path.endsWith('+}'))).toEqual([]);
});

test('every path that is not greedy has a sibling or child for whatever else is asked for', () => {
  const open = paths.filter((path) => !path.endsWith('+}') && path !== '/');
  const hasVariableChild = (path: string) => paths.some((one) => parent(one) === path && last(one).startsWith('{'));
  expect(open.filter((path) => !hasVariableChild(path))).toEqual([]);
  expect(paths).toContain('/{proxy+}');
});

test('siblings have one variable at most', () => {
  for (const siblings of Map.groupBy(paths, parent).values()) {
    expect(siblings.map(last).filter((part) => part.startsWith('{')).length).toBeLessThanOrEqual(1);
  }
});

test('the paths of the default project exist for any other project', () => {
  const below = (base: string) =>
    REST_TREE.filter(({ path }) => path.startsWith(`${base}/chat`)).map((one) => ({
      ...one,
      path: one.path.slice(base.length),
    }));
  expect(below('/my')).toEqual(below('/my/projects/{project_id}'));
  expect(below('/my')).not.toEqual([]);
});

import * as z from 'zod';
import { type Change, isFilePath } from '../../workspace/index.ts';
import type { HuntEdit } from '../roles/bug-hunter.ts';
import type { Draft, Steps } from '../steps/steps.ts';
import { withoutMarkers } from './marker.ts';

export type Edited = { changes: readonly Change[] } | { wrong: string };

/** Files that say what is right: whoever mends the code leaves them alone. By the names that test runners look for. */
const TESTS = [
  /(?:^|\/)(?:tests?|__tests__|spec)\//,
  /(?:^|[/._-])(?:test|spec)\.[cm]?[jt]sx?$/,
  /(?:^|\/)test-[^/]*\.[cm]?[jt]sx?$/,
  /(?:^|\/)test_[^/]*\.py$|_test\.(?:py|go)$/,
];
const isTest = (path: string): boolean => TESTS.some((name) => name.test(path));

const manifest = z.object({ scripts: z.record(z.string(), z.unknown()) });

/** What a package runs as its tests; another command there would pass without them. `undefined`: it names none. */
const testScriptsIn = (path: string, text: string): string | undefined => {
  if (!/(?:^|\/)package\.json$/.test(path)) return undefined;
  const { data } = manifest.safeParse(jsonIn(text));
  return data && JSON.stringify([data.scripts.pretest, data.scripts.test, data.scripts.posttest]);
};

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // A SyntaxError: a package that is broken may be mended.
    return undefined;
  }
};

/** The changes that edits make of a draft, or what is wrong with them. Nothing is guessed: a text is found exactly once, or refused. */
export const changesOfEdits = async (
  steps: Pick<Steps, 'read'>,
  { name, draft, edits }: { name: string; draft: Draft; edits: readonly HuntEdit[] },
): Promise<Edited> => {
  if (edits.length === 0) return { wrong: 'There are no edits.' };
  const before = new Map<string, string | undefined>();
  const texts = new Map<string, string>();
  for (const edit of edits) {
    const { path } = edit;
    if (!isFilePath(path)) return { wrong: `${path}: not a path of a file in the project.` };
    if (isTest(path)) return { wrong: `${path}: tests say what is right, and are not changed to pass.` };
    if (!before.has(path)) before.set(path, await steps.read(`${name}/read/${path}`, { draft, path }));
    const result = edited(texts.get(path) ?? before.get(path), edit);
    if ('wrong' in result) return { wrong: `${path}: ${result.wrong}` };
    texts.set(path, withoutMarkers(result.text));
  }
  for (const [path, text] of texts) {
    const scripts = testScriptsIn(path, before.get(path) ?? '');
    if (scripts !== undefined && scripts !== testScriptsIn(path, text))
      return { wrong: `${path}: what the tests run is not changed to pass.` };
  }
  const changed = [...texts].filter(([path, content]) => before.get(path) !== content);
  if (changed.length === 0) return { wrong: 'The edits change nothing.' };
  return { changes: changed.map(([path, content]) => ({ path, content })) };
};

const edited = (text: string | undefined, edit: HuntEdit): { text: string } | { wrong: string } => {
  if ('content' in edit) {
    return text === undefined
      ? { text: edit.content }
      : { wrong: 'this file exists: say what to find in it, and what to put there.' };
  }
  if (text === undefined) return { wrong: 'there is no such text file.' };
  const at = text.indexOf(edit.find);
  if (at === -1) return { wrong: 'the text to find does not stand there.' };
  if (text.lastIndexOf(edit.find) !== at)
    return { wrong: 'the text to find stands there several times: take more of what is around it.' };
  return { text: text.slice(0, at) + edit.replace + text.slice(at + edit.find.length) };
};

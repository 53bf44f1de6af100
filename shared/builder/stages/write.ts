import { type Change, isFilePath } from '../../workspace/index.ts';
import { codeWriter } from '../roles/code-writer.ts';
import type { Draft, Steps } from '../steps/steps.ts';
import { changesOf } from './edits.ts';
import { sections } from './work.ts';

export type Written = { changes: readonly Change[] } | { reason: string };

type Asked = {
  name: string;
  draft: Draft;
  /** The task as the writer reads it. */
  about: string;
  /** Files that it is shown from the beginning. */
  look: readonly string[];
  /** What was wrong with what it wrote before. */
  complaint?: string;
};

/** Answers for one piece of work: edits with faults go back, and further files are shown. */
const MAX_ANSWERS = 4;
/** Of one file that is shown, in characters: a longer one cannot be edited by replacing. */
const MAX_SHOWN = 60_000;

/** Has the code writer write, until its edits can be made, or it has failed too often. */
export const write = async (steps: Steps, { name, draft, about, look, complaint = '' }: Asked): Promise<Written> => {
  const paths = await steps.list(`${name}/files`, { draft });
  const there = new Set(paths);
  const shown = new Map<string, string | undefined>();
  const show = async (wanted: readonly string[]): Promise<string[]> => {
    const missing = wanted.filter((path) => !there.has(path) || !isFilePath(path));
    for (const path of new Set(wanted))
      if (there.has(path) && !shown.has(path))
        shown.set(path, await steps.read(`${name}/read/${path}`, { draft, path }));
    return missing;
  };
  await show(look);
  let faults = complaint;
  for (let count = 1; count <= MAX_ANSWERS; count += 1) {
    const input = sections({
      'Your task': about,
      Files: filesIn(shown),
      'What was wrong with your last answer': faults,
    });
    const said = await steps.ask(`${name}/${count}`, { role: codeWriter, input });
    const need = said.need ?? [];
    if (said.edits.length === 0 && need.length > 0) {
      const missing = await show(need);
      faults = missing.map((path) => `${path}: there is no such file.`).join('\n');
      continue;
    }
    const edited = changesOf(said.edits, { shown, paths });
    if ('changes' in edited && edited.changes.length > 0) return edited;
    faults = 'faults' in edited ? edited.faults.join('\n') : 'There are no edits in it.';
  }
  return { reason: `The code writer wrote no edits that can be made. ${faults}` };
};

const filesIn = (shown: ReadonlyMap<string, string | undefined>): string =>
  [...shown]
    .map(([path, text]) => `### ${path}\n${text === undefined ? '(not text)' : fenced(text.slice(0, MAX_SHOWN))}`)
    .join('\n\n');

const fenced = (text: string): string => `~~~~\n${text}\n~~~~`;

import { Unprocessable } from '../../core/errors.ts';
import { type Change, textIn } from '../../workspace/index.ts';
import type { Draft, Steps } from '../steps/steps.ts';
import { type Content, type FileAfter, filesAfter } from './files.ts';
import { type Hunk, hunksBetween } from './hunks.ts';

/** What can be accepted by itself. */
type What =
  | { kind: 'lines'; hunk: Hunk }
  | { kind: 'added'; content: Content; executable: boolean }
  | { kind: 'removed' }
  | { kind: 'moved'; to: string }
  /** Of a text; of other files it belongs to `replaced`. */
  | { kind: 'executable'; executable: boolean }
  /** As a whole, where one side is not text or there is too much to compare. */
  | { kind: 'replaced'; content: Content; executable: boolean | undefined };
/** `id` is what a reviewer calls it. */
export type Part = { id: string; path: string; what: What };

/** One file that a proposal touches. `path`: where it is, or is to be if it is new; `text`: what it holds now, if that is text. */
export type FileProposal = { path: string; text: string | undefined; parts: readonly Part[] };
/** `paths`: those of the draft. */
export type Proposal = { paths: readonly string[]; files: readonly FileProposal[] };

type Reader = (path: string) => Promise<string | undefined>;
type Touched = { path: string; text: string | undefined; parts: readonly What[] };

/** What changes would make of a draft, in parts. A file that is written as it is, or moved back, is none. */
export const proposalOf = async (
  steps: Pick<Steps, 'list' | 'read'>,
  { name, draft, changes }: { name: string; draft: Draft; changes: readonly Change[] },
): Promise<Proposal> => {
  const paths = await steps.list(`${name}/list`, { draft });
  const had = new Set(paths);
  const after = filesAfter(paths, changes);
  const texts = new Map<string, Promise<string | undefined>>();
  const read: Reader = (path) => {
    const text = texts.get(path) ?? steps.read(`${name}/read/${path}`, { draft, path });
    texts.set(path, text);
    return text;
  };
  const touched: Touched[] = [];
  const movedAway = new Set<string>();
  for (const [path, file] of after) {
    if (!file.written && file.origin === path) continue;
    // Only a move to a free place, from a place that stays free, can be taken or left by itself. Any other is what it makes of the files.
    const isMove = file.origin !== undefined && file.origin !== path && !had.has(path) && !after.has(file.origin);
    if (isMove && file.origin !== undefined) movedAway.add(file.origin);
    touched.push(isMove ? await moved(path, file, read) : await written(path, { file, isNew: !had.has(path), read }));
  }
  for (const path of had)
    if (!after.has(path) && !movedAway.has(path)) {
      touched.push({ path, text: await read(path), parts: [{ kind: 'removed' }] });
    }
  return { paths, files: numbered(touched.filter(({ parts }) => parts.length > 0)) };
};

const numbered = (files: readonly Touched[]): FileProposal[] => {
  let count = 0;
  const part = (path: string, what: What): Part => {
    count += 1;
    return { id: `h${count}`, path, what };
  };
  return files
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, text, parts }) => ({ path, text, parts: parts.map((what) => part(path, what)) }));
};

const moved = async (to: string, { origin = to, written: wrote }: FileAfter, read: Reader): Promise<Touched> => {
  const text = wrote ? await read(origin) : undefined;
  const parts: What[] = [{ kind: 'moved', to }, ...(wrote ? changesOf(text, wrote) : [])];
  return { path: origin, text, parts };
};

type Asked = { file: FileAfter; isNew: boolean; read: Reader };

const written = async (path: string, { file, isNew, read }: Asked): Promise<Touched> => {
  const wrote = file.written ?? { content: await textOf(file.origin ?? path, read) };
  if (isNew) {
    const added = { kind: 'added', content: wrote.content, executable: wrote.executable ?? false } as const;
    return { path, text: undefined, parts: [added] };
  }
  const text = await read(path);
  return { path, text, parts: changesOf(text, wrote) };
};

const textOf = async (path: string, read: Reader): Promise<string> => {
  const text = await read(path);
  if (text === undefined) throw new Unprocessable(`${path} is not text: move it to a path where no file is.`);
  return text;
};

const changesOf = (text: string | undefined, { content, executable }: NonNullable<FileAfter['written']>): What[] => {
  const now = typeof content === 'string' ? content : textIn(content);
  const hunks = text === undefined || now === undefined ? undefined : hunksBetween(text, now);
  if (!hunks) return [{ kind: 'replaced', content, executable }];
  const lines = hunks.map((hunk): What => ({ kind: 'lines', hunk }));
  return executable === undefined ? lines : [...lines, { kind: 'executable', executable }];
};

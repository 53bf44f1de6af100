import { type Change, foldersOf } from '../../workspace/index.ts';
import { applyHunks } from './apply.ts';
import type { FileProposal, Part, Proposal } from './proposal.ts';

/** The changes that make the accepted parts of a proposal, and no other, of the files it was made from. */
export const changesOfParts = (files: readonly FileProposal[], accepted: ReadonlySet<string>): Change[] => {
  const chosen = files.map((file) => ({ ...file, parts: file.parts.filter(({ id }) => accepted.has(id)) }));
  const of = (each: (file: FileProposal) => Change[]): Change[] => chosen.flatMap(each);
  // What frees a place first, then what takes one.
  return [
    ...of(({ path, parts }) => (parts.some(({ what }) => what.kind === 'removed') ? [{ path, remove: true }] : [])),
    ...of(({ path, parts }) => parts.flatMap(({ what }) => (what.kind === 'moved' ? [{ path, moveTo: what.to }] : []))),
    ...of((file) => writeOf(file)),
  ];
};

const writeOf = ({ path, text = '', parts }: FileProposal): Change[] => {
  let to = path;
  let executable: boolean | undefined;
  let content: string | Uint8Array | undefined;
  const hunks = [];
  for (const { what } of parts) {
    if (what.kind === 'moved') to = what.to;
    if (what.kind === 'lines') hunks.push(what.hunk);
    if ('executable' in what) executable = what.executable;
    if ('content' in what) content = what.content;
  }
  if (hunks.length > 0) content = applyHunks({ hunks, from: text, to: text }).text;
  // A mode is set by writing the file, with what it holds already if nothing else of it was accepted.
  if (content === undefined && executable !== undefined) content = text;
  return content === undefined ? [] : [{ path: to, content, ...(executable === undefined ? {} : { executable }) }];
};

/**
 * The accepted parts without those that have no room while others are not accepted: a file where a folder still is, or in a folder
 * where a file still is. A file that is not moved stays where it was, and may take the room of another, so it is asked again.
 */
export const withRoom = ({ paths, files }: Proposal, accepted: ReadonlySet<string>): Set<string> => {
  const fitting = new Set(accepted);
  for (;;) {
    const crowded = crowdedParts(paths, partsOf(files, fitting));
    if (crowded.length === 0) return fitting;
    for (const { id } of crowded) fitting.delete(id);
  }
};

const partsOf = (files: readonly FileProposal[], ids: ReadonlySet<string>): Part[] =>
  files.flatMap(({ parts }) => parts.filter(({ id }) => ids.has(id)));

const crowdedParts = (paths: readonly string[], parts: readonly Part[]): Part[] => {
  const files = new Set(paths);
  for (const { path, what } of parts) if (what.kind === 'removed' || what.kind === 'moved') files.delete(path);
  const taking = parts.flatMap((part) => {
    if (part.what.kind === 'added') return [{ part, path: part.path }];
    return part.what.kind === 'moved' ? [{ part, path: part.what.to }] : [];
  });
  for (const { path } of taking) files.add(path);
  const folders = new Set([...files].flatMap(foldersOf));
  const isCrowded = (path: string): boolean => folders.has(path) || foldersOf(path).some((one) => files.has(one));
  return taking.filter(({ path }) => isCrowded(path)).map(({ part }) => part);
};

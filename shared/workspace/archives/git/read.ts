import { type Intake, nameIn } from '../intake.ts';
import { ArchiveRefused, damaged, isLink, isNoFile } from '../refused.ts';
import { EXECUTABLE, entriesIn, FOLDER, type GitObject } from './objects.ts';
import { roomFor, unpacked } from './unpack.ts';

/** All that a bundle unpacks to, in sizes of a workspace: its history, and what deltas are made of. */
const HISTORY = 1.5;

const MAX_HEADER_BYTES = 1024 * 1024;

/** Takes in the files of the commit that a bundle of git leads to: its `HEAD`, or else its main branch. */
export const readBundle = (bundle: Buffer, intake: Intake): void => {
  const end = bundle.indexOf('\n\n');
  if (end < 0 || end > MAX_HEADER_BYTES) throw damaged();
  const tip = tipOf(bundle.toString('utf8', 0, end).split('\n'));
  const objects = unpacked(bundle.subarray(end + 2), roomFor(Math.floor(intake.limits.bytes * HISTORY)));
  takeTree({ objects, intake }, treeAt(objects, tip), '');
};

/** Format: https://git-scm.com/docs/gitformat-bundle */
const tipOf = ([first = '', ...lines]: string[]): string => {
  const refs = new Map<string, string>();
  if (!/^# v[23] git bundle$/.test(first)) throw new ArchiveRefused('This bundle is of a version that is not known.');
  for (const line of lines) {
    if (line.startsWith('@') && line !== '@object-format=sha1')
      throw new ArchiveRefused(`A bundle with "${line.slice(1, 60)}" cannot be read.`);
    if (line.startsWith('-'))
      throw new ArchiveRefused(
        'The bundle needs commits that it does not hold. Make one with all: git bundle create FILE HEAD',
      );
    const [, id, name] = /^([0-9a-f]{40}) (.+)$/.exec(line) ?? [];
    if (id !== undefined && name !== undefined) refs.set(name, id);
    else if (!line.startsWith('@')) throw damaged();
  }
  const branch = [...refs.keys()].find((name) => name.startsWith('refs/heads/'));
  const [tip] = ['HEAD', 'refs/heads/main', 'refs/heads/master', branch ?? ''].flatMap((name) => refs.get(name) ?? []);
  if (tip === undefined) throw new ArchiveRefused('The bundle has no branch.');
  return tip;
};

type Objects = Map<string, GitObject>;

const treeAt = (objects: Objects, tip: string): Buffer => {
  const commit = objects.get(tip);
  const [, tree] =
    commit?.kind === 'commit' ? (/^tree ([0-9a-f]{40})\n/.exec(commit.bytes.toString('latin1')) ?? []) : [];
  const found = tree === undefined ? undefined : objects.get(tree);
  if (found?.kind !== 'tree') throw damaged();
  return found.bytes;
};

type Taking = { objects: Objects; intake: Intake };

/** The same folder may be in a tree at any number of places, so entries are counted where they come out. */
const takeTree = (taking: Taking, tree: Buffer, folder: string): void => {
  const entries = entriesIn(tree);
  if (!entries) throw damaged(folder);
  for (const { mode, name, id } of entries) {
    const path = folder + nameIn(name);
    taking.intake.count(path);
    if (mode === '120000') throw isLink(path);
    if (mode === '160000') throw new ArchiveRefused('It is a submodule, of which the bundle holds no files.', path);
    const object = taking.objects.get(id);
    if (mode === FOLDER) {
      if (object?.kind !== 'tree') throw damaged(path);
      if (path.length > MAX_PATH) throw new ArchiveRefused('Its path is too long.', path);
      takeTree(taking, object.bytes, `${path}/`);
      continue;
    }
    if (!/^100\d{3}$/.test(mode)) throw isNoFile(path);
    if (object?.kind !== 'blob') throw damaged(path);
    const at = taking.intake.announce(path, object.bytes.length);
    taking.intake.add(at, { content: object.bytes, executable: mode === EXECUTABLE });
  }
};

/** Of a folder, in characters: no file has a longer one. */
const MAX_PATH = 512;

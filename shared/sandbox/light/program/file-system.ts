import { InMemoryFs } from 'just-bash';
import type { FileChange } from '../../contract.ts';
import type { SentFile } from '../messages.ts';

/** Where the files of the workspace lie for the command. */
export const HOME = '/workspace';
const EXECUTABLE = 0o111;

/** Parts of Node's modules under a name of their own. */
const MODULES: Record<string, string> = {
  'assert/strict': "import assert from 'assert'; export * from 'assert'; export default assert;",
  'fs/promises':
    "import { promises } from 'fs'; export const { readFile, writeFile, access, mkdir, readdir, rm, stat, unlink } = promises; export default promises;",
};

/** Files in memory; it notes when they became more than the disk holds. */
export class FileSystem extends InMemoryFs {
  readonly before: ReadonlyMap<string, SentFile>;
  #isFull = false;

  constructor(files: readonly SentFile[], diskBytes: number) {
    super({}, { maxTotalBytes: diskBytes });
    this.before = new Map(files.map((file) => [file.path, file]));
    for (const folder of [HOME, '/tmp']) this.mkdirSync(folder, { recursive: true });
    for (const { path, content, executable } of files)
      this.writeFileSync(`${HOME}/${path}`, content, undefined, { mode: executable ? 0o755 : 0o644 });
  }

  get isFull(): boolean {
    return this.#isFull;
  }

  /** The JavaScript engine looks for modules that it does not have among the files. */
  override async readFileBuffer(path: string): Promise<Uint8Array> {
    const [, name = ''] = /\/(\w+\/\w+)$/.exec(path) ?? [];
    const module = Object.hasOwn(MODULES, name) ? MODULES[name] : undefined;
    if (module === undefined || (await this.exists(path))) return super.readFileBuffer(path);
    return Buffer.from(module);
  }

  override async writeFile(...args: Parameters<InMemoryFs['writeFile']>): Promise<void> {
    await this.#noting(super.writeFile(...args));
  }

  override async appendFile(...args: Parameters<InMemoryFs['appendFile']>): Promise<void> {
    await this.#noting(super.appendFile(...args));
  }

  override async cp(...args: Parameters<InMemoryFs['cp']>): Promise<void> {
    await this.#noting(super.cp(...args));
  }

  async #noting(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      if (error instanceof Error && error.message.startsWith('ENOSPC')) this.#isFull = true;
      throw error;
    }
  }
}

/** What is different below the root of the workspace. Links are no files of a workspace, and are left out. */
export const changesIn = async (files: FileSystem): Promise<FileChange[]> => {
  const after = await filesIn(files);
  const removed = [...files.before.keys()]
    .filter((path) => !after.has(path))
    .map((path) => ({ path, content: undefined }));
  const written = [...after.values()].filter((file) => !isSame(files.before.get(file.path), file));
  return [...removed, ...written].sort((one, other) => (one.path < other.path ? -1 : 1));
};

const filesIn = async (files: FileSystem): Promise<Map<string, SentFile>> => {
  const paths = files.getAllPaths().filter((path) => path.startsWith(`${HOME}/`));
  const found = new Map<string, SentFile>();
  for (const path of paths) {
    const stat = await files.lstat(path);
    if (!stat.isFile) continue;
    const name = path.slice(HOME.length + 1);
    const content = await files.readFileBuffer(path);
    found.set(name, { path: name, content, executable: (stat.mode & EXECUTABLE) !== 0 });
  }
  return found;
};

const isSame = (before: SentFile | undefined, after: SentFile): boolean =>
  before !== undefined &&
  before.executable === after.executable &&
  (before.content === after.content || Buffer.compare(before.content, after.content) === 0);

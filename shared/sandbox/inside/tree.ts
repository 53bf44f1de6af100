import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Envelope } from './envelope.ts';

type Sent = ReadonlyMap<string, { digest: string; executable: boolean }>;

const digestOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('base64');

/** Lays the files out below `root`, and says what each was. */
export function layOut(root: string, files: Envelope<unknown>['files']): Sent {
  const sent = new Map<string, { digest: string; executable: boolean }>();
  for (const [path, { content, executable = false }] of files) {
    const place = join(root, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, content);
    if (executable) chmodSync(place, 0o755);
    sent.set(path, { digest: digestOf(content), executable });
  }
  return sent;
}

/** Removes all there is below `root`. */
export function clear(root: string): void {
  for (const name of readdirSync(root)) rmSync(join(root, name), { recursive: true, force: true });
}

/** Folders that programs fill for themselves. They are no part of a project, whatever made them. */
const NOT_KEPT = new Set(['node_modules', '.git']);

/** `bytes`: of all files together, changed or not. */
type Changes = Pick<Envelope<unknown>, 'files' | 'removed'> & { bytes: number };

/**
 * What is different from what was sent. Only plain files count: a link is not followed and not kept, nor are sockets, pipes and
 * devices, and a folder is there through its files.
 */
export function changesOf(root: string, sent: Sent): Changes {
  let bytes = 0;
  const files: Envelope<unknown>['files'] = [];
  const left = new Set(sent.keys());
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && !NOT_KEPT.has(entry.name)) walk(path);
      if (!entry.isFile()) continue;
      const content = readFileSync(join(root, path));
      bytes += content.length;
      const executable = (lstatSync(join(root, path)).mode & 0o100) !== 0;
      const before = sent.get(path);
      left.delete(path);
      const isSame = before?.digest === digestOf(content) && before.executable === executable;
      if (!isSame) files.push([path, { content, ...(executable && { executable }) }]);
    }
  };
  walk('');
  return { bytes, files, removed: [...left].filter((path) => !path.split('/').some((part) => NOT_KEPT.has(part))) };
}

/** Names are the command's to choose, also in a report it forged. */
export const staysInside = (path: string): boolean => !path.split('/').some((part) => ['', '.', '..'].includes(part));

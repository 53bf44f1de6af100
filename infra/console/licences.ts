import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Metafile } from 'esbuild';

/** The licences of all packages that something was taken from: they have to go along with it. */
export function licencesOf(root: string, { inputs }: Metafile): string {
  const folders = new Set(Object.keys(inputs).flatMap((path) => packageFolderIn(path) ?? []));
  const licences = [...folders].map((folder) => licenceIn(resolve(root, folder)));
  return licences.sort().join('\n\n');
}

/** `node_modules/@preact/signals` of a file in it; of packages inside packages the innermost. */
const packageFolderIn = (path: string): string | undefined =>
  /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0];

function licenceIn(folder: string): string {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, string>;
  const file = readdirSync(folder).find((one) => /^licen[cs]e(\.(md|txt))?$/i.test(one));
  if (!file) throw new Error(`The package ${name}, which the console is made with, has no licence beside it.`);
  return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}

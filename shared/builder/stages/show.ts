import type { BuildSteps } from '../steps/steps.ts';
import type { Work } from './work.ts';

/** Where a page usually is, once it is built. */
const FOLDERS = ['dist', 'build', 'out', 'public', ''];

/** The folder that has the page of a project: the one that the architect named, or a usual one; `undefined` where there is none. */
export const pageFolder = (paths: readonly string[], named: string | null | undefined): string | undefined => {
  const told = named == null ? [] : [named.replace(/^\.?\/+|\/+$/g, '').replace(/^\.$/, '')];
  const known = new Set(paths);
  return [...told, ...FOLDERS].find((folder) => known.has(folder === '' ? 'index.html' : `${folder}/index.html`));
};

/** Once in a build: the preview follows the files that come after. */
export const show = async (steps: BuildSteps, work: Work, name: string): Promise<void> => {
  if (work.isShown) return;
  const draft = { base: await steps.newest(`${name}/newest`), changes: [] };
  const paths = await steps.list(`${name}/files`, { draft });
  const { test_command = 'true', build_command, web_folder } = work.architecture ?? {};
  const folder = pageFolder(paths, web_folder);
  if (folder === undefined) return;
  const commands = { test_command, ...(build_command && { build_command }) };
  const published = await steps.publish(name, { folder, ...commands, ledger: {}, since: draft.base });
  work.isShown = published !== undefined;
};

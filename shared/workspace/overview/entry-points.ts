import type { Seen } from './commands.ts';
import { isOwn } from './languages.ts';
import { packageIn } from './package-json.ts';

const MOST = 20;

/** Where programs usually begin, at the root or in one of the folders for sources. */
const USUAL = [
  /^(src\/|app\/|public\/|web\/)?index\.(html|[cm]?[jt]sx?|php)$/,
  /^(src\/|app\/|lib\/)?(main|app|server|cli)\.([cm]?[jt]sx?|py|go|rs|rb|dart|c|cpp)$/,
  /^(src\/)?([\w-]+\/)?__main__\.py$/,
  /^manage\.py$/,
  /^cmd\/[^/]+\/main\.go$/,
  /^src\/bin\/[^/]+\.rs$/,
  /^src\/main\/(java|kotlin)\/(.+\/)?(Main|App|Application|[A-Z]\w*Application)\.(java|kt)$/,
  /^Program\.cs$/,
];

/** Files at which somebody begins to read: those that the project names, then those with usual names. */
export const entryPointsIn = ({ paths, texts }: Seen): string[] => {
  const { main, module, bin = [] } = packageIn(texts.get('package.json'));
  const named = [main, module, bin].flat().map((path) => path?.replace(/^\.\//, ''));
  const usual = [...paths].filter((path) => isOwn(path) && USUAL.some((one) => one.test(path))).toSorted();
  const all = [...named, ...usual].filter((path) => path !== undefined && paths.has(path));
  return [...new Set(all as string[])].slice(0, MOST);
};

import type { BuildOptions } from 'esbuild-wasm';

/** An option that is not known here, or has a value it cannot have. */
export class InvalidOption extends Error {
  override readonly name = 'InvalidOption';
}

/** `--flag`, alone or as `--flag=true`. */
const FLAGS: Record<string, keyof BuildOptions> = {
  bundle: 'bundle',
  minify: 'minify',
  splitting: 'splitting',
  'keep-names': 'keepNames',
  'allow-overwrite': 'allowOverwrite',
};
/** `--name=text` */
const TEXTS: Record<string, keyof BuildOptions> = {
  outfile: 'outfile',
  outdir: 'outdir',
  outbase: 'outbase',
  format: 'format',
  platform: 'platform',
  jsx: 'jsx',
  'jsx-factory': 'jsxFactory',
  'jsx-fragment': 'jsxFragment',
  'jsx-import-source': 'jsxImportSource',
  'global-name': 'globalName',
  'public-path': 'publicPath',
  'entry-names': 'entryNames',
  'asset-names': 'assetNames',
  'chunk-names': 'chunkNames',
  charset: 'charset',
  'legal-comments': 'legalComments',
};
/** `--name:key=text` */
const MAPS: Record<string, keyof BuildOptions> = {
  define: 'define',
  loader: 'loader',
  alias: 'alias',
  banner: 'banner',
  footer: 'footer',
};

/** Reads a command line. esbuild checks the values itself. */
export const optionsOf = (args: readonly string[], folder: string): BuildOptions => {
  const options: Record<string, unknown> = { absWorkingDir: folder, entryPoints: [] };
  for (const arg of args) {
    if (!arg.startsWith('--')) (options.entryPoints as string[]).push(arg);
    else set(options, arg.slice(2));
  }
  if ((options.entryPoints as string[]).length === 0) throw new InvalidOption('there is no entry point; name a file');
  return options as BuildOptions;
};

const set = (options: Record<string, unknown>, option: string): void => {
  const [left = '', value] = split(option, '=');
  const [name = '', key] = split(left, ':');
  const flag = FLAGS[name];
  const text = TEXTS[name];
  const map = MAPS[name];
  if (flag && (value === undefined || value === 'true' || value === 'false')) options[flag] = value !== 'false';
  else if (name === 'sourcemap') options.sourcemap = value ?? true;
  else if (name === 'target' && value) options.target = value.split(',');
  else if (name === 'external' && key) options.external = [...((options.external as string[]) ?? []), key];
  else if (text && value) options[text] = value;
  else if (map && key && value !== undefined) options[map] = { ...(options[map] as object), [key]: value };
  else throw new InvalidOption(`the option --${option} is not known here`);
};

const split = (text: string, by: string): [string, string | undefined] => {
  const at = text.indexOf(by);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
};

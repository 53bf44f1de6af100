import type { BuildOptions, BuildResult, OutputFile, Plugin } from 'esbuild-wasm';
import { type Command, defineCommand, type ResolvedCommandContext } from 'just-bash';
import { fromWorkspace } from './esbuild-files.ts';
import { InvalidOption, optionsOf } from './esbuild-options.ts';

type Api = {
  build(options: BuildOptions): Promise<BuildResult>;
  formatMessages: typeof import('esbuild-wasm').formatMessages;
};

let api: Promise<Api> | undefined;

/** Its edition for browsers, which starts no process of its own; it looks for the global object under a browser's name. */
const load = async (module: WebAssembly.Module): Promise<Api> => {
  Object.assign(globalThis, { self: globalThis });
  const { default: library } = await import('esbuild-wasm/lib/browser.js');
  await library.initialize({ wasmModule: module, worker: false });
  return library;
};

/** Bundles TypeScript, JSX and CSS of the workspace, with the options of esbuild's own command line that change the result. */
export const esbuild = (borrow: () => Promise<WebAssembly.Module>): Command =>
  defineCommand('esbuild', async (args, context) => {
    try {
      const options = optionsOf(args, context.cwd);
      api ??= borrow().then(load);
      const { build, formatMessages } = await api;
      const plugin: Plugin = fromWorkspace(context);
      const result = await build({ ...options, write: false, plugins: [plugin], logLevel: 'silent' }).catch(failureOf);
      const notes = await formatMessages([...result.errors], { kind: 'error' });
      const warnings = await formatMessages([...result.warnings], { kind: 'warning' });
      const stderr = [...notes, ...warnings].join('');
      if (result.errors.length > 0) return { stdout: '', stderr, exitCode: 1 };
      return { stdout: await put(context, result.outputFiles ?? []), stderr, exitCode: 0 };
    } catch (error) {
      if (error instanceof InvalidOption) return { stdout: '', stderr: `esbuild: ${error.message}\n`, exitCode: 1 };
      throw error;
    }
  });

type Failure = Pick<BuildResult, 'errors' | 'warnings'> & { outputFiles?: OutputFile[] };

/** A build that fails throws its messages. */
const failureOf = (error: unknown): Failure => {
  if (error instanceof Error && 'errors' in error && 'warnings' in error) return error as unknown as Failure;
  throw error;
};

/** Writes the results; without a place to write to, the one result is printed. */
const put = async ({ fs }: ResolvedCommandContext, outputs: readonly OutputFile[]): Promise<string> => {
  const [only] = outputs;
  if (only?.path.endsWith('<stdout>')) return only.text;
  for (const { path, contents } of outputs) {
    await fs.mkdir(path.slice(0, path.lastIndexOf('/')) || '/', { recursive: true });
    await fs.writeFile(path, contents);
  }
  return '';
};

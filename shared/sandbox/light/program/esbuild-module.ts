import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** The types of Node say nothing of it. */
const webAssembly: { compile(bytes: Uint8Array): Promise<WebAssembly.Module> } = Reflect.get(globalThis, 'WebAssembly');

let compiled: Promise<WebAssembly.Module> | undefined;

/** esbuild as WebAssembly, compiled once for all jobs of the process. */
export const esbuildModule = (): Promise<WebAssembly.Module> => {
  const path = createRequire(import.meta.url).resolve('esbuild-wasm/esbuild.wasm');
  compiled ??= readFile(path).then((bytes) => webAssembly.compile(bytes));
  return compiled;
};

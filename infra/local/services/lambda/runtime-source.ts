import { fileURLToPath } from 'node:url';
import { buildSync, stop } from 'esbuild';

let source: URL | undefined;

/**
 * The thread's runtime as one JavaScript module in a `data:` URL. Bundled once for each process, so that a cold start
 * spares reading and stripping TypeScript in every thread (25 ms and a WebAssembly instance each).
 */
export function runtimeSource(): URL {
  if (!source) {
    const { outputFiles } = buildSync({
      entryPoints: [fileURLToPath(new URL('./thread/main.ts', import.meta.url))],
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node24',
      write: false,
    });
    // The bundler would keep a thread and a process for more to do.
    void stop();
    source = new URL(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`);
  }
  return source;
}

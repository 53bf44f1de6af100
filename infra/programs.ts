import { copyFileSync, linkSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';

/** A program of its own that a function starts: its source, the file it becomes, and the packages that lie beside it. */
export type Program = { source: string; file: string; packages: Package[] };

/** A package as it was published, but for what nothing needs at run time. `at`: where npm put it. */
type Package = { name: string; at?: string; only?: RegExp };

const NOT_CODE = /\.(map|md|d\.[cm]?ts|ts|html|yml)$|(^|\/)(test|tests|benchmark|docs|LICENSE[^/]*)(\/|$)/i;

/**
 * By the module that finds the program. Its packages are not bundled: the shell starts threads from files of its own, and finds
 * them and its WebAssembly by their place in its package.
 */
export const PROGRAMS: Record<string, Program> = {
  'shared/sandbox/process/program.ts': {
    source: 'shared/sandbox/inside/command.ts',
    file: 'sandbox-command.mjs',
    packages: [],
  },
  'shared/sandbox/light/program-file.ts': {
    source: 'shared/sandbox/light/program/main.ts',
    file: 'sandbox.mjs',
    packages: [
      // Python, a second edition for browsers, and its own command line are left out.
      { name: 'just-bash', only: /^(package\.json|dist\/bundle\/index\.js|dist\/bundle\/chunks\/(?!worker\.js).*)$/ },
      { name: 'diff', at: 'just-bash/node_modules/diff', only: /^(package\.json|libcjs\/.*|libesm\/.*)$/ },
      { name: 'minimatch', only: /^(package\.json|dist\/.*)$/ },
      { name: 'brace-expansion', only: /^(package\.json|dist\/.*)$/ },
      { name: 'balanced-match', only: /^(package\.json|dist\/.*)$/ },
      { name: 'sprintf-js', only: /^(package\.json|src\/.*)$/ },
      { name: 'turndown', only: /^(package\.json|lib\/turndown\.(cjs|es)\.js)$/ },
      { name: '@mixmark-io/domino', only: /^(package\.json|lib\/.*)$/ },
      { name: 'sql.js', only: /^(package\.json|dist\/sql-wasm\.(js|wasm))$/ },
      { name: 'quickjs-emscripten', only: /^(package\.json|dist\/.*)$/ },
      { name: 'quickjs-emscripten-core', only: /^(package\.json|dist\/.*)$/ },
      { name: '@jitl/quickjs-ffi-types', only: /^(package\.json|dist\/.*)$/ },
      { name: '@jitl/quickjs-wasmfile-release-sync', only: /^(package\.json|dist\/.*)$/ },
      { name: 'seek-bzip', only: /^(package\.json|lib\/.*)$/ },
      { name: 'esbuild-wasm', only: /^(package\.json|esbuild\.wasm|lib\/browser\.js)$/ },
    ],
  },
};

/** Bundles a program into a folder and lays its packages beside it. */
export function writeProgram(root: string, { source, file, packages }: Program, folder: string): void {
  buildSync({
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    minify: true,
    legalComments: 'none',
    external: packages.flatMap(({ name }) => [name, `${name}/*`]),
    entryPoints: [source],
    absWorkingDir: root,
    outfile: join(folder, file),
    logLevel: 'silent',
  });
  for (const one of packages) layOut(root, one, join(folder, 'node_modules', one.name));
}

function layOut(root: string, { name, at = name, only }: Package, target: string): void {
  const from = join(root, 'node_modules', at);
  for (const path of pathsIn(from)) {
    if (NOT_CODE.test(path) || (only && !only.test(path))) continue;
    const to = join(target, path);
    mkdirSync(dirname(to), { recursive: true });
    share(join(from, path), to);
  }
}

const pathsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !path.startsWith('node_modules/'));

/** The same file under a second name where the disk can do that: a build is kept for hours, and these are megabytes. */
function share(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // Another disk, or one without links.
    copyFileSync(from, to);
  }
}

import { parse } from 'stacktrace-parser';

/** A place in the code that an error came by. `file` is as the engine names it. */
export type Frame = { file: string; method: string | undefined; line: number | undefined };

/** Longer lines and traces are cut: what an expression takes to match them may grow with their square. */
const MAX_LINE = 500;
const MAX_LINES = 200;

/** Where esbuild found it, `    src/page.js:3:7:`, and a QuickJS error that nobody caught, `at load (/src/page.js:3:7): message`. */
const BARE_PLACE = /^\s*(?:at (\S+) )?\(?([^\s():]+):(\d+):\d+\)?:/;

/** The frames of a trace by V8, QuickJS, SpiderMonkey or JavaScriptCore, or of a message by esbuild, the innermost first. */
export const framesIn = (trace: string): Frame[] =>
  trace
    .split('\n', MAX_LINES)
    .map((line) => line.trimEnd().slice(0, MAX_LINE))
    .flatMap((line) => {
      const bare = BARE_PLACE.exec(line);
      if (bare) return [{ file: bare[2] ?? '', method: named(bare[1]), line: Number(bare[3]) }];
      return parse(line).flatMap(({ file, methodName, lineNumber }) =>
        file ? [{ file, method: named(methodName), line: lineNumber ?? undefined }] : [],
      );
    });

const named = (method: string | undefined): string | undefined =>
  method === undefined || method.startsWith('<') ? undefined : method;

/** Of an engine, or of somebody else's package. */
const FOREIGN = /^node:|^<|^native|^internal\/|[/\\]node_modules[/\\]|^chrome-extension:|^eval/;

/**
 * The first frame in the project's own code, with the file as a path of the project. With `paths` a file is found by its end, since
 * the same one lies at another root in every sandbox; without, what stands before the path is cut off.
 */
export const firstOwnFrame = (frames: readonly Frame[], paths?: readonly string[]): Frame | undefined => {
  for (const frame of frames) {
    if (FOREIGN.test(frame.file)) continue;
    const bare = withoutOrigin(frame.file);
    const file = paths ? pathEnding(bare, paths) : bare.replace(/^\/+/, '');
    if (file !== undefined && file !== '') return { ...frame, file };
  }
  return undefined;
};

const withoutOrigin = (file: string): string => file.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/, '');

const pathEnding = (file: string, paths: readonly string[]): string | undefined =>
  paths
    .filter((path) => file === path || file.endsWith(`/${path}`))
    .reduce<string | undefined>(
      (longest, path) => (longest && longest.length >= path.length ? longest : path),
      undefined,
    );

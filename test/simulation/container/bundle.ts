import { Script } from 'node:vm';
import type * as Handlers from './entry.ts';
import { GLOBAL_NAMES, globals } from './globals.ts';
import { here, isInside } from './here.ts';
import { outside } from './modules.ts';
import { OWN_PACKAGES } from './packages.ts';
import { type Bundle, bundleOf, type Changed, fileAt } from './sources.ts';
import { keepsState } from './state.ts';

export type { Changed } from './sources.ts';

type Exports = Record<string, unknown>;
type Module = { exports: Exports };
type Require = (name: string) => unknown;
/** A module's code, to be run with its own `module`. */
type Code = (require: Require, module: Module) => void;

/** The product as containers have it. */
export type Load = {
  handlers: typeof Handlers;
  /** Modules that keep state, by their files: run once for each container. */
  states: ReadonlyMap<string, (module: Module) => void>;
  /** By the names of the scripts that are loaded: what leads from their places to the source. */
  maps: ReadonlyMap<string, string>;
};

const ENTRY = new URL('./entry.ts', import.meta.url).pathname;
const CODE = 'code:';
const STATE = 'state:';

/**
 * All handlers, with what they import. Code is loaded once, as that takes longer than most simulations. What keeps state is
 * loaded for each container, and whoever imports from it finds the module of the container that runs. Time, chance and
 * the outside world are the container's likewise: they come in the place of the globals, and the code of the product is
 * as it is.
 */
export const bundled = async (...changed: Changed[]): Promise<Load> => {
  const { imports } = await bundleOf({ file: ENTRY }, { changed });
  const files = [...imports.keys()].filter((file) => file !== ENTRY && isOurs(file));
  const stateful = new Set(files.filter(keepsState));
  for (;;) {
    const wanted = [...stateful]
      .flatMap((file) => imports.get(file) ?? [])
      .filter((file) => !stateful.has(file) && isOurs(file));
    const maps = new Map<string, string>();
    const { early, handlers, require } = await sharedCode({ stateful, wanted, changed, maps });
    if (early.size === 0) return { handlers, states: await stateModules({ stateful, require, changed, maps }), maps };
    // These took something from such a module into their own when they were loaded, and so keep state themselves.
    for (const file of early) stateful.add(file);
  }
};

const isOurs = (file: string): boolean => file.endsWith('.ts') && !file.includes('/node_modules/');

type Divided = { stateful: ReadonlySet<string>; changed: readonly Changed[]; maps: Map<string, string> };

/** What is loaded once, and the files of it that asked too early for what is not. */
const sharedCode = async ({ stateful, wanted, changed, maps }: Divided & { wanted: string[] }) => {
  const apart = (file: string) => (stateful.has(file) ? STATE + file : undefined);
  const bundle = await bundleOf({ text: entryWith([...new Set([...wanted, ...OWN_PACKAGES])]) }, { changed, apart });
  const { text } = bundle;
  const module = { exports: {} as Exports };
  const early = new Set<string>();
  const require: Require = (name) => {
    if (name.startsWith(CODE)) return (module.exports.MODULES as Exports)[name.slice(CODE.length)];
    if (!name.startsWith(STATE)) return outside(name);
    return ofContainer(name.slice(STATE.length), (line) => early.add(fileAt(text, line) ?? name));
  };
  try {
    codeOf(bundle, maps)(require, module);
  } catch (error) {
    if (early.size === 0) throw error;
  }
  return { early, handlers: module.exports as typeof Handlers, require };
};

/** Each module that keeps state, by itself: whatever it imports is found by `require`. */
const stateModules = async ({ stateful, changed, require, maps }: Divided & { require: Require }) => {
  const apart = (file: string) => (stateful.has(file) ? STATE : CODE) + file;
  const codes = await Promise.all(
    [...stateful].map(async (file) => {
      const code = codeOf(await bundleOf({ file }, { changed, apart }), maps);
      return [file, (module: Module) => code(require, module)] as const;
    }),
  );
  return new Map(codes);
};

/** The handlers, and by its name every module that one which keeps state imports. */
const entryWith = (files: string[]): string => {
  const paths = files.map((file) => JSON.stringify(file));
  return [
    `export * from ${JSON.stringify(ENTRY)};`,
    ...paths.map((path, at) => `import * as m${at} from ${path};`),
    `export const MODULES = {${paths.map((path, at) => `${path}: m${at}`).join()}};`,
  ].join('\n');
};

/** The exports of a module that keeps state: whichever container asks finds its own. */
const ofContainer = (file: string, askedEarly: (line: number) => void): unknown =>
  new Proxy({} as Exports, {
    get: (_none, name) => {
      if (isInside()) return here().state(file)[name as string];
      askedEarly(Number(/product\.cjs:(\d+)/.exec(new Error('Where?').stack ?? '')?.[1]));
      return () => undefined;
    },
  });

const codeOf = ({ text, map }: Bundle, maps: Map<string, string>): Code => {
  const filename = `${maps.size + 1}/product.cjs`;
  maps.set(filename, map);
  const parameters = ['require', 'module', 'exports', ...GLOBAL_NAMES];
  const run = new Script(`(function(${parameters.join()}){${text}\n})`, {
    filename,
  }).runInThisContext() as (...given: unknown[]) => void;
  const given = GLOBAL_NAMES.map((name) => globals[name]);
  return (require, module) => run(require, module, module.exports, ...given);
};

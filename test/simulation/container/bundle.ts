import { Script } from 'node:vm';
import type * as Handlers from './entry.ts';
import { GLOBAL_NAMES, globals } from './globals.ts';
import { here, isInside } from './here.ts';
import { outside } from './modules.ts';
import { bundleOf, type Changed, fileAt } from './sources.ts';
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
export const bundled = async (changed?: Changed): Promise<Load> => {
  const { files } = await bundleOf({ file: ENTRY }, { changed });
  const stateful = new Set(files.filter((file) => file !== ENTRY && keepsState(file)));
  for (;;) {
    const { load, early } = await divided(stateful, changed);
    if (early.size === 0) return load;
    // These took something from such a module into their own when they were loaded, and so keep state themselves.
    for (const file of early) stateful.add(file);
  }
};

/** What is loaded once and what is not, and the files of the former that asked for the latter too early. */
const divided = async (
  stateful: ReadonlySet<string>,
  changed: Changed | undefined,
): Promise<{ load: Load; early: Set<string> }> => {
  const shared = new Set<string>();
  const states = new Map<string, (module: Module) => void>();
  const stateOr = (other: (file: string) => string | undefined) => (file: string) =>
    stateful.has(file) ? STATE + file : other(file);
  for (const file of stateful) {
    const apart = stateOr((imported) => {
      shared.add(imported);
      return CODE + imported;
    });
    const { text } = await bundleOf({ file }, { changed, apart });
    const code = codeOf(text);
    states.set(file, (module) => code(require, module));
  }
  const { text } = await bundleOf({ text: entryWith([...shared]) }, { changed, apart: stateOr(() => undefined) });
  const module = { exports: {} as Exports };
  const early = new Set<string>();
  const require: Require = (name) => {
    if (name.startsWith(CODE)) return (module.exports.MODULES as Exports)[name.slice(CODE.length)];
    if (!name.startsWith(STATE)) return outside(name);
    return ofContainer(name.slice(STATE.length), (line) => early.add(fileAt(text, line) ?? name));
  };
  try {
    codeOf(text)(require, module);
  } catch (error) {
    if (early.size === 0) throw error;
  }
  return { load: { handlers: module.exports as typeof Handlers, states }, early };
};

/** The handlers, and every module by its file that one which keeps state imports. */
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

const codeOf = (text: string): Code => {
  const parameters = ['require', 'module', 'exports', ...GLOBAL_NAMES];
  const run = new Script(`(function(${parameters.join()}){${text}\n})`, {
    filename: 'product.cjs',
  }).runInThisContext() as (...given: unknown[]) => void;
  const given = GLOBAL_NAMES.map((name) => globals[name]);
  return (require, module) => run(require, module, module.exports, ...given);
};

/** One file of a task, and what it is for. */
export type PartFile = { path: string; purpose: string };

/** A task of the plan: the files it writes, of the kind's folder in `apps/` or of the template; what it depends on; what goes away. */
export type Part = { id: string; title: string; files: PartFile[]; after?: string[]; removes?: string[] };

export type Feature = { name: string; behaviour: string; acceptance: string[] };

/** A kind of wish that there are rules for. */
export type Kind = {
  /** The name of its folder in `apps/`. */
  id: string;
  /** What it is, as it follows "rules for". */
  name: string;
  /** Words of a wish that ask for it. */
  words: RegExp;
  /** The template it stands on. */
  template: 'front-end' | 'static-site' | 'api' | 'command-line';
  title: string;
  summary: string;
  features: Feature[];
  outOfScope: string[];
  parts: Part[];
  /** Whether it fulfils the wish, or only makes a place for it. */
  fulfils: boolean;
};

/** A file and its tests. */
export const code = (path: string, purpose: string, test: string): PartFile[] => [
  { path, purpose },
  { path: test, purpose: `Tests of ${path}` },
];

/** The page itself, as the template `front-end` has it. */
export const app = (purpose: string): PartFile[] => code('src/app.js', purpose, 'test/app.test.js');

/** The document of a page, with its title. */
export const titled: Part = {
  id: 'document',
  title: 'The document and its title',
  files: [{ path: 'public/index.html', purpose: 'The document the browser loads, with the page’s title' }],
};

export const NOT_SHARED = ['Accounts, and sharing between devices: everything stays in this browser.'];

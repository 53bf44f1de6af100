import { sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Import, importsIn, importsOf, sourcesIn } from './source-tree.ts';

/* Requirements: WEB1. */

const SRC = 'console/src/';
const CLIENT = 'clients/typescript/src/index.ts';
const LIBRARIES = ['preact', 'preact/hooks', 'preact/compat', '@preact/signals', 'diff'];
/** How plans are laid out, which the pictures of the API are drawn by too. */
const GRAPHS = 'shared/graphs/index.ts';

/** Which folder a file of the console stands in; the screens are a folder each. */
const folderOf = (path: string): string => {
  const [first = '', second = ''] = path.slice(SRC.length).split('/');
  return first === 'screens' ? `screens/${second}` : first;
};

/** The table of the console's README: what a folder may import besides itself. */
const MAY_IMPORT: Record<string, (target: string) => boolean> = {
  screens: (folder) => ['app', 'design', 'texts', 'api'].includes(folder),
  app: (folder) => ['design', 'texts', 'api', 'screens/sign-in'].includes(folder),
  design: (folder) => ['app', 'texts', 'api'].includes(folder),
  texts: (folder) => folder === 'app',
  api: () => false,
};
/** Of `app` the lower folders know only this: which language, which place. */
const OF_APP: Record<string, readonly string[]> = {
  design: ['preferences/preferences', 'place/route'],
  texts: ['preferences/preferences'],
};

const isForbidden = ({ file, target }: Import): boolean => {
  const from = folderOf(file);
  const [kind = ''] = from.split('/');
  if (target === CLIENT) return false;
  if (target === GRAPHS) return kind !== 'screens';
  if (!target.startsWith(SRC)) return target.includes('/') && !target.startsWith('@') && !LIBRARIES.includes(target);
  const to = folderOf(target);
  if (to === from) return false;
  if (!(MAY_IMPORT[kind]?.(to) ?? file === `${SRC}main.tsx`)) return true;
  const known = OF_APP[kind];
  return to === 'app' && known !== undefined && !known.some((name) => target === `${SRC}app/${name}.ts`);
};

/** A screen is loaded when it is first shown: by a call, which no sentence of imports is. */
const isLoadedLater = ({ file, target }: Import): boolean =>
  file === `${SRC}app/screens.ts` && /^console\/src\/screens\/[^/]+\/index\.tsx$/.test(target);

const posix = (one: Import): Import => ({
  ...one,
  file: one.file.split(sep).join('/'),
  target: one.target.split(sep).join('/'),
});
const sources = sourcesIn('console/src');
const imports = sources.flatMap(importsOf).map(posix);
const forbidden = (all: readonly Import[]): string[] =>
  all
    .filter((one) => isForbidden(one) && !isLoadedLater(one))
    .map(({ file, specifier }) => `${file} imports ${specifier}`);

describe('who may import whom in the console', () => {
  test('folders import what the README’s table says, and no screen another', () => {
    expect(imports.length).toBeGreaterThan(200);
    expect(forbidden(imports)).toEqual([]);
  });

  test('its libraries are Preact, signals, and what makes an answer safe to show, which one file uses', () => {
    const packages = imports.filter(({ target }) => !target.startsWith(SRC) && target !== CLIENT && target !== GRAPHS);
    const unknown = packages.filter(({ target }) => !LIBRARIES.includes(target));
    expect(unknown.map(({ file, target }) => `${target} in ${file}`).toSorted()).toEqual([
      'dompurify in console/src/design/show/markdown.tsx',
      'marked in console/src/design/show/markdown.tsx',
    ]);
  });

  test.each([
    ['screens/chat/planted.tsx', '../runs/list.ts'],
    ['design/show/planted.tsx', '../../screens/chat/turns.ts'],
    ['design/show/planted.tsx', '../../app/person/session.ts'],
    ['app/planted.ts', '../screens/chat/talk.tsx'],
    ['api/planted.ts', '../texts/index.ts'],
    ['texts/planted.ts', '../design/figure/time.tsx'],
    ['screens/chat/planted.ts', '../../../../shared/core/errors.ts'],
  ])('a planted import in %s of %s is found', (file, specifier) => {
    const planted = importsIn(`${SRC}${file}`, `import { one } from '${specifier}';`).map(posix);
    expect(forbidden(planted)).toHaveLength(1);
  });
});

import type { LogPlacement } from '../../../../shared/builder/roles/bug-hunter.ts';
import { basket } from './basket.ts';
import { notebook } from './notebook.ts';
import { page } from './page.ts';

/** Something wrong that was put into a project, and how somebody who knows their trade finds it. */
export type Defect = {
  kind: string;
  project: Readonly<Record<string, string>>;
  /** `right` stands once in the file; `wrong` stands there instead. */
  path: string;
  right: string;
  wrong: string;
  /** The tests that fail because of it. */
  fails: readonly string[];
  /** Where to look, and the line that shows what is wrong; nothing for files in which nothing can be logged. */
  look?: Pick<LogPlacement, 'text' | 'label' | 'expression'> & { path?: string; shows: string };
};

export const defects: readonly Defect[] = [
  {
    kind: 'wrong result',
    project: basket,
    path: 'src/basket.js',
    right: 'sum + item.cents * item.count',
    wrong: 'sum + item.cents',
    fails: ['adds up'],
    look: {
      path: 'test/run.js',
      text: "await test('adds up', () => same(total(items()), 1330));",
      label: 'the sum of the prices',
      expression: 'total(items())',
      shows: 'the sum of the prices: 1129',
    },
  },
  {
    kind: 'crash',
    project: basket,
    path: 'src/basket.js',
    right: 'coupon === undefined ? 0 : coupon.percent',
    wrong: 'coupon.percent',
    fails: ['needs no coupon'],
    look: {
      text: 'const percent = coupon.percent;',
      label: 'the kind of coupon',
      expression: 'typeof coupon',
      shows: 'the kind of coupon: "undefined"',
    },
  },
  {
    kind: 'configuration',
    project: basket,
    path: 'config.json',
    right: '"tax": 0.19',
    wrong: '"tax": 19',
    fails: ['adds the tax'],
  },
  {
    kind: 'off by one',
    project: basket,
    path: 'src/list.js',
    right: '(number - 1) * size, number * size',
    wrong: '(number - 1) * size, number * size - 1',
    fails: ['shows whole pages'],
  },
  {
    kind: 'wrong comparison',
    project: basket,
    path: 'src/list.js',
    right: 'one.cents - other.cents',
    wrong: 'String(one.cents) < String(other.cents) ? -1 : 1',
    fails: ['sorts by price'],
    look: {
      path: 'test/run.js',
      text: "await test('sorts by price', () => same(byPrice(items()).map((item) => item.name), ['nut', 'pear', 'melon']));",
      label: 'prices in order',
      expression: 'byPrice(items()).map((item) => item.cents)',
      shows: 'prices in order: [1000,120,9]',
    },
  },
  {
    kind: 'mutated argument',
    project: basket,
    path: 'src/list.js',
    right: 'item.name === name ? { ...item, count } : item',
    wrong: 'item.name === name ? Object.assign(item, { count }) : item',
    fails: ['changes a count in a copy'],
    look: {
      path: 'test/run.js',
      text: 'same(before[1].count, 10);',
      label: 'the count that was there before',
      expression: 'before[1].count',
      shows: 'the count that was there before: 1',
    },
  },
  {
    kind: 'missing await',
    project: notebook,
    path: 'src/notes.js',
    right: 'await store.put(id, text);',
    wrong: 'store.put(id, text);',
    fails: ['shows what it saved'],
    look: {
      text: 'return store.get(id);',
      label: 'what is stored by then',
      expression: 'String(await store.get(id))',
      shows: 'what is stored by then: "undefined"',
    },
  },
  {
    kind: 'order of asynchronous work',
    project: notebook,
    path: 'src/notes.js',
    right: 'const texts = await Promise.all(ids.map((id) => store.get(id)));',
    wrong: 'const texts = [];\n  await Promise.all(ids.map(async (id) => texts.push(await store.get(id))));',
    fails: ['loads notes in the order asked for'],
    look: {
      text: 'return texts;',
      label: 'ids and texts',
      expression: '[ids, texts]',
      shows: 'ids and texts: [["long","short"],["x","a long note"]]',
    },
  },
  {
    kind: 'unhandled rejection',
    project: notebook,
    path: 'src/notes.js',
    right: 'await Promise.all(notes.map((note) => store.put(note.id, note.text)));',
    wrong:
      'for (const note of notes) store.put(note.id, note.text);\n  for (let turn = 0; turn < 50; turn += 1) await undefined;',
    fails: ['says that a note was not saved'],
    look: {
      path: 'src/store.js',
      text: "if (text === '') throw new Error('an empty note');",
      label: 'put refuses',
      expression: "text === ''",
      shows: 'put refuses: true',
    },
  },
  {
    kind: 'time zone',
    project: notebook,
    path: 'src/dates.js',
    right: 'Date.parse(instant) + minutesEastOfUtc',
    wrong: 'Date.parse(instant) - minutesEastOfUtc',
    fails: ['tells the day in the east', 'tells the day in the west'],
    look: {
      path: 'test/run.js',
      text: "await test('tells the day in the east', () => same(dayAt('2026-03-01T23:30:00Z', 60), '2026-03-02'));",
      label: 'an hour east of midnight',
      expression: "dayAt('2026-03-01T23:00:00Z', 60)",
      shows: 'an hour east of midnight: "2026-03-01"',
    },
  },
  {
    kind: 'regular expression',
    project: page,
    path: 'src/render.js',
    right: 'replace(/</g,',
    wrong: 'replace(/</,',
    fails: ['shows markup as text'],
    look: {
      text: "'<ul>' +",
      path: 'src/render.js',
      label: 'never reached',
      expression: '1',
      shows: 'none',
    },
  },
  {
    kind: 'style sheet',
    project: page,
    path: 'src/page.css',
    right: '.hidden { display: none; }',
    wrong: '.hidden { visibility: hidden; }',
    fails: ['hides what is hidden'],
  },
];

/** The files of the project with the defect in it. */
export const defective = ({ project, path, right, wrong }: Pick<Defect, 'project' | 'path' | 'right' | 'wrong'>) => {
  const text = project[path] ?? '';
  if (text.split(right).length !== 2) throw new Error(`${path} has no single ${right}`);
  return { ...project, [path]: text.replace(right, () => wrong) };
};

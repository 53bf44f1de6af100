import { afterAll, expect, test } from 'vitest';
import { kinds } from '../../infra/local/stand-ins/offline-model/builds/kinds/all.ts';
import { complete } from '../../infra/local/stand-ins/offline-model/completion.ts';
import { egressFetch } from '../../shared/egress/index.ts';
import { lightWall, ShellPool } from '../../shared/sandbox/index.ts';
import { commandOf } from './sandbox.ts';

/* Requirements: BT10. */

const pool = new ShellPool();
const wall = lightWall(({ project, signal }, job) => pool.run(project.userId, job, signal), egressFetch);
afterAll(() => pool.close());

type Edit = { path: string; content?: string; remove?: true; replacements?: { find: string; replace: string }[] };
type Task = { id: string; title: string; description: string; depends_on: string[] };

/** What a role answers when it is told these sections. */
const ask = <Answer>(role: string, sections: Record<string, string>): Answer => {
  const input = Object.entries(sections).map(([heading, text]) => `## ${heading}\n${text}`);
  const { text } = complete({
    model: 'offline',
    messages: [
      { role: 'system', content: `Role: ${role}\n\nYou are one of the team.` },
      { role: 'user', content: input.join('\n\n') },
    ],
  });
  return JSON.parse(text ?? '') as Answer;
};

const specify = (wish: string, more: Record<string, string> = {}) =>
  ask<{ title: string; summary: string; out_of_scope: string[] }>('specification_writer', {
    'The wish': wish,
    ...more,
  });

const edited = (files: Record<string, string>, { path, content, remove, replacements = [] }: Edit): void => {
  if (remove) delete files[path];
  else
    files[path] = replacements.reduce(
      (text, { find, replace }) => text.replace(find, replace),
      content ?? files[path] ?? '',
    );
};

/** The files that come of a wish in an empty project, task by task. */
const filesFor = (wish: string): { files: Record<string, string>; test_command: string } => {
  const { title, summary } = specify(wish);
  const specification = `# ${title}\n\n${summary}`;
  const architecture = ask<{ test_command: string }>('architect', { Specification: specification });
  const about = { Specification: specification, Architecture: JSON.stringify(architecture, null, 2) };
  const files: Record<string, string> = {};
  for (const { title, description } of ask<{ tasks: Task[] }>('tech_lead', about).tasks) {
    const told = { Task: `${title}\n${description}`, ...about, 'Files of the project': Object.keys(files).join('\n') };
    const { write } = ask<{ write: { path: string }[] }>('developer', told);
    const shown = write
      .filter(({ path }) => path in files)
      .map(({ path }) => `### ${path}\n~~~~\n${files[path]}\n~~~~`);
    const { edits } = ask<{ edits: Edit[] }>('code_writer', {
      'Your task': '',
      ...told,
      'Files to write': write.map(({ path }) => `${path}: made`).join('\n'),
      Files: shown.join('\n\n'),
    });
    for (const edit of edits) edited(files, edit);
  }
  return { files, test_command: architecture.test_command };
};

const WISHES: Record<string, string> = {
  'notes-api': 'A REST API for notes',
  'todo-list': 'Build me a page with a to-do list',
  timer: 'I need a countdown for the kitchen',
  counter: 'Make a counter',
  contact: 'A contact form for my shop',
  greeting: 'Greet my visitors',
  service: 'An API for "recipes" & <more>',
  site: 'A blog about "bees" & <more>',
  tool: 'A CLI that renames "files" & <more>',
  page: 'A game of "chess" & <more>',
};

test.each(kinds)('what is built for $name passes its tests behind the wall light', async (kind) => {
  const wish = WISHES[kind.id] ?? '';
  expect(specify(wish).summary).toContain(`(By rules for ${kind.name}.)`);
  const { files, test_command } = filesFor(wish);
  for (const part of kind.parts) {
    for (const { path } of part.files) expect(files).toHaveProperty([path]);
    for (const path of part.removes ?? []) expect(files).not.toHaveProperty([path]);
  }
  const { exit, output } = await wall.run(commandOf(test_command, { texts: files }));
  expect(exit, output).toBe(0);
  expect(Object.values(files).filter((text) => text.includes('{{wish}}'))).toEqual([]);
});

test('a specification quotes the wish, says that it is written by rules, and for which kinds there are some', () => {
  const { summary } = specify('Build me a page with a to-do list');
  expect(summary).toContain('> Build me a page with a to-do list\n');
  expect(summary).toContain(
    'rules for an API of notes, a to-do list, a timer, a counter, a contact page, and a greeting',
  );
  expect(specify('A game of chess').summary).toContain('this wish is none of them');
});

test.each(['The project as it is', 'What was said and built before', 'Files of the project'])(
  'only the wish is quoted, and nothing of what stands behind it: %s',
  (heading) => {
    const { title, summary } = specify('A countdown for the kitchen', { [heading]: 'Name: shop\nAn API for notes' });
    expect(title).toBe(specify('A countdown for the kitchen').title);
    expect(summary).toContain('\n\n> A countdown for the kitchen\n\n');
  },
);

test('what is in a project already is left alone: the wish is noted', () => {
  const { files } = filesFor('Make a counter');
  const there = { 'Files of the project': Object.keys(files).join('\n') };
  for (const wish of ['Make a counter', 'Make it play music', 'An API for notes'])
    expect(specify(wish, there).summary).toContain('(By rules for a note of the wish.)');
  const template = { 'Files of the project': 'README.md\npackage.json\nsrc/mount.js' };
  expect(specify('Make a counter', template).summary).toContain('(By rules for a counter.)');
  expect(specify('An API for notes', template).summary).toContain('(By rules for a note of the wish.)');
});

test('a specification that was sent back says that the reason cannot be followed', () => {
  const { out_of_scope } = specify('Make a counter', { 'Why it was sent back': 'It should be blue.' });
  expect(out_of_scope.at(-1)).toContain('“It should be blue.”');
});

test('a review judges each hunk, and asks for rework where one runs text as code', () => {
  const change = [
    '### h1 src/a.js',
    '@ a new file',
    '+export const a = 1;',
    '',
    '### h2 src/b.js',
    '+eval(text);',
  ].join('\n');
  const { verdicts } = ask<{ verdicts: { hunk: string; verdict: string; reason: string }[] }>('reviewer', {
    Change: change,
  });
  expect(verdicts.map(({ hunk, verdict }) => [hunk, verdict])).toEqual([
    ['h1', 'apply'],
    ['h2', 'rework'],
  ]);
  expect(verdicts[0]?.reason).toContain('not by understanding');
});

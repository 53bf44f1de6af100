import type { AskedRole, Part } from './scripted-team.ts';

/** A page that throws as soon as it is opened, a module that is to blame, and what that should be. */
export const WRONG = "export const greet = (names) => 'Hello, ' + names.first.trim();\n";
export const RIGHT = "export const greet = (names) => 'Hello, ' + (names[0] ?? 'you').trim();\n";

export const PAGE_PARTS: Part[] = [
  { id: 'greet', path: 'src/greet.js', content: WRONG },
  {
    id: 'main',
    path: 'main.js',
    content: "import { greet } from './src/greet.js';\ndocument.title = greet([]);\n",
  },
  {
    id: 'page',
    path: 'index.html',
    content: '<!doctype html><head><title>Page</title></head><script type="module" src="main.js"></script>',
  },
];

const EDIT = { path: 'src/greet.js', find: 'names.first.trim()', replace: "(names[0] ?? 'you').trim()" };

/** Makes the error happen again in a program of its own, and mends the module. */
export const greetingHunter = ({ input }: AskedRole): object => {
  if (input.includes('New log lines')) return { hypothesis: 'There is no first.', edits: [EDIT] };
  if (input.startsWith('An error of the preview')) {
    return { content: "import { greet } from '../src/greet.js';\nconsole.log(greet([]));\n" };
  }
  return { suspicion: 'The greeting.', logs: [] };
};

import { code, type Kind } from './kind.ts';

export const tool: Kind = {
  id: 'tool',
  name: 'a command-line tool',
  words: /\b(?:command[\s-]line|cli|terminal|shell)\b|командн\w+ строк/i,
  template: 'command-line',
  title: 'Tool',
  summary: 'A command-line tool that counts words, in which the wish has its place.',
  features: [
    {
      name: 'About',
      behaviour: '`--about` prints the wish; files are counted, as the template has it.',
      acceptance: ['`--about` ends with 0.'],
    },
  ],
  outOfScope: ['What was wished for: the offline model cannot write it.'],
  parts: [
    {
      id: 'about',
      title: 'The option --about',
      files: [
        { path: 'src/about.js', purpose: 'The wish' },
        ...code('src/command.js', 'Arguments in, text and exit code out', 'test/about.test.js'),
      ],
    },
  ],
  fulfils: false,
};

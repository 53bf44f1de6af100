import { ABOUT } from '../src/about.js';
import { run } from '../src/command.js';
import { equal, test } from './tap.js';

test('--about prints what was wished for', () => {
  equal(run(['--about'], {}), { exit: 0, out: [ABOUT], err: [] });
});

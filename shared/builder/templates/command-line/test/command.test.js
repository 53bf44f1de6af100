import { run } from '../src/command.js';
import { count } from '../src/count.js';
import { equal, includes, test } from './tap.js';

const disk = {
  read(file) {
    if (file !== 'a.txt') throw new Error('there is no such file');
    return 'one two\nthree\n';
  },
};

test('lines, words and characters are counted', () => {
  equal(count('one two\nthree\n'), { lines: 2, words: 3, characters: 14 });
  equal(count('one'), { lines: 1, words: 1, characters: 3 });
  equal(count(''), { lines: 0, words: 0, characters: 0 });
});

test('a character of two code units counts once', () => {
  equal(count('🙂').characters, 1);
});

test('each file has a line', () => {
  equal(run(['a.txt'], disk), { exit: 0, out: ['2 lines, 3 words, 14 characters  a.txt'], err: [] });
});

test('--json prints an object a line', () => {
  const { out } = run(['--json', 'a.txt'], disk);
  equal(JSON.parse(out[0]), { file: 'a.txt', lines: 2, words: 3, characters: 14 });
});

test('a file that cannot be read is named, the others are counted', () => {
  const { exit, out, err } = run(['b.txt', 'a.txt'], disk);
  equal([exit, out.length, err], [1, 1, ['b.txt: there is no such file']]);
});

test('no file, or an option nobody knows, ends with 2 and the usage', () => {
  equal(run([], disk).exit, 2);
  const { exit, err } = run(['--fast', 'a.txt'], disk);
  equal(exit, 2);
  includes(err.join('\n'), 'Usage: count');
});

test('--help prints the usage', () => {
  const { exit, out } = run(['--help'], disk);
  equal(exit, 0);
  includes(out[0], 'Usage: count');
});

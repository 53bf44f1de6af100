import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, sourcesIn } from './source-tree.ts';

/* Requirements: OPS2. */

const CLASS = /(abstract )?class (\w+) extends (?:Error|\w+Error)\b[^{]*\{\n((?:.*\n){3})/g;

test('every error says its name itself: minified code keeps no names of classes, and logs show this one', () => {
  const nameless = ['shared', 'functions']
    .flatMap(sourcesIn)
    .flatMap((file) =>
      [...readFileSync(join(ROOT, file), 'utf8').matchAll(CLASS)]
        .filter(([, isAbstract, name, beginning]) => !isAbstract && !beginning?.includes(`readonly name = '${name}';`))
        .map(([, , name]) => `${name} in ${file}`),
    );
  expect(nameless).toEqual([]);
});

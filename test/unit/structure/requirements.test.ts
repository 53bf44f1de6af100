import { describe, expect, test } from 'vitest';
import { citations, citedIn, gapsIn, requirements, requirementsIn } from '../../requirements/cited.ts';

/* Requirements: QA2. */

describe('the list of requirements', () => {
  test('every requirement that is done is cited by a test, and every citation is of a requirement', () => {
    expect(gapsIn(requirements(), citations())).toEqual({ uncited: [], unknown: [] });
  });

  test('no id stands twice', () => {
    const ids = requirements().map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids.length).toBeGreaterThan(100);
  });

  test('a planted gap is found', () => {
    const list = requirementsIn('| AB1 | done | One. |\n| AB2 | open | Two. |\n| AB3 | done | Three. |');
    const cited = new Map([
      ['AB1', ['test/one.test.ts']],
      ['AB9', ['test/two.test.ts']],
    ]);
    expect(gapsIn(list, cited)).toEqual({ uncited: ['AB3'], unknown: ['AB9'] });
    expect(citedIn('import a from "a";\n\n/* Requirements: AB1, AB2. */\n')).toEqual(['AB1', 'AB2']);
  });
});

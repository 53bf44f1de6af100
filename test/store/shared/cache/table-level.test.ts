import { expect, test } from 'vitest';
import { tableLevel } from '../../../../shared/cache/index.ts';
import { sha256 } from '../../../../shared/core/digest.ts';
import { cacheKeys, updateItem } from '../../../../shared/store/index.ts';
import { cacheLevelContract } from '../../../contract/cache-level.ts';
import { inTable } from '../../../support/in-table.ts';
import { somebody } from './in-cache.ts';

/* Requirements: CA1. */

inTable();

cacheLevelContract('table', tableLevel);

test('an item that is no entry counts as missing', async () => {
  const place = { scope: somebody(), name: sha256('question') };
  await updateItem(cacheKeys.entry(place.scope, place.name), 'SET #text = :text', { values: { text: 7 } });
  expect(await tableLevel().get(place)).toBeUndefined();
});

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getItem, projectKeys, putItem, type StoredItem } from '../../../../shared/store/index.ts';
import {
  listSecrets,
  MAX_SECRETS,
  readSecret,
  removeSecret,
  secretNameSchema,
  secretValueSchema,
  storeSecret,
} from '../../../../shared/vault/index.ts';
import { startTestDataKey } from '../../../support/data-key.ts';
import { startTestTable } from '../../../support/table.ts';
import { projectOf } from '../../../support/tool-call.ts';

/* Requirements: ID9. */

const alice = projectOf('alice');
const bob = projectOf('bob');
const VALUE = 'sk-a-very-secret-value';
let stop: () => Promise<void>;

beforeAll(async () => {
  const table = await startTestTable();
  const key = await startTestDataKey();
  stop = async () => {
    await key.stop();
    await table.stop();
  };
});
afterAll(() => stop());

describe('a secret', () => {
  test('a secret comes back as it was stored, and is not readable in the table', async () => {
    await storeSecret(alice, { name: 'api', value: VALUE });
    expect(await readSecret(alice, 'api')).toBe(VALUE);
    const item = await getItem(projectKeys.secret(alice, 'api'));
    const stored = Object.values(item ?? {}).map((value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value),
    );
    expect(stored.join('|')).not.toContain(VALUE);
  });

  test('secrets are listed by name and dates, nothing else', async () => {
    const { items } = await listSecrets(alice, { limit: 10 });
    expect(items).toEqual([{ name: 'api', created_at: expect.any(String), updated_at: expect.any(String) }]);
  });

  test('a secret does not exist for another user, nor in another project', async () => {
    expect(await readSecret(bob, 'api')).toBeUndefined();
    expect(await readSecret(projectOf('alice', 'second'), 'api')).toBeUndefined();
  });

  test('a secret moved within the table cannot be opened there', async () => {
    const item = await getItem(projectKeys.secret(alice, 'api'));
    await putItem({ ...item, ...projectKeys.secret(bob, 'api') } as StoredItem);
    await expect(readSecret(bob, 'api')).rejects.toThrow();
    await putItem({ ...item, ...projectKeys.secret(alice, 'other'), name: 'other' } as StoredItem);
    await expect(readSecret(alice, 'other')).rejects.toThrow();
    await removeSecret(alice, 'other');
    await removeSecret(bob, 'api');
  });

  test('a secret changed by one bit cannot be opened', async () => {
    await storeSecret(alice, { name: 'changed', value: VALUE });
    const key = projectKeys.secret(alice, 'changed');
    const item = (await getItem(key)) as StoredItem & { sealed: Uint8Array };
    for (const place of [0, 12, item.sealed.length - 1]) {
      const sealed = Uint8Array.from(item.sealed);
      sealed[place]! ^= 1;
      await putItem({ ...item, sealed });
      await expect(readSecret(alice, 'changed')).rejects.toThrow();
    }
    await removeSecret(alice, 'changed');
  });

  test('a secret keeps its date of creation when it gets a new value', async () => {
    const first = await storeSecret(alice, { name: 'rotated', value: 'one' }, { now: () => 1_000 });
    const second = await storeSecret(alice, { name: 'rotated', value: 'two' }, { now: () => 2_000 });
    expect(second).toEqual({ ...first, updated_at: '1970-01-01T00:00:02.000Z' });
    expect(await readSecret(alice, 'rotated')).toBe('two');
  });

  test('a secret is sealed with a new nonce each time: equal values do not look equal', async () => {
    const key = projectKeys.secret(alice, 'rotated');
    const before = (await getItem(key))?.sealed;
    await storeSecret(alice, { name: 'rotated', value: 'two' });
    expect((await getItem(key))?.sealed).not.toEqual(before);
  });

  test('a deleted secret is gone, and deleting it again finds nothing', async () => {
    await removeSecret(alice, 'rotated');
    expect(await readSecret(alice, 'rotated')).toBeUndefined();
    await expect(removeSecret(alice, 'rotated')).rejects.toThrow('There is no such secret.');
  });

  test(`over the ${MAX_SECRETS}th of a project is refused; a new value of an old one is not`, async () => {
    const carol = projectOf('carol');
    for (let number = 0; number < MAX_SECRETS; number += 1) {
      await putItem({
        ...projectKeys.secret(carol, `secret-${number}`),
        name: `secret-${number}`,
        data_key: new Uint8Array([1]),
        sealed: new Uint8Array([1]),
        created_at: 1,
        updated_at: 1,
      } as StoredItem);
    }
    await expect(storeSecret(carol, { name: 'one-more', value: 'x' })).rejects.toThrow(/100 secrets/);
    await storeSecret(carol, { name: 'secret-7', value: 'x' });
    expect(await readSecret(carol, 'secret-7')).toBe('x');
  });

  test('a secret of any printable text survives', async () => {
    const printable = fc.string({
      unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
      minLength: 1,
    });
    await fc.assert(
      fc.asyncProperty(printable, async (value) => {
        await storeSecret(alice, { name: 'any', value });
        expect(await readSecret(alice, 'any')).toBe(value);
      }),
      { numRuns: 20 },
    );
  });
});

test.each(['', '1st', 'a b', 'a#b', 'a/b', 'ä', 'a'.repeat(65)])('"%s" is not a valid name of a secret', (name) => {
  expect(secretNameSchema.safeParse(name).success).toBe(false);
});

test.each(['', 'two\r\nlines: x', 'tab\t', 'ünprintable', 'a'.repeat(8_193)])(
  '%j cannot be the value of a secret',
  (value) => {
    expect(secretValueSchema.safeParse(value).success).toBe(false);
  },
);

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generatedString } from '../../../../../../infra/local/services/secrets/generated-string.ts';
import { MasterKey, Unsealable } from '../../../../../../infra/local/services/secrets/key-file.ts';
import {
  putValue,
  type Secret,
  updateStage,
  versionOf,
} from '../../../../../../infra/local/services/secrets/secret.ts';

const fresh = (): Secret => ({ name: 's', arn: 'arn:s', origin: '', versions: [] });
const stages = (secret: Secret) => Object.fromEntries(secret.versions.map((one) => [one.id, one.stages]));

describe('versions of a secret', () => {
  test('a new value of a secret is the current one, the one before the previous one, and older ones go', () => {
    const secret = fresh();
    for (const id of ['1', '2', '3']) putValue(secret, { id, value: `v${id}`, now: 0 });
    expect(stages(secret)).toEqual({ 2: ['AWSPREVIOUS'], 3: ['AWSCURRENT'] });
    expect(versionOf(secret, {}).value).toBe('v3');
    expect(versionOf(secret, { stage: 'AWSPREVIOUS' }).value).toBe('v2');
  });

  test('putting a secret with the same token twice changes nothing, and with another value is refused', () => {
    const secret = fresh();
    putValue(secret, { id: '1', value: 'v', now: 0 });
    putValue(secret, { id: '1', value: 'v', now: 0 });
    expect(secret.versions).toHaveLength(1);
    expect(() => putValue(secret, { id: '1', value: 'w', now: 0 })).toThrow("can't change the value");
  });

  test('a label moves only when its holder is named', () => {
    const secret = fresh();
    putValue(secret, { id: '1', value: 'a', now: 0 });
    putValue(secret, { id: '2', value: 'b', stages: ['AWSPENDING'], now: 0 });
    expect(() => updateStage(secret, { stage: 'AWSCURRENT', to: '2', from: undefined })).toThrow(
      'RemoveFromVersionId must name version 1',
    );
    updateStage(secret, { stage: 'AWSCURRENT', to: '2', from: '1' });
    expect(stages(secret)).toEqual({ 1: ['AWSPREVIOUS'], 2: ['AWSPENDING', 'AWSCURRENT'] });
  });

  test('a version without a value yet is not found', () => {
    const secret = fresh();
    secret.versions.push({ id: '1', stages: ['AWSPENDING'], created: 0 });
    expect(() => versionOf(secret, { id: '1' })).toThrow("can't find the specified secret value");
  });
});

test('what a master key sealed only it unseals, unchanged and under the same name and context', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.string(), fc.nat(), (plain, context, at) => {
      const key = new MasterKey();
      const sealed = key.seal('key', plain, context);
      expect(new Uint8Array(key.unseal('key', sealed, context))).toEqual(plain);
      const changed = Buffer.from(sealed);
      const index = at % changed.length;
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(() => key.unseal('key', changed, context)).toThrow(Unsealable);
      expect(() => key.unseal('key', sealed, `${context}!`)).toThrow(Unsealable);
      expect(() => key.unseal('other', sealed, context)).toThrow(Unsealable);
      expect(() => new MasterKey().unseal('key', sealed, context)).toThrow(Unsealable);
    }),
    { numRuns: 30 },
  );
});

test('a generated string keeps to the requested characters and length', () => {
  expect(generatedString({ PasswordLength: 50, ExcludePunctuation: true })).toMatch(/^[A-Za-z0-9]{50}$/);
  expect(generatedString({ ExcludeCharacters: 'abc', ExcludeUppercase: true, ExcludePunctuation: true })).toMatch(
    /^[d-z0-9]{32}$/,
  );
});

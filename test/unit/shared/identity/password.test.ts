import { describe, expect, test } from 'vitest';
import { hashPassword, isPassword } from '../../../../shared/identity/password/hash.ts';

/* Requirements: ID6. */

describe('a password hash', () => {
  test('a password hash fits its password and no other', async () => {
    const hash = await hashPassword('correct horse');
    expect(await isPassword('correct horse', hash)).toBe(true);
    expect(await isPassword('correct hors', hash)).toBe(false);
    expect(await isPassword('', hash)).toBe(false);
  });

  test('a password hash is different each time', async () => {
    const [one, two] = [await hashPassword('same'), await hashPassword('same')];
    expect(one.hash).not.toBe(two.hash);
    expect(one.salt).not.toBe(two.salt);
  });

  test('a password hash carries its cost, so that one made at another cost still fits', async () => {
    expect(await hashPassword('x')).toMatchObject({ algorithm: 'scrypt', N: 32_768, r: 8, p: 3 });
    // The third test vector of RFC 7914, section 12, as far as it is kept.
    const hash = Buffer.from('7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2', 'hex');
    const salt = Buffer.from('SodiumChloride').toString('base64');
    const other = { algorithm: 'scrypt', N: 16_384, r: 8, p: 1, salt, hash: hash.toString('base64') } as const;
    expect(await isPassword('pleaseletmein', other)).toBe(true);
    expect(await isPassword('pleaseletmeout', other)).toBe(false);
  });

  test('a missing password hash fits nothing, after the same work', async () => {
    const hash = await hashPassword('correct horse');
    // CPU time, so that what else the machine does counts for nothing; both figures are dominated by scrypt.
    const cost = async (stored: typeof hash | undefined): Promise<number> => {
      const before = process.cpuUsage();
      expect(await isPassword('wrong horse', stored)).toBe(false);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    const [withUser, without] = [await cost(hash), await cost(undefined)];
    expect(without).toBeGreaterThan(withUser / 3);
    expect(without).toBeLessThan(withUser * 3);
  });
});

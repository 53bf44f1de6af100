import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Defect } from '../../core/errors.ts';
import { once } from '../../platform/once.ts';

const derive = promisify<Buffer, Buffer, number, ScryptOptions, Buffer>(scrypt);

type Cost = { N: number; r: number; p: number };

/**
 * One of the settings OWASP holds equal in strength to N=2^17, p=1: a quarter of its memory, so that sign-ins never
 * crowd a 1 GB function. Argon2id would come first, but Node has it only from 24.7 on, which a Lambda runtime need not be.
 * Source: https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#scrypt
 */
const COST: Cost = { N: 2 ** 15, r: 8, p: 3 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;

export const MIN_PASSWORD_LENGTH = 10;
export const MAX_PASSWORD_LENGTH = 256;

/** The cost is stored with the hash, so that it can rise without locking anyone out. Binary parts are base64. */
export type PasswordHash = Cost & { algorithm: 'scrypt'; salt: string; hash: string };

/** The same password typed on two systems can differ in its bytes; NFKC makes them one (NIST SP 800-63B, 3.1.1.2). */
const bytesOf = (password: string): Buffer => Buffer.from(password.normalize('NFKC'), 'utf8');

const hashWith = (password: string, salt: Buffer, { N, r, p }: Cost): Promise<Buffer> =>
  derive(bytesOf(password), salt, HASH_BYTES, { N, r, p, maxmem: 2 * 128 * N * r + 2 ** 20 });

export const hashPassword = async (password: string): Promise<PasswordHash> => {
  const salt = randomBytes(SALT_BYTES);
  const hash = await hashWith(password, salt, COST);
  return { algorithm: 'scrypt', ...COST, salt: salt.toString('base64'), hash: hash.toString('base64') };
};

/** A hash of no real password: used where there is no user, so that the answer takes as long. */
const nobodys = once(
  (): PasswordHash => ({
    algorithm: 'scrypt',
    ...COST,
    salt: randomBytes(SALT_BYTES).toString('base64'),
    hash: randomBytes(HASH_BYTES).toString('base64'),
  }),
);

/** Whether it is this password. Without a stored hash it takes as long and the answer is no. */
export const isPassword = async (password: string, stored: PasswordHash | undefined): Promise<boolean> => {
  const against = stored ?? nobodys();
  if (against.algorithm !== 'scrypt') throw new Defect('A stored password hash has an unknown algorithm.');
  const hash = await hashWith(password, Buffer.from(against.salt, 'base64'), against);
  const same = timingSafeEqual(hash, Buffer.from(against.hash, 'base64'));
  return stored !== undefined && same;
};

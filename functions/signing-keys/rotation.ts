import { Defect } from '../../shared/core/errors.ts';
import { checkKeySet, parseKeySet, publicPart, publishKeys, rotatedKeySet } from '../../shared/identity/index.ts';
import { log } from '../../shared/observability/log.ts';
import { makeCurrent, putPending, versionStages, versionText } from '../../shared/platform/secret-versions.ts';

type Turn = { secret: string; version: string };

/** Step 1: a pending version with a new key. A repeated step finds it. */
const createSecret = async ({ secret, version }: Turn): Promise<void> => {
  if ((await versionText(secret, 'AWSPENDING', version)) !== undefined) return;
  const next = await rotatedKeySet(await versionText(secret, 'AWSCURRENT'));
  await putPending(secret, version, JSON.stringify(next));
};

/** Step 2: verifiers learn the new public key before anything is signed with it. */
const setSecret = async ({ secret, version }: Turn): Promise<void> => {
  const { keys } = parseKeySet(await pendingText(secret, version));
  await publishKeys(keys.map(publicPart));
};

/** Step 3: the keys can be read, and verify what they sign. */
const testSecret = async ({ secret, version }: Turn): Promise<void> => {
  await checkKeySet(parseKeySet(await pendingText(secret, version)));
};

const pendingText = async (secret: string, version: string): Promise<string> => {
  const text = await versionText(secret, 'AWSPENDING', version);
  if (text === undefined) throw new Defect('The pending version of the signing keys is gone.');
  return text;
};

/** Step 4: signers get the new version, within the five minutes they keep the old one. Both verify. */
const finishSecret = async ({ secret, version }: Turn): Promise<void> => {
  const stages = await versionStages(secret);
  const current = [...stages].find(([, at]) => at.includes('AWSCURRENT'))?.[0];
  if (current === version) return;
  await makeCurrent(secret, version, current);
  log.info('signing keys rotated', { version });
};

const steps = { createSecret, setSecret, testSecret, finishSecret };

/**
 * One step of a rotation, each repeatable.
 * Source: https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html
 */
export const rotate = async (step: string, turn: Turn): Promise<void> => {
  if (!Object.hasOwn(steps, step)) throw new Defect(`There is no rotation step "${step}".`);
  const at = (await versionStages(turn.secret)).get(turn.version);
  if (!at) throw new Defect('The secret has no such version to rotate.');
  if (at.includes('AWSCURRENT')) return;
  if (!at.includes('AWSPENDING')) throw new Defect('The version is not pending.');
  await steps[step as keyof typeof steps](turn);
};

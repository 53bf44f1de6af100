import { randomInt } from 'node:crypto';

/** `GenerateSecretString` of `AWS::SecretsManager::Secret`. */
export type GenerateSecretString = {
  ExcludeCharacters?: string;
  ExcludeLowercase?: boolean;
  ExcludeNumbers?: boolean;
  ExcludePunctuation?: boolean;
  ExcludeUppercase?: boolean;
  GenerateStringKey?: string;
  IncludeSpace?: boolean;
  PasswordLength?: number;
  SecretStringTemplate?: string;
};

const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

/** A random password, put into the template's JSON when there is one. */
export function generatedString(settings: GenerateSecretString): string {
  const alphabet = [
    settings.ExcludeLowercase ? '' : 'abcdefghijklmnopqrstuvwxyz',
    settings.ExcludeUppercase ? '' : 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    settings.ExcludeNumbers ? '' : '0123456789',
    settings.ExcludePunctuation ? '' : PUNCTUATION,
    settings.IncludeSpace ? ' ' : '',
  ].join('');
  const allowed = [...alphabet].filter((one) => !settings.ExcludeCharacters?.includes(one));
  if (allowed.length === 0) throw new Error('GenerateSecretString excludes every character');
  const password = Array.from({ length: settings.PasswordLength ?? 32 }, () => allowed[randomInt(allowed.length)]).join(
    '',
  );
  if (!settings.GenerateStringKey) return password;
  return JSON.stringify({
    ...JSON.parse(settings.SecretStringTemplate ?? '{}'),
    [settings.GenerateStringKey]: password,
  });
}

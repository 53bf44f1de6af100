import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { physicalIdOf } from '../../template/identity.ts';
import type { Resource } from '../../template/resource.ts';
import { type GenerateSecretString, generatedString } from './generated-string.ts';
import type { MasterKey } from './key-file.ts';
import { putValue, type Secret, versionOf } from './secret.ts';

export type SecretsOptions = {
  resources: Resource[];
  masterKey: MasterKey;
  /** Data folder; without one nothing outlives the process. */
  folder?: string;
  /** Values that replace the template's, by the beginning of the logical id. They are never stored. */
  overrides?: Record<string, unknown>;
};

/** All secrets of the template, stored encrypted. */
export class Secrets {
  readonly #secrets: Secret[];
  readonly #volatile = new Set<Secret>();
  readonly #path: string | undefined;
  readonly #masterKey: MasterKey;

  constructor({ resources, masterKey, folder, overrides = {} }: SecretsOptions) {
    this.#masterKey = masterKey;
    this.#path = folder && join(folder, 'secrets.json');
    const stored = this.#load();
    const unused = new Set(Object.keys(overrides));
    this.#secrets = resources
      .filter((one) => one.type === 'AWS::SecretsManager::Secret')
      .map((resource) => {
        const prefix = Object.keys(overrides).find((one) => resource.logicalId.startsWith(one));
        if (prefix === undefined) return secretOf(resource, stored);
        unused.delete(prefix);
        const secret = secretOf(resource, []);
        putValue(secret, { id: randomUUID(), value: JSON.stringify(overrides[prefix]), now: Date.now() });
        this.#volatile.add(secret);
        return secret;
      });
    if (unused.size > 0) throw new Error(`no secret of the template begins with ${[...unused].join(' or ')}`);
    this.save();
  }

  /** By ARN or name. */
  find(id: string): Secret | undefined {
    return this.#secrets.find((secret) => secret.arn === id || secret.name === id);
  }

  /** A secret's text, or one member of its JSON. */
  valueOf(id: string, key: string, stage: string): string {
    const secret = this.find(id);
    if (!secret) throw new Error(`no secret ${id}`);
    const { value = '' } = versionOf(secret, { stage });
    return key === '' ? value : String(JSON.parse(value)[key]);
  }

  /** Writes what changed; the file is replaced as a whole. */
  save(): void {
    if (this.#path === undefined) return;
    const kept = this.#secrets.filter((secret) => !this.#volatile.has(secret));
    const sealed = kept.map((secret) => {
      const bytes = this.#masterKey.seal('secrets', Buffer.from(JSON.stringify(secret)), secret.name);
      return [secret.name, bytes.toString('base64')];
    });
    writeFileSync(`${this.#path}.part`, JSON.stringify(Object.fromEntries(sealed), undefined, 2), { mode: 0o600 });
    renameSync(`${this.#path}.part`, this.#path);
  }

  #load(): Secret[] {
    if (this.#path === undefined || !existsSync(this.#path)) return [];
    const sealed = JSON.parse(readFileSync(this.#path, 'utf8')) as Record<string, string>;
    return Object.entries(sealed).map(([name, text]) =>
      JSON.parse(this.#masterKey.unseal('secrets', Buffer.from(text, 'base64'), name).toString()),
    );
  }
}

function secretOf(resource: Resource, stored: Secret[]): Secret {
  const { SecretString, GenerateSecretString, Name } = resource.properties;
  const arn = physicalIdOf(resource);
  const name = typeof Name === 'string' ? Name : `${resource.stack}-${resource.logicalId}`;
  const origin = createHash('sha256')
    .update(JSON.stringify([SecretString, GenerateSecretString]))
    .digest('hex');
  const known = stored.find((one) => one.name === name);
  if (known?.origin === origin) return known;
  const secret: Secret = known ? { ...known, origin } : { name, arn, versions: [], origin };
  const value = SecretString ?? generatedString((GenerateSecretString ?? {}) as GenerateSecretString);
  putValue(secret, { id: randomUUID(), value: String(value), now: Date.now() });
  return secret;
}

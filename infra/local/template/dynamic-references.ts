/** Finds the value of a secret: `key` is a member of its JSON, or empty for the whole text. */
export type SecretLookup = (secretId: string, key: string, stage: string) => string;

const SECRET = /\{\{resolve:secretsmanager:(.+?):SecretString:([^:}]*)(?::([^:}]*))?(?::[^}]*)?\}\}/g;

/** Replaces `{{resolve:secretsmanager:…}}` in a resolved string. @throws for every other dynamic reference. */
export function resolveDynamicReferences(text: string, lookUp: SecretLookup): string {
  const resolved = text.replace(SECRET, (_, id: string, key: string, stage: string) =>
    lookUp(id, key, stage || 'AWSCURRENT'),
  );
  if (resolved.includes('{{resolve:')) throw new Error(`dynamic reference in ${text} is not supported locally`);
  return resolved;
}

import type { InputOf } from '../../../../../clients/typescript/src/index.ts';

export type NewKeyBody = InputOf<'POST /my/keys'>['body'];
export type Scope = NonNullable<NewKeyBody['scopes']>[number];

/** What a key may be allowed, from the least. */
export const SCOPES = ['read', 'write', 'chat', 'approvals:decide'] as const satisfies readonly Scope[];

/** As the form holds it. */
export type KeyDraft = { name: string; scopes: readonly string[]; rateLimit: string };

/** Deciding for the person is left to the person, unless they choose otherwise. */
export const newKeyDraft = (): KeyDraft => ({ name: '', scopes: ['read', 'write', 'chat'], rateLimit: '' });

/** Whether it can be sent: a key without any permission is good for nothing. */
export const isComplete = ({ name, scopes, rateLimit }: KeyDraft): boolean =>
  name.trim() !== '' && scopes.length > 0 && (rateLimit === '' || Number.isFinite(Number(rateLimit)));

export const keyBody = ({ name, scopes, rateLimit }: KeyDraft): NewKeyBody => ({
  name: name.trim(),
  scopes: SCOPES.filter((one) => scopes.includes(one)),
  ...(rateLimit !== '' && { rate_limit: Number(rateLimit) }),
});

import { hkdfSync } from 'node:crypto';
import { sha256 } from '../../core/digest.ts';
import type { ProjectScope } from '../../core/scope.ts';

const fitsKey = /^[A-Za-z0-9_.-]{1,128}$/;

/** A session's name as part of a key. Clients may name their conversations by any text, so long or odd names are hashed. */
export const sessionKeyPart = (session: string): string => (fitsKey.test(session) ? session : sha256(session));

/** The encryption context of everything a session seals: its owner and its name. */
export const sessionContext = (scope: ProjectScope, session: string): Record<string, string> => ({
  user: scope.userId,
  project: scope.projectId,
  session: sessionKeyPart(session),
});

/** A key for one purpose, derived from the session's own (RFC 5869), so that no two purposes share a key. */
export const derivedKey = (key: Uint8Array, purpose: 'placeholders' | 'block names' | 'block results'): Buffer =>
  Buffer.from(hkdfSync('sha256', key, new Uint8Array(), `artel ${purpose}`, 32));

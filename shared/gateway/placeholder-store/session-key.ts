import { hkdfSync } from 'node:crypto';
import { sha256 } from '../../core/digest.ts';
import type { ProjectScope } from '../../core/scope.ts';

const fitsKey = /^[A-Za-z0-9_.-]{1,128}$/;

/** A session's name as part of a key; a client's own name for its conversation may be any text. */
export const sessionKeyPart = (session: string): string => (fitsKey.test(session) ? session : sha256(session));

/** Authenticated with everything that a session seals: its owner and itself. */
export const sessionContext = (scope: ProjectScope, session: string): Record<string, string> => ({
  user: scope.userId,
  project: scope.projectId,
  session: sessionKeyPart(session),
});

/** A key for one purpose from the session's own (RFC 5869), so that no two purposes ever share one. */
export const derivedKey = (key: Uint8Array, purpose: 'placeholders' | 'block names' | 'block results'): Buffer =>
  Buffer.from(hkdfSync('sha256', key, new Uint8Array(), `artel ${purpose}`, 32));

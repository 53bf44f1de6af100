import type { UserScope } from './scope.ts';

/** Whom a checked bearer token identifies, and the token itself: enough to audit it and to end everything opened with it. */
export type Identity = {
  scope: UserScope;
  /** The user's default project, where paths that name none act. */
  projectId: string;
  /** A person's access token, or the API key of a machine. */
  via: 'token' | 'key';
  /** `jti` of the token, or id of the key. Never the secret. */
  credential: string;
  /** The sign-in the token came from: logout ends all of it, sockets included. Absent for keys. */
  family?: string;
  /** When another issuer says that they signed in, in milliseconds. */
  signedInAt?: number;
  /** How much its owner may use. */
  tier: string;
  /** Requests a minute that its owner has set for the key. */
  rateLimit?: number;
  /** When the token ends, in milliseconds. Absent for keys, which end when they are revoked. */
  expiresAt?: number;
};

export { ACCESS_TOKEN_AGE } from './access-token.ts';
export {
  type ApiKey,
  apiKeySchema,
  createApiKey,
  listApiKeys,
  permissionSchema,
  revokeApiKey,
} from './api-keys.ts';
export { authenticateBearer } from './bearer.ts';
export { DEVICE_AGE } from './device.ts';
export { REFRESH_TOKEN_AGE } from './family.ts';
export { notSignedIn } from './not-signed-in.ts';
export { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from './password/hash.ts';
export { findProfile, type Profile, profileOf, type User, userOf, userSchema } from './profile.ts';
export { refresh } from './refresh.ts';
export { type Registration, register } from './register.ts';
export { isRevoked } from './revocation.ts';
export { type Session, signIn } from './sign-in.ts';
export { signOut } from './sign-out.ts';
export { type PublicJwk, parseKeySet, publicPart, type SigningKeySet } from './signing/key-set.ts';
export { checkKeySet, newSigningKey, rotatedKeySet } from './signing/new-key.ts';
export { signingKey } from './signing/signing-keys.ts';
export { publishedKeys, publishKeys } from './signing/verifying-keys.ts';
export { isStillAuthorized, isWithdrawn } from './still-authorized.ts';
export { issueTicket, redeemTicket, TICKET_LIFE } from './tickets.ts';

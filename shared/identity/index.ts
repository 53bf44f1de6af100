export { ACCESS_TOKEN_AGE } from './access-token.ts';
export { requestEmailChange } from './account/change-email.ts';
export { confirmEmail } from './account/confirm.ts';
export { requestConfirmation } from './account/confirmation.ts';
export { FRESH_SIGN_IN, leave } from './account/leave.ts';
export { changeName } from './account/name.ts';
export { changePassword } from './account/password.ts';
export { removeOther } from './account/remove-other.ts';
export { requestReset, resetPassword } from './account/reset.ts';
export { linkTo } from './account/settings.ts';
export {
  type ApiKey,
  apiKeySchema,
  createApiKey,
  listApiKeys,
  permissionSchema,
  rateLimitSchema,
  revokeApiKey,
} from './api-keys.ts';
export { authenticateBearer } from './bearer.ts';
export { DEVICE_AGE } from './device.ts';
export { emailHash, normalizedEmail } from './email.ts';
export { REFRESH_TOKEN_AGE } from './family.ts';
export { createInvitation, invitationSchema, listInvitations, withdrawInvitation } from './invitations/invitation.ts';
export { configuredIssuers } from './issuers/configured.ts';
export { notSignedIn } from './not-signed-in.ts';
export { namedInLink } from './owner.ts';
export { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from './password/hash.ts';
export {
  confirmedEmail,
  findProfile,
  type Profile,
  profileOf,
  storedProfileSchema,
  type User,
  userOf,
  userSchema,
} from './profile.ts';
export { refresh } from './refresh.ts';
export { type Registration, register } from './register.ts';
export { type Session, signIn } from './sign-in.ts';
export { endOtherSignIns, endSignIn } from './sign-ins/end.ts';
export { listSignIns, signInSchema } from './sign-ins/list.ts';
export { signedInAs } from './sign-ins/signed-in.ts';
export { signOut } from './sign-out.ts';
export { type PublicJwk, parseKeySet, publicPart, type SigningKeySet } from './signing/key-set.ts';
export { checkKeySet, newSigningKey, rotatedKeySet } from './signing/new-key.ts';
export { signingKey } from './signing/signing-keys.ts';
export { publishedKeys, publishKeys } from './signing/verifying-keys.ts';
export { closeSockets } from './sockets.ts';
export { isNoAdministrator, isStillAuthorized, isWithdrawn } from './still-authorized.ts';
export { issueTicket, redeemTicket, TICKET_LIFE } from './tickets.ts';

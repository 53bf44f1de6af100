import * as z from 'zod';

/** An address of an issuer. Its host has to be public and have TLS, unless it is among the allowed hosts. */
const address = z
  .string()
  .max(300)
  .regex(/^https?:\/\/[^\s?#]+$/, 'an address without query or fragment');
/** `roles`, `cognito:groups`, `realm_access.roles`, `https://example.com/roles`. */
const claim = z.string().min(1).max(100);

/**
 * A party besides this service whose access tokens are accepted (OpenID Connect, or any that signs JWTs with published keys).
 */
export const issuerSchema = z.strictObject({
  /** The claim `iss`, letter by letter. */
  issuer: address,
  /** Whom the token has to be for: one of these. */
  audience: z.array(z.string().min(1).max(200)).min(1).max(10),
  /** Where the token says so: Cognito's access tokens have `client_id` instead of `aud`. */
  audienceClaim: z.enum(['aud', 'client_id', 'azp']).default('aud'),
  /** Where its keys are published. Absent: its discovery document says so. */
  jwksUrl: address.optional(),
  /** Claims with the only value each may have, such as `token_use` with `access`: an id token is no access token. */
  required: z.record(claim, z.string().min(1).max(200)).default({}),
  emailClaim: claim.default('email'),
  /** Has to be true, or the e-mail address is not believed. */
  emailVerifiedClaim: claim.default('email_verified'),
  rolesClaim: claim.default('roles'),
  /** Values of `rolesClaim` that make an administrator, for as long as the token says so. None by default. */
  adminRoles: z.array(z.string().min(1).max(100)).max(10).default([]),
});
export type Issuer = z.infer<typeof issuerSchema>;

/** Of all environment variables of a function together, in bytes, Lambda takes 4 KB. */
const MAX_TEXT = 2_000;

/** At most five, each with another name. */
export const issuersSchema = z
  .array(issuerSchema)
  .max(5)
  .refine((all) => new Set(all.map(({ issuer }) => issuer)).size === all.length, 'each issuer once')
  .refine((all) => JSON.stringify(all).length <= MAX_TEXT, `together at most ${MAX_TEXT} characters`);

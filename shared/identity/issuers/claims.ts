import type { JWTPayload } from 'jose';
import type { Issuer } from '../../core/issuers.ts';

/**
 * A claim by its name: as it stands, or inside others where the name has dots. `https://example.com/roles` is a name of
 * Auth0's kind, `realm_access.roles` a path of Keycloak's.
 */
export const claimOf = (claims: Record<string, unknown>, name: string): unknown => {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name.split('.').reduce<unknown>((inside, part) => {
    const isObject = typeof inside === 'object' && inside !== null && Object.hasOwn(inside, part);
    return isObject ? (inside as Record<string, unknown>)[part] : undefined;
  }, claims);
};

/** One value, several, or several in one text, as with scopes. */
const valuesOf = (claim: unknown): string[] => {
  if (typeof claim === 'string') return claim.split(' ');
  return Array.isArray(claim) ? claim.filter((value) => typeof value === 'string') : [];
};

export const isForUs = (claims: JWTPayload, { audience, audienceClaim }: Issuer): boolean => {
  const named = claims[audienceClaim];
  const values = typeof named === 'string' ? [named] : Array.isArray(named) ? named : [];
  return values.some((value) => audience.includes(value));
};

export const hasRequired = (claims: JWTPayload, { required }: Issuer): boolean =>
  Object.entries(required).every(([name, value]) => claimOf(claims, name) === value);

export const isAdministrator = (claims: JWTPayload, { rolesClaim, adminRoles }: Issuer): boolean =>
  valuesOf(claimOf(claims, rolesClaim)).some((role) => adminRoles.includes(role));

/** The e-mail address, if its issuer has verified it; some say so in a text. */
export const emailIn = (claims: JWTPayload, { emailClaim, emailVerifiedClaim }: Issuer): string | undefined => {
  const [email, verified] = [claimOf(claims, emailClaim), claimOf(claims, emailVerifiedClaim)];
  if (typeof email !== 'string' || email.length > 254 || (verified !== true && verified !== 'true')) return undefined;
  return email;
};

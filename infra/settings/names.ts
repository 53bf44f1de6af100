import * as z from 'zod';

/** A name of one's own in the DNS, such as `api.example.com`. */
const hostName = z.string().regex(/^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/);

/** Of AWS Certificate Manager, in the region that is deployed to. */
const certificateArn = z.string().regex(/^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/[\w-]+$/);

/** The service under names of its own. Both need a record in the DNS, and the certificate has to cover both. */
export const domain = z.strictObject({
  name: hostName,
  socketName: hostName,
  certificateArn,
});

/**
 * Previews at host names of their own, `<token>.<domain>`: a domain that nothing else of yours is below, or browsers would let
 * pages of a preview set cookies for it. The certificate has to cover `*.<domain>`; only one machine needs none.
 */
export const previews = z.strictObject({
  domain: hostName,
  certificateArn: certificateArn.optional(),
});

/** By the last two labels, which is too careful where a registry sells names of three (`co.uk`). */
export const isSameSite = (one: string, other: string): boolean => siteOf(one) === siteOf(other);
const siteOf = (name: string): string => name.split('.').slice(-2).join('.');

import { isIP } from 'node:net';
import { isPublicAddress } from './address.ts';
import { EgressDenied } from './errors.ts';
import { type Hosts, hostOf, portOf } from './hosts.ts';

export type EgressPolicy = {
  /** What the operator let in by name, whatever its address: local servers, of tests above all. */
  allowed: Hosts;
  /** This service itself: a tool that could call it could approve its own requests. Takes precedence over `allowed`. */
  own: Hosts;
};

export const NOT_PUBLIC = 'This address is not public.';
const NOT_HTTPS = 'Only https addresses can be reached.';

/** Names that some resolver may answer and that no public server has: RFC 6761, RFC 6762, RFC 8375, and clouds' own. */
const LOCAL_NAME = /(^|\.)(localhost|local|internal|intranet|private|corp|home|lan|home\.arpa|test|invalid|onion)$/;

/** Ports where something other than a web server listens, of those from 1024 on: https://fetch.spec.whatwg.org/#port-blocking */
const BLOCKED_PORTS = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
]);

const isWebPort = (port: number): boolean => port === 443 || (port >= 1024 && !BLOCKED_PORTS.has(port));

/**
 * Checks a URL by itself, before its name is resolved. Returns whether the operator allows the host; otherwise the
 * addresses it resolves to must be checked too.
 */
export const checkTarget = (url: URL, { allowed, own }: EgressPolicy): 'allowed' | 'public' => {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new EgressDenied(NOT_HTTPS);
  if (url.username !== '' || url.password !== '') {
    throw new EgressDenied('An address must not hold a user name or a password.');
  }
  if (own(url)) throw new EgressDenied('This address belongs to this service itself, which tools must not call.');
  if (allowed(url)) return 'allowed';
  const host = hostOf(url);
  const isName = isIP(host) === 0;
  if (isName ? !host.includes('.') || LOCAL_NAME.test(host) : !isPublicAddress(host)) {
    throw new EgressDenied(NOT_PUBLIC);
  }
  if (url.protocol === 'http:') throw new EgressDenied(NOT_HTTPS);
  if (!isWebPort(portOf(url))) throw new EgressDenied(`Port ${portOf(url)} is not a web server port.`);
  return 'public';
};

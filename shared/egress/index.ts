export { isPublicAddress } from './address.ts';
export { isAllowedHost } from './allowed.ts';
export { createDial, type EgressDial, egressDial } from './dial.ts';
export { EgressDenied, EgressError, EgressTimedOut, EgressTooLarge, EgressUnreachable } from './errors.ts';
export { createEgress, type EgressFetch, type EgressInit, type EgressLimits, egressFetch } from './fetch.ts';
export { hostList, hostsOf } from './hosts.ts';
export { redirectOf } from './redirect.ts';
export type { Address, Resolve } from './resolve.ts';
export type { EgressPolicy } from './target.ts';

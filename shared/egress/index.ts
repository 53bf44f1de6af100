export { isPublicAddress } from './address.ts';
export { OutsideError, OutsideRefused, OutsideTimedOut, OutsideTooLarge, OutsideUnreachable } from './errors.ts';
export { type GuardedFetch, guardedFetch, type Limits, type OutsideInit, outside } from './fetch.ts';
export { hostList, hostsOf } from './hosts.ts';
export type { Address, Resolve } from './resolve.ts';
export type { Policy } from './target.ts';

import { optional } from '../platform/configuration.ts';
import { once } from '../platform/once.ts';
import { hostList } from './hosts.ts';

const allowedHosts = once(() => hostList(optional('allowedHosts')));

/** Whether the operator lets the host in by name: then it may be reached without encryption, and at an address that is not public. */
export const isAllowedHost = (url: URL): boolean => allowedHosts()(url);

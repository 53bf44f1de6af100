import type { Functions } from '../functions.ts';
import { grantBackground } from './background.ts';
import type { Platform } from './bundles.ts';
import { grantRequests } from './requests.ts';

/**
 * Who may access what, function by function. Only event sources and rotation give permissions or variables elsewhere.
 * One statement must allow all keys of a request: a batch or transaction over several prefixes needs one grant that names
 * them together.
 */
export function grantAll(functions: Functions, platform: Platform): void {
  grantRequests(functions, platform);
  grantBackground(functions, platform);
}

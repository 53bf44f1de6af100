import { sha256 } from '../../../core/digest.ts';
import type { Endpoint } from '../../settings/upstreams.ts';

/** What hosts take as the id of a call; those not listed take any. Sources: the errors they answer with. */
const ACCEPTED: [RegExp, RegExp][] = [
  [/(^|\.)mistral\.ai$/, /^[a-zA-Z0-9]{9}$/],
  [/(^|\.)(openai\.com|openai\.azure\.com)$/, /^.{1,40}$/s],
];

/**
 * The id of a call for this upstream. A call that another model made, or a client, may have an id it refuses: then both the
 * call and its result have another one, the same whenever they are sent.
 */
export const callIdFor = (id: string, { baseUrl }: Endpoint): string => {
  const { hostname } = new URL(baseUrl);
  const accepted = ACCEPTED.find(([host]) => host.test(hostname))?.[1];
  if (!accepted || accepted.test(id)) return id;
  return sha256(id).slice(0, 9);
};

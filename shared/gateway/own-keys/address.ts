import { sha256 } from '../../core/digest.ts';
import type { Endpoint } from '../settings/upstreams.ts';

/** Where a provider is, without revealing it: users are not shown where a deployment sends its calls. */
export const addressOf = ({ baseUrl }: Pick<Endpoint, 'baseUrl'>): string => sha256(baseUrl);

import { createHash } from 'node:crypto';
import type { Endpoint } from '../settings/upstreams.ts';

/** Names an upstream and its model without revealing either: thoughts mean something to their own model only. */
export const originOf = ({ baseUrl }: Endpoint, model: string): string =>
  createHash('sha256')
    .update(JSON.stringify([baseUrl, model]))
    .digest('base64url')
    .slice(0, 16);

import { SECOND } from '../../shared/core/clock.ts';
import { REFRESH_TOKEN_AGE } from '../../shared/identity/index.ts';
import { isNamedOrigin } from '../middleware/origins.ts';
import type { RequestFacts } from '../routing/operation.ts';

/*
 * The refresh token's cookie is invisible to scripts and sent to `…/auth` only. Two requests use it, refresh and logout, and
 * another site must not be able to forge them. There are two kinds, depending on where the page that signs in comes from:
 *
 * - A page of our own site, or a program: `SameSite=Strict`, which a browser never sends along from another site.
 * - A page of an origin the deployment names (ARTEL_ALLOWED_ORIGINS), which may be another site: `SameSite=None`, or the
 *   browser would never send it back. It is accepted only with an `Origin` that is named, which a browser adds to every POST
 *   and no page can change; without one it is ignored. `Partitioned` keeps it to pages of the site that signed in,
 *   and lets browsers that refuse other third-party cookies keep it (https://github.com/privacycg/CHIPS).
 */
const KINDS = {
  sameSite: { name: 'artel_refresh', attributes: 'SameSite=Strict' },
  crossSite: { name: 'artel_refresh_cross_site', attributes: 'SameSite=None; Partitioned' },
} as const;

const kindFor = ({ headers }: RequestFacts) => KINDS[isNamedOrigin(headers.origin) ? 'crossSite' : 'sameSite'];

const written = (request: RequestFacts, value: string, seconds: number): string => {
  const { name, attributes } = kindFor(request);
  return `${name}=${value}; Path=${request.basePath}/auth; HttpOnly; Secure; ${attributes}; Max-Age=${seconds}`;
};

export const refreshTokenOf = (request: RequestFacts): string | undefined => request.cookies[kindFor(request).name];

export const refreshCookie = (request: RequestFacts, token: string): string =>
  written(request, token, REFRESH_TOKEN_AGE / SECOND);

export const expiredRefreshCookie = (request: RequestFacts): string => written(request, '', 0);

import { SECOND } from '../../shared/core/clock.ts';
import { DEVICE_AGE, REFRESH_TOKEN_AGE } from '../../shared/identity/index.ts';
import { isNamedOrigin } from '../middleware/origins.ts';
import type { RequestFacts } from '../routing/operation.ts';

/*
 * Both cookies are invisible to scripts and sent to `…/auth` only: the refresh token, which refresh and logout use, and the
 * token of a known device, which login does. Another site must not be able to forge these requests. There are two kinds,
 * depending on where the page that signs in comes from:
 *
 * - A page of our own site, or a program: `SameSite=Strict`, which a browser never sends along from another site.
 * - A page of an origin the deployment names (ARTEL_ALLOWED_ORIGINS), which may be another site: `SameSite=None`, or the
 *   browser would never send it back. It is accepted only with an `Origin` that is named, which a browser adds to every POST
 *   and no page can change; without one it is ignored. `Partitioned` keeps it to pages of the site that signed in,
 *   and lets browsers that refuse other third-party cookies keep it (https://github.com/privacycg/CHIPS).
 */
const KINDS = {
  sameSite: { ending: '', attributes: 'SameSite=Strict' },
  crossSite: { ending: '_cross_site', attributes: 'SameSite=None; Partitioned' },
} as const;
const REFRESH = 'artel_refresh';
/** Outlives signing out: the device stays known. */
const DEVICE = 'artel_device';

const kindFor = ({ headers }: RequestFacts) => KINDS[isNamedOrigin(headers.origin) ? 'crossSite' : 'sameSite'];

const read = (request: RequestFacts, name: string): string | undefined =>
  request.cookies[`${name}${kindFor(request).ending}`];

const written = (request: RequestFacts, cookie: { name: string; value: string; seconds: number }): string => {
  const { ending, attributes } = kindFor(request);
  const { name, value, seconds } = cookie;
  return `${name}${ending}=${value}; Path=${request.basePath}/auth; HttpOnly; Secure; ${attributes}; Max-Age=${seconds}`;
};

export const refreshTokenOf = (request: RequestFacts): string | undefined => read(request, REFRESH);
export const deviceTokenOf = (request: RequestFacts): string | undefined => read(request, DEVICE);

export const refreshCookie = (request: RequestFacts, value: string): string =>
  written(request, { name: REFRESH, value, seconds: REFRESH_TOKEN_AGE / SECOND });

export const expiredRefreshCookie = (request: RequestFacts): string =>
  written(request, { name: REFRESH, value: '', seconds: 0 });

export const deviceCookie = (request: RequestFacts, value: string): string =>
  written(request, { name: DEVICE, value, seconds: DEVICE_AGE / SECOND });

import { SECOND } from '../../shared/core/clock.ts';
import { REFRESH_TOKEN_AGE } from '../../shared/identity/index.ts';

export const REFRESH_COOKIE = 'artel_refresh';

/**
 * Out of reach of scripts, sent to `/auth` alone, and never along with a request another site started: SameSite=Strict is
 * what stands against forged refreshes and sign-outs, the only two requests that act on a cookie.
 */
const ATTRIBUTES = 'Path=/auth; HttpOnly; Secure; SameSite=Strict';

export const refreshCookie = (token: string): string =>
  `${REFRESH_COOKIE}=${token}; ${ATTRIBUTES}; Max-Age=${REFRESH_TOKEN_AGE / SECOND}`;

export const expiredRefreshCookie = (): string => `${REFRESH_COOKIE}=; ${ATTRIBUTES}; Max-Age=0`;

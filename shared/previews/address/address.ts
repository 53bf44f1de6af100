import { optional, required } from '../../platform/configuration.ts';
import { isToken } from './token.ts';

/** Where the token stands: before the host name, so that each preview has an origin of its own, or before the path. */
export type TokenPlace = 'host' | 'path';

/** Whether each preview has a host of its own; otherwise a sandbox of the browser has to separate it. */
export const tokenPlace = (): TokenPlace => (optional('previewToken') === 'host' ? 'host' : 'path');

const base = (): URL => new URL(required('previewAddress'));

/** The address of a preview, which ends in a slash. */
export const addressOf = (token: string): string => {
  const { protocol, host, pathname } = base();
  if (tokenPlace() === 'host') return `${protocol}//${token}.${host}/`;
  return `${protocol}//${host}${pathname.replace(/\/$/, '')}/${token}/`;
};

/** What a request says of its preview: the token, the path below its address, and the prefix that leads there. */
export type Asked = { token: string; path: string; prefix: string };

/**
 * Of a request to the host `hostName` (without a port). `path` is as it was sent, and `basePath` what stands before it for
 * clients. Nothing else a client sends, such as `X-Forwarded-Host`, has a say.
 */
export const askedIn = (request: { hostName: string; path: string; basePath: string }): Asked | undefined => {
  if (tokenPlace() === 'host') {
    const [token = '', ...rest] = request.hostName.toLowerCase().split('.');
    if (!isToken(token) || rest.join('.') !== base().hostname) return undefined;
    return { token, path: request.path, prefix: '/' };
  }
  const [, token = '', rest = ''] = /^\/([^/]*)(.*)$/.exec(request.path) ?? [];
  if (!isToken(token)) return undefined;
  return { token, path: rest, prefix: `${request.basePath}/${token}/` };
};

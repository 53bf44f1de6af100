import { tokenPlace } from '../../../shared/previews/index.ts';

/*
 * Cookies of a program are its own where its preview has a host of its own. Where all previews have one host they would be those of
 * all, so none is taken there and none is handed on.
 */

/** What the service itself keeps in browsers, which never send it to another host. */
const OF_THE_SERVICE = /^(__(Host|Secure)-)?artel/i;

const nameOf = (cookie: string): string => cookie.split('=', 1)[0]?.trim() ?? '';

/** Of a browser's `Cookie`, what a program may see. */
export const cookiesIn = (header: string | undefined): string | undefined => {
  if (tokenPlace() === 'path') return undefined;
  const own = (header ?? '').split(';').filter((one) => one.trim() !== '' && !OF_THE_SERVICE.test(nameOf(one)));
  return own.length === 0 ? undefined : own.map((one) => one.trim()).join('; ');
};

/** Of a program's `Set-Cookie`, what a browser may keep: for this host alone, since its neighbours are other people's. */
export const cookiesOut = (headers: readonly string[]): string[] =>
  tokenPlace() === 'path'
    ? []
    : headers
        .filter((one) => !OF_THE_SERVICE.test(nameOf(one)))
        .map((one) =>
          one
            .split(';')
            .filter((part, index) => index === 0 || !/^\s*domain\s*=/i.test(part))
            .join(';'),
        );

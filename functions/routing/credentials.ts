import { Forbidden } from '../../shared/core/errors.ts';
import type { Permission, UserScope } from '../../shared/core/scope.ts';

type Headers = Record<string, string | undefined>;

/** The value of a header, whose name clients and gateways may write in any case. `name` is in lower case. */
export const headerOf = (headers: Headers | null | undefined, name: string): string | undefined =>
  Object.entries(headers ?? {}).find(([written]) => written.toLowerCase() === name)?.[1];

/** The token of an `Authorization` header (RFC 6750, section 2.1). */
export const bearerToken = (authorization: string | undefined): string | undefined =>
  /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];

/** A person's token may do everything; an API key only what its scopes name. */
export const requirePermission = ({ permissions }: UserScope, permission: Permission): void => {
  if (!permissions.includes(permission)) throw new Forbidden(`This API key lacks the scope "${permission}".`);
};

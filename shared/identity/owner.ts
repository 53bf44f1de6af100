import { isUserId } from '../core/ids.ts';
import { authenticated, type UserScope } from '../core/scope.ts';
import type { Item } from '../store/index.ts';

/** Stands for whoever has no account: as much is read and tried for them, so that the duration reveals nothing. */
const NOBODY = '0'.repeat(26);

/** The user an e-mail address leads to, by its pointer. */
export const ownerOf = (pointer: Item | undefined): UserScope =>
  authenticated({ userId: typeof pointer?.user_id === 'string' ? pointer.user_id : NOBODY });

/** Whoever a mailed link names. What it may do is decided by the secret beside the name, and by nothing else. */
export const namedInLink = (id: string): UserScope => authenticated({ userId: isUserId(id) ? id : NOBODY });

import { settleAccount } from '../accounts/index.ts';
import { authenticated } from '../core/scope.ts';
import { scanKeys } from '../platform/table/scan.ts';
import { placeOf } from '../store/index.ts';

/**
 * Gives everybody who registered with an earlier version their account and their entry in the directory now, not when they
 * next sign in. It looks through the whole table, and can be repeated. Returns how many users there are.
 */
export const settleAll = async (): Promise<number> => {
  let users = 0;
  for await (const keys of scanKeys()) {
    for (const key of keys) {
      const place = placeOf(key);
      if (place?.kind !== 'profile') continue;
      await settleAccount(authenticated({ userId: place.user }));
      users += 1;
    }
  }
  return users;
};

import { afterEach, expect, test, vi } from 'vitest';
import { accountItem, NEW_ACCOUNT } from '../../../../shared/accounts/index.ts';
import { SECOND } from '../../../../shared/core/clock.ts';
import { newId } from '../../../../shared/core/ids.ts';
import { authenticated } from '../../../../shared/core/scope.ts';
import { tierOf } from '../../../../shared/limits/index.ts';
import { beginInvocation } from '../../../../shared/observability/invocation.ts';
import { putItem } from '../../../../shared/store/index.ts';
import { inTable } from '../../../support/in-table.ts';

const here = inTable();

const alice = authenticated({ userId: newId('run') });
const store = (locked: boolean) => putItem(accountItem(alice, { ...NEW_ACCOUNT, locked }));
const reads = async (): Promise<number> => (await here.table.counts()).GetItem?.calls ?? 0;
const locked = { status: 403 };

afterEach(() => vi.restoreAllMocks());

test('a piece of work reads an account once a second; a lock holds with the next request at once', async () => {
  await store(false);
  await tierOf(alice);
  await beginInvocation({ request_id: 'one' }, async () => {
    await tierOf(alice);
    const before = await reads();
    await tierOf(alice);
    expect((await reads()) - before).toBe(0);
    await store(true);
    await tierOf(alice);
    await expect(beginInvocation({ request_id: 'two' }, () => tierOf(alice))).rejects.toMatchObject(locked);
    const later = Date.now() + SECOND;
    vi.spyOn(Date, 'now').mockReturnValue(later);
    await expect(tierOf(alice)).rejects.toMatchObject(locked);
  });
  await expect(tierOf(alice)).rejects.toMatchObject(locked);
});

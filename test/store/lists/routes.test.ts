import { expect, test } from 'vitest';
import { keyOperations } from '../../../functions/account/keys.ts';
import { adminOperations } from '../../../functions/admin/operations.ts';
import { signInOperations } from '../../../functions/auth/sign-ins.ts';
import { projectOperations } from '../../../functions/projects/projects.ts';
import { isPaged } from '../../../functions/routing/cursors/sealed.ts';
import { call, inAdministration, newcomer, type Someone } from '../administration/in-administration.ts';

/* Requirements: API4, ID9. */

const here = inAdministration();

const lists = [...adminOperations, ...keyOperations, ...projectOperations, ...signInOperations].filter(isPaged);
const adminLists = adminOperations.filter(isPaged);

const listed = async (who: Someone, path: string, query: Record<string, string>) => {
  const { status, body } = await call('GET', path, { token: who.token, query });
  expect([path, query, status]).toEqual([path, query, 200]);
  return body;
};

const namesOf = async (who: Someone, path: string, query: Record<string, string>) => {
  const found: string[] = [];
  let cursor: string | null = null;
  do {
    const body = await listed(who, path, { ...query, ...(cursor && { cursor }) });
    found.push(...body.items.map(({ name }: { name: string }) => name));
    cursor = body.next_cursor;
  } while (cursor);
  return found;
};

test.each(['/my/projects', '/my/keys'])('%s is sorted by name, from either end, from an offset on', async (path) => {
  const who = await newcomer(path === '/my/keys' ? 'keeper' : 'planner');
  for (const name of ['pear', 'Apple', 'fig', 'éclair']) await call('POST', path, { token: who.token, body: { name } });
  const created = await namesOf(who, path, {});
  expect(created.slice(-4)).toEqual(['pear', 'Apple', 'fig', 'éclair']);
  const sorted = created.toSorted();
  expect(await namesOf(who, path, { sort: 'name', limit: '2' })).toEqual(sorted);
  expect(await namesOf(who, path, { sort: 'name', order: 'desc', limit: '1' })).toEqual(sorted.toReversed());
  expect(await namesOf(who, path, { sort: 'name', offset: '1', limit: '2' })).toEqual(sorted.slice(1));
  expect(await namesOf(who, path, { order: 'desc', offset: '2', limit: '1' })).toEqual(created.toReversed().slice(2));
  expect(await namesOf(who, path, { offset: '1000' })).toEqual([]);
});

test('a list says what it takes when it is asked for anything else', async () => {
  const { body } = await here.asRoot('GET', '/admin/users', { query: { offset: '3' } });
  const takes = 'This list takes only limit, cursor, sort, order, email, role, tier, locked.';
  expect(body.errors).toEqual([{ path: 'offset', message: takes }]);
  const { body: bySize } = await here.asRoot('GET', '/my/keys', { query: { sort: 'size' } });
  expect(bySize.errors).toEqual([{ path: 'sort', message: expect.stringContaining('"created_at"|"name"') }]);
  const { body: byName } = await here.asRoot('GET', '/admin/invitations', { query: { sort: 'name' } });
  expect(byName.errors).toEqual([{ path: 'sort', message: expect.stringContaining('"created_at"') }]);
});

test('every list can be read from either end', async () => {
  for (const name of ['first', 'second', 'third']) await newcomer(name);
  for (let count = 0; count < 3; count += 1) await here.asRoot('POST', '/admin/invitations', { body: {} });
  expect(lists.length).toBeGreaterThan(10);
  for (const { path } of lists) {
    const ends: unknown[][] = [];
    for (const order of ['asc', 'desc']) ends.push((await listed(here.root, path, { order })).items);
    expect([path, ends[0]]).toEqual([path, ends[1]?.toReversed()]);
  }
  const users = (await listed(here.root, '/admin/users', { order: 'asc' })).items;
  expect(users.map(({ email }: { email: string }) => email).at(0)).toBe(here.root.email);
  const [first] = (await listed(here.root, '/admin/users', { order: 'asc', limit: '1' })).items;
  expect(first).toEqual(users[0]);
});

test('a cursor that was forged, or is of another list or order, is refused on every list of administrators', async () => {
  const invited = await listed(here.root, '/admin/invitations', { limit: '1' });
  const users = await listed(here.root, '/admin/users', { limit: '1' });
  const forged = ['', 'run_', 'inv_', 'cal_', 'sorted:', '2026-11-29#', '2026-11-01/2026-11-29/'].map((prefix) =>
    Buffer.from(`${prefix}01JD0000000000000000000000`).toString('base64url'),
  );
  const own: string = invited.next_cursor;
  const edited = [own.slice(0, -1), `${own}A`, (own.startsWith('A') ? 'B' : 'A') + own.slice(1)];
  expect(adminLists.length).toBeGreaterThan(6);
  for (const { path } of adminLists) {
    const foreign = [
      ...(path === '/admin/invitations' ? [] : [own]),
      ...(path === '/admin/users' ? [] : [users.next_cursor]),
    ];
    for (const cursor of [...forged, ...edited, ...foreign]) {
      const { status, body } = await here.asRoot('GET', path, { query: { cursor } });
      expect([path, cursor, status]).toEqual([path, cursor, 422]);
      expect(body.errors).toMatchObject([{ path: 'cursor' }]);
    }
  }
  const turned = await here.asRoot('GET', '/admin/users', { query: { cursor: users.next_cursor, order: 'asc' } });
  expect(turned.status).toBe(422);
  const { status } = await here.asRoot('GET', '/admin/users', { query: { cursor: users.next_cursor, limit: '2' } });
  expect(status).toBe(200);
});

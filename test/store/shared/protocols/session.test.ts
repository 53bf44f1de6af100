import { expect, test } from 'vitest';
import { NotFound } from '../../../../shared/core/errors.ts';
import { authenticated } from '../../../../shared/core/scope.ts';
import { sessionFor } from '../../../../shared/protocols/index.ts';
import { listSessions } from '../../../../shared/sessions/index.ts';
import { inTable } from '../../../support/in-table.ts';

inTable();

const of = (userId: string) => authenticated({ userId }).inProject('prj_home');

test('concurrent first requests make one session', async () => {
  const alice = of('alice');
  const ids = await Promise.all(Array.from({ length: 4 }, () => sessionFor(alice, 'Trip / to Rome?', 'Hello')));
  expect(new Set(ids).size).toBe(1);
  const { items } = await listSessions(alice, { limit: 10 });
  expect(items.map(({ id, title }) => ({ id, title }))).toEqual([{ id: ids[0], title: 'Hello' }]);
});

test('a session name belongs to its user and its project alone', async () => {
  const places = [of('bob'), of('carol'), authenticated({ userId: 'bob' }).inProject('prj_work')];
  const ids = await Promise.all(places.map((place) => sessionFor(place, 'the same', 'Hello')));
  expect(new Set(ids).size).toBe(3);
});

test('the id of another person’s session is not found', async () => {
  const hers = await sessionFor(of('alice'), undefined, 'Hello');
  await expect(sessionFor(of('bob'), hers, 'Hello')).rejects.toBeInstanceOf(NotFound);
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Person, person, register } from '../../support/artel.ts';
import { chanceOf } from '../../support/chance.ts';
import { type Machine, startMachine } from '../../support/machine.ts';

/* Requirements: WS8, BT2, BT10. */

const KILLS = 3;
const WRITERS = 4;
/** Edits of one writer in one life: all requests together stay within the limit of a minute. */
const MOST = 2;
const seed = Number(process.env.ARTEL_TEST_SEED ?? 20_261_129);
const chance = chanceOf(seed);

let folder: string;
let machine: Machine;
let alice: Person;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'artel-commits-'));
  // No model is asked.
  machine = await startMachine(join(folder, 'data'), 'http://127.0.0.1:9');
  alice = await register(machine.url, 'alice');
});
afterAll(async () => {
  await machine.kill();
  await rm(folder, { recursive: true });
});

type Version = { version: number; parent: number; reason: string; files: number; changes: object };
type Edit = { name: string; acknowledged: boolean };
const edits: Edit[] = [];

const contentOf = (name: string): string => `${name}\n`.repeat(500);

const commit = async (edit: Edit): Promise<void> => {
  const changes = [{ path: `edits/${edit.name}.txt`, content: contentOf(edit.name) }];
  try {
    const { status } = await alice.call('POST', '/my/files', { changes, reason: edit.name });
    edit.acknowledged ||= status === 200;
  } catch (error) {
    // The machine went while the request was under way.
    if (!(error instanceof TypeError)) throw error;
  }
};

/** Writers, each with one edit after the other, until the machine is gone; killed up to 60 ms after one was acknowledged. */
const live = async (life: number): Promise<void> => {
  const first = Promise.withResolvers<void>();
  let isOver = false;
  const writers = Array.from({ length: WRITERS }, async (_, writer) => {
    for (let number = 1; !isOver && number <= MOST; number += 1) {
      const edit = { name: `${life}-${writer}-${number}`, acknowledged: false };
      edits.push(edit);
      await commit(edit);
      if (edit.acknowledged) first.resolve();
    }
  });
  await first.promise;
  await after(chance.integer(0, 60));
  isOver = true;
  await machine.kill();
  await Promise.all(writers);
};

const versions = async (): Promise<Version[]> => {
  const found: Version[] = [];
  let cursor = '';
  do {
    const query = `?order=asc&limit=100${cursor && `&cursor=${cursor}`}`;
    const { body } = await alice.call<{ items: Version[]; next_cursor: string | null }>('GET', `/my/versions${query}`);
    found.push(...body.items);
    cursor = body.next_cursor ?? '';
  } while (cursor !== '');
  return found;
};

test(`a machine that is killed in the middle of commits has each edit once and whole, or not at all (seed ${seed})`, async () => {
  for (let life = 1; life <= KILLS; life += 1) {
    await live(life);
    machine = await startMachine(join(folder, 'data'), 'http://127.0.0.1:9');
    alice = person(machine.url, alice);
    const standing = await versions();
    expect(standing.map(({ version, parent }) => [version, parent])).toEqual(standing.map((_, at) => [at + 1, at]));
    const reasons = standing.map(({ reason }) => reason);
    expect(new Set(reasons).size).toBe(reasons.length);
    expect(reasons).toEqual(
      expect.arrayContaining(edits.filter(({ acknowledged }) => acknowledged).map(({ name }) => name)),
    );
    for (const [at, { files, changes }] of standing.entries())
      expect([files, changes]).toEqual([at + 1, { added: 1, changed: 0, removed: 0 }]);
    // What was in doubt is done once more: what stands already makes no version.
    for (const edit of edits) if (!edit.acknowledged) await commit(edit);
  }
  const names = (await versions()).map(({ reason }) => reason);
  expect(names.toSorted()).toEqual(edits.map(({ name }) => name).toSorted());
  for (const name of names) {
    const read = await alice.call<string>('GET', `/my/files/edits%2F${name}.txt`);
    expect([read.status, read.body]).toEqual([200, contentOf(name)]);
  }
  const half = Math.ceil(names.length / 2);
  const { body } = await alice.call<{ items: { path: string }[] }>('GET', `/my/files?version=${half}`);
  expect(body.items.map(({ path }) => path)).toEqual(
    names
      .slice(0, half)
      .map((name) => `edits/${name}.txt`)
      .toSorted(),
  );
}, 600_000);

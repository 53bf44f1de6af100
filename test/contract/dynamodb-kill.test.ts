import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startDynamoDb } from '../../infra/local/services/dynamodb/server.ts';
import { tableInput } from '../support/table-definition.ts';
import { clientFor, everything, role } from './dynamodb-target.ts';

const KILLS = 8;
const MOST_REPLIES = 60;
const TableName = 'artel';

let folder: string;
let child: ChildProcess | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'artel-kill-'));
});
afterEach(async () => {
  child?.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

type Stored = { pk: string; sk: string; n: number; due_at?: number };

test('a server killed at any moment has kept every transaction whole or not at all, and everything it acknowledged', async () => {
  let next = 0;
  for (let round = 0; round < KILLS; round++) {
    const replies = 1 + Math.floor(Math.random() * MOST_REPLIES);
    const answered = await writeUntilKilled(replies, next);
    const { items, entries } = await stored();

    const pairs = [...new Set(items.map(({ pk }) => pk))];
    for (const pk of pairs) {
      const own = items.filter((item) => item.pk === pk);
      const of = (sk: string) => own.find((item) => item.sk === sk)!;
      const n = of('left').n;
      expect(of('right').n).toBe(n);
      expect(of('left').due_at).toBe(n % 2 === 0 ? n : undefined);
      expect(Math.max(...own.filter(({ sk }) => sk.startsWith('log#')).map((item) => item.n))).toBe(n);
      expect(n).toBeGreaterThanOrEqual(answered.get(pk) ?? -1);
      next = Math.max(next, n + 1);
    }
    const places = (list: Stored[]) => list.map(({ pk, sk, due_at }) => `${pk} ${sk} ${due_at}`).sort();
    expect(places(entries)).toEqual(places(items.filter(({ due_at }) => due_at !== undefined)));
    expect(answered.size).toBeGreaterThan(0);
  }
});

/** The highest number each pair had a reply for when the writer was killed. */
async function writeUntilKilled(replies: number, first: number): Promise<Map<string, number>> {
  const writer = fork(join(import.meta.dirname, 'dynamodb-writer.ts'), [folder, String(first)], { execArgv: [] });
  child = writer;
  const answered = new Map<string, number>();
  let heard = 0;
  writer.on('message', ({ pair, n }: { pair: number; n: number }) => {
    answered.set(`PAIR#${pair}`, n);
    if (++heard === replies) writer.kill('SIGKILL');
  });
  const [, signal] = await once(writer, 'exit');
  expect(signal).toBe('SIGKILL');
  return answered;
}

async function stored(): Promise<{ items: Stored[]; entries: Stored[] }> {
  const server = await startDynamoDb({
    folder,
    principals: [role('admin', everything)],
    tables: [tableInput(TableName)],
  });
  const documents = clientFor(server.url);
  const read = async (IndexName?: string) => {
    const found: Stored[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const page = await documents.scan({ TableName, IndexName, ExclusiveStartKey: start });
      found.push(...(page.Items as Stored[]));
      start = page.LastEvaluatedKey;
    } while (start);
    return found;
  };
  const result = { items: await read(), entries: await read('due') };
  documents.destroy();
  await server.stop();
  return result;
}

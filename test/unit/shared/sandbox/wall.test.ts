import { describe, expect, test } from 'vitest';
import type { EgressFetch } from '../../../../shared/egress/index.ts';
import { type Job, lightWall, type Outcome, type Reply } from '../../../../shared/sandbox/index.ts';
import { projectOf } from '../../../support/tool-call.ts';

/* Requirements: BT5. */

const request = { url: 'https://a.example/', method: 'GET', headers: {} };
const TIME = 1_000;

type Course = {
  /** What a run comes to whose time is not over before. */
  reply: (nth: number) => Reply;
  /** Milliseconds that the host takes. */
  wait: number;
};

/** A command that may ask one host: with how much time it was run, how long it was waited for the host, and what came of it. */
const course = async ({ reply, wait }: Course): Promise<{ runs: number[]; waits: number[]; outcome: Outcome }> => {
  const runs: number[] = [];
  const waits: number[] = [];
  let now = 0;
  const fetch: EgressFetch = async (_url, _init, { timeoutMs = 0 } = {}) => {
    waits.push(timeoutMs);
    now += Math.min(wait, timeoutMs);
    return new Response('yes');
  };
  const run = async (_: unknown, { limits: { timeMs } }: Job): Promise<Reply> => {
    runs.push(timeMs);
    if (runs.length > 20) throw new Error('It is run again and again.');
    const came = reply(runs.length);
    const isOver = came.kind !== 'refused' && came.durationMs >= timeMs;
    return isOver ? { ...RAN, exit: 137, killed: 'time', durationMs: timeMs } : came;
  };
  const outcome = await lightWall(run, fetch, () => now).run({
    project: projectOf('alice'),
    files: new Map(),
    command: 'curl https://a.example/',
    limits: { timeMs: TIME, memoryBytes: 1, diskBytes: 1, outputBytes: 1, processes: 1 },
    grants: { hosts: ['a.example'] },
    signal: new AbortController().signal,
  });
  return { runs, waits, outcome };
};

const RAN = { kind: 'ran' as const, exit: 0, output: '', isCut: false, changed: [] };
const asks = (durationMs: number): Reply => ({ kind: 'asks', request, durationMs });

describe('a command that asks a host', () => {
  test('has the time of one command for all its runs and waits', async () => {
    const { runs, waits, outcome } = await course({ reply: () => asks(300), wait: 100 });
    expect(runs).toEqual([1_000, 600, 200]);
    expect(waits).toEqual([700, 300]);
    expect(outcome).toMatchObject({ exit: 137, killed: 'time', changed: [], durationMs: TIME });
  });

  test('is not run again where its host took the rest of its time', async () => {
    const { runs, outcome } = await course({ reply: () => asks(400), wait: 5_000 });
    expect(runs).toEqual([1_000]);
    expect(outcome).toMatchObject({ exit: 137, killed: 'time', durationMs: TIME });
  });

  test('says how long all of it took', async () => {
    const reply = (nth: number): Reply => (nth === 1 ? asks(200) : { ...RAN, durationMs: 250 });
    const { outcome } = await course({ reply, wait: 50 });
    expect(outcome).toMatchObject({ exit: 0, durationMs: 500 });
    expect(outcome).not.toHaveProperty('killed');
  });
});

import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Job, packJob, packReply, type Reply, unpackJob, unpackReply } from '../../../../shared/sandbox/index.ts';

/* Requirements: BT5. */

const limits = { timeMs: 1_000, memoryBytes: 1_000_000, diskBytes: 1_000_000, outputBytes: 1_000, processes: 4 };
const job: Job = { files: [], command: 'ls', limits, reaches: false, exchanges: [] };

/** What is packed, changed on its way. */
const changed = (packed: string, change: (value: Record<string, unknown>) => void): string => {
  const value = JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString());
  change(value);
  return gzipSync(JSON.stringify(value)).toString('base64');
};

describe('a call of the function that runs commands', () => {
  test('arrives as it was sent, whatever bytes its files have', () => {
    const files = fc.array(
      fc.record({ path: fc.string({ minLength: 1 }), content: fc.uint8Array(), executable: fc.boolean() }),
    );
    fc.assert(
      fc.property(files, fc.string(), fc.string(), (some, command, stdin) => {
        const sent = { ...job, files: some, command, stdin };
        expect(unpackJob(packJob(sent))).toEqual(sent);
      }),
    );
  });

  test('takes answers of hosts with it, and refusals', () => {
    const request = { url: 'https://a.example/', method: 'GET', headers: { accept: '*/*' } };
    const answer = { status: 200, statusText: 'OK', headers: {}, body: Uint8Array.of(0, 255), url: request.url };
    const sent = {
      ...job,
      reaches: true,
      exchanges: [
        { request, answer },
        { request, answer: { refused: 'No.' } },
      ],
    };
    expect(unpackJob(packJob(sent))).toEqual(sent);
  });

  test.each([
    ['timeMs', 1e9],
    ['memoryBytes', 1e12],
    ['outputBytes', 1e9],
    ['timeMs', 0],
    ['timeMs', 1.5],
  ])('with %s of %d is refused, whoever sends it', (name, value) => {
    expect(() => unpackJob(packJob({ ...job, limits: { ...limits, [name]: value } }))).toThrow(name);
  });
});

describe('an answer of the function that runs commands', () => {
  const ran: Reply = {
    kind: 'ran',
    exit: 0,
    output: 'done\n',
    isCut: false,
    changed: [
      { path: 'a.txt', content: Uint8Array.of(1, 2), executable: false },
      { path: 'gone.txt', content: undefined },
    ],
    durationMs: 12.5,
  };

  test('arrives as it was sent, what was removed told from what is empty', () => {
    const empty: Reply = { ...ran, changed: [{ path: 'empty', content: new Uint8Array(), executable: true }] };
    for (const one of [ran, empty]) expect(unpackReply(packReply(one))).toEqual(one);
    const request = { url: 'https://a.example/', method: 'GET', headers: {} };
    const asks: Reply = { kind: 'asks', request, durationMs: 3.5 };
    expect(unpackReply(packReply(asks))).toEqual(asks);
  });

  test('is believed in nothing: one with more, less or other than it may have is refused', () => {
    const packed = packReply(ran);
    for (const change of [
      (value: Record<string, unknown>) => Object.assign(value, { approved: true }),
      (value: Record<string, unknown>) => Object.assign(value, { killed: 'gods' }),
      (value: Record<string, unknown>) => Object.assign(value, { changed: [{ path: '', content: '' }] }),
      (value: Record<string, unknown>) => Object.assign(value, { changed: [{ path: 'a', content: 'no base64!' }] }),
      (value: Record<string, unknown>) => delete value.exit,
    ])
      expect(() => unpackReply(changed(packed, change))).toThrow();
  });
});

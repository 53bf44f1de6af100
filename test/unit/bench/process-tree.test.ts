import { expect, test } from 'vitest';
import { spawned } from '../../bench/processes/spawned.ts';
import { usageOf } from '../../bench/processes/tree.ts';

/** Starts another process that works for a while and then waits, and says its id. */
const PARENT = `
  const { spawn } = require('node:child_process');
  const WORK = 'const end = process.cpuUsage().user + 300_000; while (process.cpuUsage().user < end); console.log("done"); setInterval(() => {}, 1000)';
  const child = spawn(process.execPath, ['-e', WORK], { stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.once('data', () => console.log('worked ' + child.pid));
  setInterval(() => {}, 1000);
`;

test('what a process started counts with it, and ends with it', async () => {
  const { id, said, stop } = await spawned('parent', { argv: ['-e', PARENT], ready: /worked (\d+)/ });
  const child = Number(said[1]);
  const [both, alone] = [usageOf(id), usageOf(child)];
  expect(alone.cpu).toBeGreaterThanOrEqual(300);
  expect(both.cpu).toBeGreaterThanOrEqual(alone.cpu);
  expect(both.memory).toBeGreaterThan(alone.memory);
  expect(alone.memory).toBeGreaterThan(10);
  await stop();
  // One that has ended may stay in the list until somebody takes note; it holds nothing any more.
  await expect.poll(() => usageOf(child).memory).toBe(0);
  expect(usageOf(id)).toEqual({ cpu: 0, memory: 0 });
});

test('a program that ends instead of getting ready is an error with what it said', async () => {
  const argv = ['-e', 'console.log("no such port"); process.exitCode = 3'];
  await expect(spawned('Peer', { argv, ready: /Ready/ })).rejects.toThrow(
    /Peer does not start, it ended with 3:\nno such port/,
  );
});

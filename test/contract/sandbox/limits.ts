import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../shared/sandbox/index.ts';
import { MEGABYTE, type Run } from './asked.ts';

export const keepsLimits = (run: Run, { hasProcesses }: { hasProcesses: boolean }): void => {
  describe('kills a command, and leaves its files as they were', () => {
    const untouched = (outcome: Outcome) => expect(outcome).toMatchObject({ exit: 137, changed: [] });

    test.each(['echo x > made; while true; do :; done', 'echo x > made; sleep 30'])(
      'that does not end: %s',
      async (command) => {
        const timeMs = 600;
        const outcome = await run(command, { limits: { timeMs } });
        expect(outcome.killed).toBe('time');
        untouched(outcome);
        expect(outcome.durationMs).toBeGreaterThanOrEqual(timeMs * 0.9);
        // Late as a busy machine may be: it would have gone on for much longer.
        expect(outcome.durationMs).toBeLessThan(20_000);
      },
    );

    test('that does not end in JavaScript', async () => {
      const outcome = await run('node run.mjs', { texts: { 'run.mjs': 'for (;;);' }, limits: { timeMs: 800 } });
      expect(outcome.killed).toBe('time');
      untouched(outcome);
    });

    test('that floods its output, and gives the beginning at most', async () => {
      const outcome = await run('echo x > made; while true; do seq 1 90000; done', {
        limits: { outputBytes: 10_000 },
      });
      expect(outcome).toMatchObject({ killed: 'output', isCut: true });
      untouched(outcome);
      expect(Buffer.byteLength(outcome.output)).toBeLessThanOrEqual(10_000);
    });

    test('that writes a little more than it may, with all of what it may', async () => {
      const outcome = await run('seq 1 1000', { limits: { outputBytes: 100 } });
      expect(outcome).toMatchObject({ killed: 'output', isCut: true });
      expect(outcome.output.startsWith('1\n2\n3\n')).toBe(true);
      expect(outcome.output.length).toBe(100);
    });

    test('that fills the disk', async () => {
      const texts = { 'a.txt': 'x'.repeat(100_000) };
      const outcome = await run('for i in $(seq 1 30); do cp a.txt b$i; done', {
        texts,
        limits: { diskBytes: MEGABYTE },
      });
      expect(outcome.killed).toBe('disk');
      untouched(outcome);
    });

    test('that takes more memory than it may', async () => {
      const texts = { 'run.mjs': 'const kept = []; for (;;) kept.push(new Uint8Array(1 << 20).fill(1));' };
      const outcome = await run('echo x > made; node run.mjs', { texts, limits: { memoryBytes: 40 * MEGABYTE } });
      expect(outcome.killed).toBe('memory');
      untouched(outcome);
    });

    test('that is called off', async () => {
      const off = new AbortController();
      const running = run('echo x > made; while true; do :; done', { signal: off.signal });
      setTimeout(() => off.abort(), 300);
      const outcome = await running;
      expect(outcome.killed).toBe('signal');
      untouched(outcome);
    });

    test.runIf(hasProcesses)('that has too many processes', async () => {
      const outcome = await run('for i in $(seq 1 40); do sleep 25 & done; wait', {
        limits: { processes: 16, timeMs: 20_000 },
      });
      expect(['processes', 'time']).toContain(outcome.killed);
      untouched(outcome);
    });

    test('and runs the next one as if nothing had been', async () => {
      await run('while true; do :; done', { limits: { timeMs: 200 } });
      expect(await run('echo fine; ls')).toMatchObject({ exit: 0, output: 'fine\n' });
    });
  });
};

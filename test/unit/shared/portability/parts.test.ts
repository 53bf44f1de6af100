import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../../../infra/sources.ts';

/* Requirements: ID11. */

/** The command of the README that cuts an export into parts. */
const command = (): string => {
  const text = readFileSync(join(ROOT, 'shared/portability/README.md'), 'utf8');
  return /^ {4}(LC_ALL=C awk [\s\S]*? export\.ndjson)$/m.exec(text)?.[1] ?? '';
};

const MOST = 1_000_000;
const lineOf = (bytes: number): string => `${'é'.repeat(Math.floor(bytes / 2))}\n`;

test('the command of the README cuts an export between its lines, however long one is', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parts-'));
  try {
    const lines = [10, 600_000, 600_000, 3_900_000, 10, 999_000, 20, 2_000_000, 2_000_000].map(lineOf);
    writeFileSync(join(folder, 'export.ndjson'), lines.join(''));
    execFileSync('sh', ['-c', command()], { cwd: folder });
    const names = readdirSync(folder).filter((name) => name.startsWith('part-'));
    const parts = names.toSorted().map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(parts.join('') === lines.join('')).toBe(true);
    for (const part of parts) {
      expect(part.endsWith('\n')).toBe(true);
      const isOne = part.indexOf('\n') === part.length - 1;
      expect(isOne || Buffer.byteLength(part) <= MOST).toBe(true);
    }
    expect(parts).toHaveLength(6);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

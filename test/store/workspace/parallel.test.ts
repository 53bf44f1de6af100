import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOUR } from '../../../shared/core/clock.ts';
import type { ProjectScope } from '../../../shared/core/scope.ts';
import { queryAll, ranges } from '../../../shared/store/index.ts';
import { findManifest } from '../../../shared/workspace/files/objects.ts';
import { thin } from '../../../shared/workspace/garbage/thin.ts';
import {
  commit,
  type Edit,
  EditConflict,
  listFiles,
  readFile,
  readVersion,
  restore,
  type StoredVersion,
  sweepWorkspace,
} from '../../../shared/workspace/index.ts';
import { diesAfter } from '../../support/crash.ts';
import { inTable } from '../../support/in-table.ts';
import { startTestObjects, type TestObjects } from '../../support/objects.ts';
import { projectOf } from '../../support/tool-call.ts';

/* Requirements: BT2, BT10. */

inTable();
let objects: TestObjects;
beforeAll(async () => {
  objects = await startTestObjects();
});
afterAll(() => objects.stop());

/** No object is young to a sweep by this clock: only marks keep what a commit under way has put. */
const later = { now: () => Date.now() + HOUR };
const author = { kind: 'person' as const };

type Files = Record<string, string>;
/** Every second line of `shared.txt` is changed by somebody; those between keep the changes apart. */
const LINES = 4;
const shared = (lines: string[]): string => lines.map((line, at) => `${line}\n-- ${at} --\n`).join('');
const linesIn = (text: string): string[] => text.split('\n').filter((line, at) => at % 2 === 0 && line !== '');
const beginning: Files = { 'shared.txt': shared(Array.from({ length: LINES }, (_, at) => `line ${at}`)) };

/** What one writer does; `calls` is after how many it dies. */
type Action = { calls: number } & (
  | { kind: 'line'; line: number; back: number }
  | { kind: 'write'; file: number }
  | { kind: 'remove'; file: number }
  | { kind: 'restore'; back: number }
  | { kind: 'sweep' }
  | { kind: 'thin' }
);

const lifetime = fc.oneof({ weight: 3, arbitrary: fc.constant(10_000) }, { weight: 2, arbitrary: fc.nat(9) });
const back = fc.nat(4);
const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('line' as const), line: fc.nat(LINES - 1), back, calls: lifetime }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('write' as const), file: fc.nat(3), calls: lifetime }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), file: fc.nat(3), calls: lifetime }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('restore' as const), back, calls: lifetime }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('sweep' as const), calls: lifetime }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('thin' as const), calls: lifetime }) },
);

/** More than one round makes, so that a version is known to the model before it is thinned out. */
const KEPT = 6;

/** What a version does to the files before it, by the reason it was made for. */
type Effect = (before: Files) => Files;

class Model {
  readonly versions = new Map<number, Files>([[0, {}]]);
  readonly effects = new Map<string, Effect>();

  newest(): number {
    return Math.max(...this.versions.keys());
  }

  /** Each version is the one before it with one edit, whole. */
  follow(stored: StoredVersion[]): void {
    for (const { version, reason, parent } of stored) {
      if (this.versions.has(version)) continue;
      expect(parent).toBe(version - 1);
      const before = this.versions.get(parent);
      const effect = this.effects.get(reason);
      if (!before || !effect) throw new Error(`Version ${version} comes from nowhere: ${reason}`);
      // No edit becomes true twice.
      this.effects.delete(reason);
      this.versions.set(version, effect(before));
    }
  }
}

const versionsOf = async (project: ProjectScope): Promise<StoredVersion[]> => {
  const found: StoredVersion[] = [];
  for await (const item of queryAll(ranges.workspaceVersions(project))) found.push(readVersion(item));
  return found;
};

const filesAt = async (project: ProjectScope, at: number): Promise<Files> => {
  const { items } = await listFiles(project, { limit: 100, at });
  const read = items.map(async ({ path, bytes }) => {
    const piece = await readFile(project, path, { offset: 0, length: 100_000, at });
    expect(piece?.bytes.length).toBe(bytes);
    return [path, Buffer.from(piece?.bytes ?? []).toString()];
  });
  return Object.fromEntries(await Promise.all(read));
};

let made = 0;

/** Does one action, and tells the model what it would make true. Says what became of it. */
const act = async (project: ProjectScope, model: Model, kept: number[], one: Action): Promise<string> => {
  made += 1;
  const reason = `edit ${made}`;
  const seen = kept.at(-1 - ('back' in one ? one.back % kept.length : 0)) ?? 0;
  const write = (edit: Pick<Edit, 'changes' | 'base'>, effect: Effect): Promise<unknown> => {
    model.effects.set(reason, effect);
    return commit(project, { ...edit, author, reason });
  };
  if (one.kind === 'sweep') return diesAfter(one.calls, () => sweepWorkspace(project, later));
  if (one.kind === 'thin') return diesAfter(one.calls, () => thin(project, KEPT));
  try {
    return await diesAfter(one.calls, async () => {
      if (one.kind === 'restore') {
        model.effects.set(reason, () => ({ ...model.versions.get(seen) }));
        return restore(project, seen, { author, reason });
      }
      if (one.kind === 'line') {
        const was = linesIn(model.versions.get(seen)?.['shared.txt'] ?? '');
        const put = (lines: string[]) => lines.map((line, at) => (at === one.line ? reason : line));
        return write({ changes: [{ path: 'shared.txt', content: shared(put(was)) }], base: seen }, (before) => {
          const lines = linesIn(before['shared.txt'] ?? '');
          // Merged only where nobody else has changed this line since.
          expect(lines[one.line]).toBe(was[one.line]);
          return { ...before, 'shared.txt': shared(put(lines)) };
        });
      }
      const path = `own/${one.file}.txt`;
      if (one.kind === 'write')
        return write({ changes: [{ path, content: reason }] }, (before) => ({ ...before, [path]: reason }));
      return write({ changes: [{ path, remove: true }] }, ({ [path]: _, ...before }) => before);
    });
  } catch (error) {
    if (error instanceof EditConflict) return 'refused';
    // There was no such file, or the version was thinned out since.
    if (error instanceof Error && error.name === 'NotFound') return 'refused';
    throw error;
  }
};

test('whoever writes at the same time, and wherever they die: each version is one whole edit after the one before it', async () => {
  const outcomes: Record<string, number> = {};
  const rounds = fc.array(fc.array(action, { minLength: 1, maxLength: 5 }), { minLength: 2, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(rounds, async (rounds) => {
      made += 1;
      const project = projectOf('alice', `run-${made}`);
      const model = new Model();
      model.effects.set('beginning', () => beginning);
      const changes = Object.entries(beginning).map(([path, content]) => ({ path, content }));
      await commit(project, { changes, author, reason: 'beginning' });
      for (const round of rounds) {
        const kept = await versionsOf(project);
        model.follow(kept);
        const numbers = kept.map(({ version }) => version);
        const ends = await Promise.all(round.map((one) => act(project, model, numbers, one)));
        for (const end of ends) outcomes[end] = (outcomes[end] ?? 0) + 1;
      }
      const kept = await versionsOf(project);
      model.follow(kept);
      for (const { version } of kept) expect(await filesAt(project, version)).toEqual(model.versions.get(version));
      // Restored exactly, however far back.
      const oldest = kept[0]!.version;
      const { version } = await restore(project, oldest, { author });
      expect(await filesAt(project, version)).toEqual(model.versions.get(oldest));
      await leavesJustWhatIsNamed(project);
    }),
    { numRuns: 30 },
  );
  for (const end of ['done', 'died', 'refused']) expect(outcomes[end], end).toBeGreaterThan(5);
});

/** At rest a sweep leaves the manifests of all versions and what they name, and nothing else. */
const leavesJustWhatIsNamed = async (project: ProjectScope): Promise<void> => {
  await sweepWorkspace(project, later);
  const named = new Set<string>();
  for (const { manifest } of await versionsOf(project)) {
    named.add(manifest);
    for (const { blob } of (await findManifest(project, manifest))?.values() ?? []) named.add(blob);
  }
  const prefix = `u/${project.userId}/${project.projectId}/`;
  const there = objects.keys().filter((key) => key.startsWith(prefix));
  expect(there.map((key) => key.slice(prefix.length)).sort()).toEqual([...named].sort());
};

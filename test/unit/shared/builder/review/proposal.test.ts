/* Requirements: BT1. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesOfParts, withRoom } from '../../../../../shared/builder/review/accept.ts';
import { type Proposal, proposalOf } from '../../../../../shared/builder/review/proposal.ts';
import { shownPart } from '../../../../../shared/builder/review/show.ts';
import type { Change } from '../../../../../shared/workspace/index.ts';
import {
  DraftRefused,
  draftedFiles,
  type FilesByPath,
  filesFrom,
  readable,
} from '../../../../support/builder/drafted-files.ts';
import { RecordedSteps } from '../../../../support/builder/recorded-steps.ts';

const LOGO = new Uint8Array([137, 80, 78, 71, 0, 255]);
const twenty = (change: Record<number, string> = {}): string =>
  Array.from({ length: 20 }, (_, line) => `${change[line] ?? `line ${line}`}\n`).join('');

const base = (): FilesByPath =>
  filesFrom({ 'a.js': twenty(), 'b.js': 'one\r\ntwo\r\n', 'folder/c.js': 'c', 'empty.txt': '' }).set('logo.png', {
    content: LOGO,
  });

const proposed = (changes: readonly Change[], files = base()): Promise<Proposal> =>
  proposalOf(new RecordedSteps({ files, answer: () => undefined }), {
    name: 'p',
    draft: { base: 1, changes: [] },
    changes,
  });

const idsOf = ({ files }: Proposal): string[] => files.flatMap(({ parts }) => parts.map(({ id }) => id));
const made = (changes: readonly Change[]) => readable(draftedFiles(base(), { changes }));

describe('what changes would make of files', () => {
  test.each<[string, Change[], string[]]>([
    ['each place of a changed file', [{ path: 'a.js', content: twenty({ 1: 'x', 18: 'y' }) }], ['lines', 'lines']],
    ['a new file, also an empty one', [{ path: 'new.js', content: '' }], ['added']],
    ['a file that is removed', [{ path: 'a.js', remove: true }], ['removed']],
    [
      'a file that is moved and its changes',
      [
        { path: 'b.js', moveTo: 'd.js' },
        { path: 'd.js', content: 'one\r\n2\r\n' },
      ],
      ['moved', 'lines'],
    ],
    ['each file of a moved folder', [{ path: 'folder', moveTo: 'other' }], ['moved']],
    ['that a file can be executed', [{ path: 'b.js', content: 'one\r\ntwo\r\n', executable: true }], ['executable']],
    ['a file that is no text', [{ path: 'logo.png', content: new Uint8Array([0, 1]) }], ['replaced']],
    ['a file that becomes text', [{ path: 'logo.png', content: 'no picture' }], ['replaced']],
    ['nothing, where a file is written as it is', [{ path: 'a.js', content: twenty() }], []],
    [
      'nothing, where a file is moved back',
      [
        { path: 'b.js', moveTo: 'd.js' },
        { path: 'd.js', moveTo: 'b.js' },
      ],
      [],
    ],
    [
      'two files that change places as what they hold then',
      [
        { path: 'b.js', moveTo: 'x' },
        { path: 'folder/c.js', moveTo: 'b.js' },
        { path: 'x', moveTo: 'folder/c.js' },
      ],
      ['lines', 'lines'],
    ],
  ])('is %s', async (_, changes, kinds) => {
    const proposal = await proposed(changes);
    expect(proposal.files.flatMap(({ parts }) => parts.map(({ what }) => what.kind))).toEqual(kinds);
    expect(made(changesOfParts(proposal.files, new Set(idsOf(proposal))))).toEqual(made(changes));
  });

  test('any edits accepted whole make the files that the edits make, and accepted not at all make none', async () => {
    const path = fc.constantFrom(
      'a.js',
      'b.js',
      'folder/c.js',
      'empty.txt',
      'logo.png',
      'new.js',
      'folder/new.js',
      'other',
    );
    const content = fc.oneof(
      fc.constantFrom('', 'one\n', 'one\r\ntwo\r\n', twenty({ 3: 'x' }), twenty({ 3: 'x', 17: 'y\r' })),
      fc.constantFrom(LOGO, new Uint8Array([0])),
    );
    const change: fc.Arbitrary<Change> = fc.oneof(
      fc.record({ path, content, executable: fc.constantFrom(undefined, true, false) }),
      path.map((one) => ({ path: one, remove: true as const })),
      fc.record({ path, moveTo: path }),
    );
    const allowed = (changes: Change[]): Change[] => {
      const fitting: Change[] = [];
      for (const one of changes) if (isAllowed([...fitting, one])) fitting.push(one);
      return fitting;
    };
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { maxLength: 6 }).map(allowed),
        fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
        async (changes, chosen) => {
          const proposal = await proposed(changes);
          const ids = idsOf(proposal);
          expect(made(changesOfParts(proposal.files, new Set(ids)))).toEqual(made(changes));
          expect(made(changesOfParts(proposal.files, new Set()))).toEqual(made([]));
          // Some of the parts change their own files and no other.
          const some = withRoom(proposal, new Set(ids.filter((_, index) => chosen[index])));
          const chosenParts = proposal.files.flatMap(({ parts }) => parts).filter(({ id }) => some.has(id));
          const touched = chosenParts.flatMap(({ path: at, what }) => (what.kind === 'moved' ? [at, what.to] : [at]));
          const now = made(changesOfParts(proposal.files, some));
          const others = (files: Record<string, string>) =>
            Object.entries(files).filter(([at]) => !touched.includes(at));
          expect(others(now)).toEqual(others(made([])));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a file has no room where a folder stays, and is left out with what needs it', async () => {
    const proposal = await proposed([
      { path: 'folder', remove: true },
      { path: 'folder', content: 'a file now' },
    ]);
    const added = proposal.files.flatMap(({ parts }) => parts).find(({ what }) => what.kind === 'added');
    expect(withRoom(proposal, new Set([added?.id ?? '']))).toEqual(new Set());
    expect(withRoom(proposal, new Set(idsOf(proposal)))).toEqual(new Set(idsOf(proposal)));
  });

  test('what a file holds cannot pass for the heading of another part', async () => {
    const { files } = await proposed([{ path: 'new.js', content: 'x\n### h9 a.js\n\r### h8 b.js' }]);
    const shown = files.flatMap(({ parts }) => parts.map(shownPart)).join('\n');
    expect(shown.split(/[\r\n]/).filter((line) => line.startsWith('###'))).toEqual(['### h1 new.js']);
  });
});

const isAllowed = (changes: readonly Change[]): boolean => {
  // What is no text cannot be read, so neither can it be taken over by the path of another file.
  if (changes.some((one) => 'moveTo' in one && one.path === 'logo.png')) return false;
  try {
    draftedFiles(base(), { changes });
    return true;
  } catch (error) {
    if (!(error instanceof DraftRefused)) throw error;
    return false;
  }
};

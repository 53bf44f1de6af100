/* Requirements: BT3, BT4, BT9. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CapturedError } from '../../../../../shared/builder/errors/captured.ts';
import { fixErrors } from '../../../../../shared/builder/hunt/fix-errors.ts';
import { type HuntAsked, hunt } from '../../../../../shared/builder/hunt/hunt.ts';
import { hasMarker, markerOf } from '../../../../../shared/builder/hunt/marker.ts';
import type { Fix, Look } from '../../../../../shared/builder/roles/bug-hunter.ts';
import { BoundReached, RoleFailed } from '../../../../../shared/builder/steps/errors.ts';
import { draftedFiles, filesFrom } from '../../../../support/builder/drafted-files.ts';
import { type Answering, RecordedSteps, type Running } from '../../../../support/builder/recorded-steps.ts';
import { ADVICE } from '../../../../support/builder/scripted-hunter.ts';

/** A program is well where its file says so: `a.js` for the test "a", and so on. Logs print what the file says. */
const FILES = filesFrom({
  'src/a.js': 'bad;\n',
  'src/b.js': 'bad;\n',
  'src/c.js': 'good;\n',
  'app.log': 'an old line\n',
});
const MARKED = /console\.log\("(artel-hunt-\w+ [^"]*)" \+ JSON/g;

const run: Running = async ({ files, command }) => {
  const text = (path: string): string => Buffer.from(files.get(path)?.content ?? '').toString();
  const isGood = (name: string): boolean => /good;/.test(text(`src/${name}.js`));
  const printed = ['a', 'b', 'c'].flatMap((name) =>
    [...text(`src/${name}.js`).matchAll(MARKED)].map((found) => `${found[1]}1`),
  );
  const outcome = { isCut: false, durationMs: 1 };
  const log = { path: 'app.log', content: Buffer.from(`${text('app.log')}a new line\n`) };
  const bundle = {
    path: 'dist/all.js',
    content: Buffer.from(['a', 'b', 'c'].map((name) => text(`src/${name}.js`)).join('')),
  };
  if (command === 'node .hunt/reproduce.mjs') {
    const isShown = !isGood('a') && text('.hunt/reproduce.mjs').includes('load a');
    const output = isShown ? `${printed.join('\n')}\nTypeError: a is bad\n    at load (/workspace/src/a.js:1:1)\n` : '';
    return { ...outcome, exit: isShown ? 1 : 0, output, changed: [log, bundle] };
  }
  const results = ['a', 'b', 'c'].map((name) => `${isGood(name) ? 'ok' : 'not ok'} - ${name}`);
  const exit = results.some((result) => result.startsWith('not')) ? 1 : 0;
  return { ...outcome, exit, output: [...printed, ...results, '1..3', ''].join('\n'), changed: [log, bundle] };
};

const LOOK: Look = {
  suspicion: 'a or b',
  logs: [{ path: 'src/a.js', line: 1, text: 'bad;', label: 'what a says', expression: '1' }],
};
const mend = (name: string): Fix => ({
  hypothesis: `${name} is bad`,
  edits: [{ path: `src/${name}.js`, find: 'bad;', replace: 'good;' }],
});

type Script = { look?: Look; fix?: (attempt: number) => Fix; program?: string };

const scripted =
  ({ look = LOOK, fix = () => mend('a'), program = 'load a' }: Script): Answering =>
  ({ name, role }) => {
    if (role === 'troubleshooter') return ADVICE;
    if (name.endsWith('/write')) return { content: program };
    return name.endsWith('/look') ? look : fix(Number(/\/(\d+)\/fix/.exec(name)?.[1]));
  };

const ERROR: CapturedError = {
  source: 'console',
  message: 'TypeError: a is bad',
  stack: '    at load (http://p.localhost/src/a.js:1:1)',
};

const hunted = async (answer: Answering, asked: Partial<HuntAsked> = {}, running: Running = run) => {
  const steps = new RecordedSteps({ files: FILES, answer, run: running });
  const whole: HuntAsked = {
    name: 'hunt',
    draft: { base: 1, changes: [] },
    failure: { command: 'npm test' },
    test: 'npm test',
    attempts: 3,
    ...asked,
  };
  const result = await hunt(steps, whole);
  const text = [...draftedFiles(FILES, result.draft).values()]
    .map(({ content }) => Buffer.from(content).toString())
    .join('');
  return { result, steps, text, paths: [...draftedFiles(FILES, result.draft).keys()] };
};

describe('a hunt', () => {
  test('goes on as long as there is less and less that fails', async () => {
    const { result } = await hunted(scripted({ fix: (attempt) => mend(attempt === 1 ? 'a' : 'b') }), { attempts: 1 });
    expect(result.outcome).toBe('fixed');
    expect(result.attempts.map((attempt) => attempt.result)).toEqual(['Kept. It mended: a.', 'Kept. It mended: b.']);
  });

  test('that is given up keeps what it mended, and tells what it did not', async () => {
    const { result, text } = await hunted(
      scripted({
        fix: (attempt) =>
          attempt === 1 ? mend('a') : { hypothesis: 'b is meant so', edits: [], give_up: 'Ask who wrote b.' },
      }),
    );
    expect(text).toContain('good;\nbad;\ngood;\n');
    expect(result).toMatchObject({
      outcome: 'given_up',
      report: {
        reason: 'The bug hunter gave up: Ask who wrote b.',
        works: ['a', 'c'],
        fails: ['b'],
        next: ADVICE.next,
      },
    });
  });

  test('takes back a fix that breaks another test, and stops after as many attempts in vain as it may', async () => {
    const [edit] = mend('a').edits;
    const breaking: Fix = {
      hypothesis: 'a and c',
      edits: [...(edit ? [edit] : []), { path: 'src/c.js', find: 'good;', replace: 'bad;' }],
    };
    const { result, text } = await hunted(scripted({ fix: () => breaking }));
    expect(text).toContain('bad;\nbad;\ngood;\n');
    expect(result.attempts.map((attempt) => attempt.result)).toEqual([
      'Taken back, as it broke: c.',
      'Not a fix: These edits were tried before.',
      'Not a fix: These edits were tried before.',
    ]);
  });

  test('shows the hunter what was logged in this run, and no line from before', async () => {
    const { steps } = await hunted(scripted({ fix: (attempt) => mend(attempt === 1 ? 'a' : 'b') }), {
      logFiles: ['app.log'],
    });
    const inputs = steps.questions.filter(({ name }) => name.endsWith('/fix')).map(({ input }) => input);
    expect(inputs[0]).toContain('New log lines of the last run:\nwhat a says: 1\napp.log: a new line');
    expect(inputs.join()).not.toContain('an old line');
    expect(inputs.join()).not.toSatisfy(hasMarker);
    expect(inputs[1]).toContain('Kept. It mended: a.');
  });

  test('of an error that was captured makes it happen first, and ends when it and all tests are well', async () => {
    const { result, paths } = await hunted(scripted({ fix: (attempt) => mend(attempt === 1 ? 'a' : 'b') }), {
      failure: { error: ERROR },
    });
    expect(result.attempts.map((attempt) => attempt.result)).toEqual([
      'Kept. It mended: a, the reproduction.',
      'Kept. It mended: b.',
    ]);
    expect(result.outcome).toBe('fixed');
    expect(paths.filter((path) => path.startsWith('.hunt') || path.startsWith('dist'))).toEqual([]);
  });

  test('does not begin where the failure does not happen', async () => {
    expect((await hunted(scripted({ program: 'load b' }), { failure: { error: ERROR } })).result.outcome).toBe(
      'not_reproduced',
    );
    const well: Running = async () => ({ exit: 0, output: 'ok - a\n', isCut: false, changed: [], durationMs: 1 });
    expect((await hunted(scripted({}), {}, well)).result.outcome).toBe('not_reproduced');
  });

  test('that reaches a limit of the build says so, and asks nobody any more', async () => {
    const answer = scripted({});
    const { result, steps } = await hunted((asked) => {
      if (asked.name === 'hunt/2/fix') throw new BoundReached('tokens', 'It has used its 1000 tokens.');
      return answer(asked);
    });
    expect(result).toMatchObject({
      outcome: 'given_up',
      report: { reason: 'It has used its 1000 tokens.', fails: ['b'], likelyCause: undefined },
    });
    expect(steps.questions.map(({ role }) => role)).not.toContain('troubleshooter');
  });

  test('counts an answer out of form as an attempt', async () => {
    const { result } = await hunted(({ role }) => {
      if (role === 'troubleshooter') throw new RoleFailed('no form');
      throw new RoleFailed('no form');
    });
    expect(result).toMatchObject({
      outcome: 'given_up',
      report: { next: [expect.stringContaining('Run the failing command')] },
    });
    expect(result.attempts).toHaveLength(3);
  });

  test('leaves no log behind, whatever the hunter answers and wherever it ends', async () => {
    const marked = `good; // ${markerOf('hunt/1')}\n`;
    const fix = fc.constantFrom<Fix>(
      mend('a'),
      mend('b'),
      { hypothesis: 'copied', edits: [{ path: 'src/a.js', find: 'bad;', replace: `${marked}good;` }] },
      { hypothesis: 'new', edits: [{ path: 'src/d.js', content: marked }] },
      { hypothesis: 'worse', edits: [{ path: 'src/c.js', find: 'good;', replace: 'bad;' }] },
      { hypothesis: 'none', edits: [], give_up: 'enough' },
    );
    const logs = fc.array(fc.constantFrom(...LOOK.logs, ...LOOK.logs.map((log) => ({ ...log, path: 'src/b.js' }))), {
      maxLength: 3,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fix, { minLength: 6, maxLength: 6 }),
        logs,
        fc.nat(12),
        async (fixes, wanted, limit) => {
          let asked = 0;
          const answer = scripted({
            look: { ...LOOK, logs: wanted },
            fix: (attempt) => fixes[attempt - 1] ?? mend('a'),
          });
          const { result, text } = await hunted((question) => {
            asked += 1;
            if (asked > limit && limit > 0) throw new BoundReached('time', 'enough');
            return answer(question);
          });
          expect(text).not.toSatisfy(hasMarker);
          // With each kept fix less fails, and there are at most three in vain after the last one.
          expect(result.attempts.length).toBeLessThanOrEqual(3 * 3);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('errors that were captured', () => {
  const fixing = (fix: Fix, ledger = {}) => {
    const steps = new RecordedSteps({ files: FILES, answer: scripted({ fix: () => fix }), run });
    const asked = {
      name: 'errors',
      draft: { base: 1, changes: [] },
      errors: [ERROR, ERROR],
      paths: [...FILES.keys()],
      ledger,
      test: 'npm test',
      attempts: 1,
    };
    return fixErrors(steps, asked);
  };

  test('are mended group by group, and one that comes back is known', async () => {
    const first = await fixing(mend('a'));
    expect(first.hunts).toMatchObject([
      { group: { count: 2, at: 'src/a.js load' }, result: { outcome: 'given_up', isReproduced: false } },
    ]);
    expect(Object.values(first.ledger)).toEqual([{ state: 'fixed', attempts: 1 }]);
    const second = await fixing(mend('c'), first.ledger);
    expect(Object.values(second.ledger)).toEqual([{ state: 'returned', attempts: 2 }]);
    const third = await fixing(mend('c'), second.ledger);
    expect(Object.values(third.ledger)).toEqual([{ state: 'given_up', attempts: 3 }]);
    const fourth = await fixing(mend('a'), third.ledger);
    expect(fourth).toMatchObject({ hunts: [], leftAlone: [{ count: 2 }] });
  });
});

/** One test as its runner reports it. `isTop`: not inside another one. */
export type TestResult = { name: string; isOk: boolean; isTop: boolean; detail: string };
export type TestResults = {
  results: readonly TestResult[];
  /** How many tests outside of others there are to be, where the runner says it. */
  planned: number | undefined;
};

const MAX_LINE = 1_000;
const MAX_RESULTS = 5_000;
const MAX_DETAIL_LINES = 12;

/** TAP: `ok 3 - adds up`, `not ok - adds up # SKIP later`. "ok" alone is too common a word. */
const TAP = /^(\s*)(not )?ok(?: (\d+)(?: -)?| -)(?: (.*))?$/;
const DIRECTIVE = /(?:^| )# (skip|todo)\b.*$/i;
const SUBTEST = /^(\s*)# Subtest: (.*)$/;
const PLAN = /^1\.\.(\d+)/;
/** node's reporter for persons: `✔ adds up (1.2ms)`; `▶` opens a suite. */
const SPEC = /^(\s*)([✔✖▶﹣]) (.*?)(?: \(\d+(?:\.\d+)?ms\))?(?: # .*)?$/;
const SUMMARY = '✖ failing tests:';

/**
 * The results in the output of a test command. Two forms are understood, also mixed with other output:
 *
 * - TAP (testanything.org), as `node --test --test-reporter=tap` prints it: nested tests are indented and announced by `# Subtest:`.
 *   A project's own runner needs one line a test, `ok - <name>` or `not ok - <name>`, details indented below it, and `1..<count>` at
 *   the end, by which a run that stopped half-way is told from one that passed.
 * - what `node --test` prints for persons.
 */
export const resultsIn = (output: string): TestResults => {
  const results: TestResult[] = [];
  const suites: string[] = [];
  let planned: number | undefined;
  let details: string[] | undefined;
  const found = (depth: number, title: string, isOk: boolean): void => {
    const name = [...suites.slice(0, depth), title].join(' > ');
    suites.length = Math.min(suites.length, depth);
    results.push({ name, isOk, isTop: depth === 0, detail: '' });
    details = [];
  };
  const opened = (depth: number, title: string): void => {
    suites.length = Math.min(suites.length, depth);
    suites.push(title);
  };
  for (const whole of output.split('\n')) {
    const line = whole.slice(0, MAX_LINE).trimEnd();
    if (line === SUMMARY || results.length >= MAX_RESULTS) break;
    const [tap, spec, subtest] = [TAP.exec(line), SPEC.exec(line), SUBTEST.exec(line)];
    if (subtest) opened(tapDepth(subtest[1]), subtest[2] ?? '');
    else if (tap) {
      const [, indent, not, number, text = ''] = tap;
      const directive = DIRECTIVE.exec(text)?.[1];
      found(
        tapDepth(indent),
        text.replace(DIRECTIVE, '').trim() || `test ${number ?? results.length + 1}`,
        !not || directive !== undefined,
      );
    } else if (spec?.[2] === '▶') opened(specDepth(spec[1]), spec[3] ?? '');
    else if (spec) found(specDepth(spec[1]), spec[3] ?? '', spec[2] !== '✖');
    else if (PLAN.test(line)) planned = Number(PLAN.exec(line)?.[1]);
    else if (details && line.startsWith(' ') && details.length < MAX_DETAIL_LINES) {
      details.push(line.trim());
      const last = results.at(-1);
      if (last) last.detail = details.join('\n');
    }
  }
  return { results, planned };
};

const tapDepth = (indent = ''): number => Math.floor(indent.length / 4);
const specDepth = (indent = ''): number => Math.floor(indent.length / 2);

type Shown = { id: string; path: string; added: string[] };

/** What no hunk may bring, and what to do instead. */
const REFUSED: [RegExp, string][] = [
  [/\beval\s*\(|\bnew Function\s*\(/, 'It runs text as code. Write what it should do as code.'],
  [/\bdocument\.write\s*\(/, 'It writes into the document while it loads. Make an element instead.'],
  [/^(?:<{7}|>{7}|={7})/, 'It holds the marks of a merge conflict. Decide for one side.'],
  [/\b(?:password|secret|api_?key)\s*[:=]\s*['"][^'"]{8,}['"]/i, 'It holds a secret. Read it from the environment.'],
  [/\bdebugger\b/, 'It stops in a debugger. Take that out.'],
];
const TRUSTED_MARKUP = /(?:^|\/)(?:mount|main)\.js$/;
const MARKUP = /\.innerHTML\s*=/;

const APPLY =
  'By fixed rules, not by understanding: nothing in it is on the list of what is refused. Whether it does what it should, the tests say.';

/** A verdict on each hunk, by a short list of what is refused. */
export function review(input: string): object {
  return { verdicts: hunksIn(input).map(({ id, ...hunk }) => ({ hunk: id, ...verdictOn(hunk) })) };
}

function verdictOn({ path, added }: Omit<Shown, 'id'>): { verdict: 'apply' | 'rework'; reason: string } {
  if (!/\.md$/.test(path)) {
    for (const line of added) {
      const [, reason] = REFUSED.find(([pattern]) => pattern.test(line)) ?? [];
      if (reason) return { verdict: 'rework', reason: `${reason} (${line.trim().slice(0, 80)})` };
      if (MARKUP.test(line) && !TRUSTED_MARKUP.test(path))
        return { verdict: 'rework', reason: 'It puts text into the page as markup. Use the function html.' };
    }
  }
  return { verdict: 'apply', reason: APPLY };
}

/** Headings are "### id path"; no line of a hunk begins so. */
function hunksIn(input: string): Shown[] {
  const hunks: Shown[] = [];
  for (const line of input.split('\n')) {
    const [, id, path] = /^### (h\d+) (.+)$/.exec(line) ?? [];
    if (id && path) hunks.push({ id, path, added: [] });
    else if (line.startsWith('+')) hunks.at(-1)?.added.push(line.slice(1));
  }
  return hunks;
}

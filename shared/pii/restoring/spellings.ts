import type { PlaceholderEntry } from '../placeholders.ts';

/** How a value goes in where a placeholder stood: in the writing that the placeholder was in. */
export type Encoding = 'plain' | 'html' | 'url' | 'json';

/** Part of a form: a pattern of one character or of none. */
type Part = { pattern: string; optional: boolean };
type Form = { open: Part[]; core: (type: string) => Part[]; close: Part[]; behind: string; encoding: Encoding };

const one = (pattern: string): Part => ({ pattern, optional: false });
const maybe = (pattern: string, times: number): Part[] =>
  Array.from({ length: times }, () => ({ pattern, optional: true }));

const anyCase = (text: string): Part[] =>
  [...text].map((character) =>
    one(/[a-z]/i.test(character) ? `[${character.toLowerCase()}${character.toUpperCase()}]` : character),
  );

const BLANKS = maybe('[ \\t]', 2);
const ESCAPED = maybe('\\\\', 2);
const NUMBER = [one('[1-9]'), ...maybe('\\d', 8)];

const coreOf = (type: string, letters: (word: string) => Part[], separator: string): Part[] => [
  ...type.split('_').flatMap((word) => [...letters(word), ...ESCAPED, one(separator)]),
  ...NUMBER,
];
const loose = (type: string): Part[] => coreOf(type, anyCase, '[_ -]');
const underscored = (type: string): Part[] => coreOf(type, anyCase, '_');
const exact = (type: string): Part[] => coreOf(type, (word) => [...word].map(one), '_');

const SLASH = maybe('\\/', 1);
/** `<email_1>`, `&lt;EMAIL_1&gt;`, `%3CEMAIL_1%3E`, `\u003cEMAIL_1\u003e`, `[EMAIL_1]`, `《EMAIL_1》`, `EMAIL_1`. */
const FORMS: readonly Form[] = [
  {
    open: [...ESCAPED, one('<'), ...BLANKS],
    core: loose,
    close: [...BLANKS, ...SLASH, ...ESCAPED, one('>')],
    behind: '',
    encoding: 'plain',
  },
  {
    open: [...anyCase('&lt;'), ...BLANKS],
    core: loose,
    close: [...BLANKS, ...anyCase('&gt;')],
    behind: '',
    encoding: 'html',
  },
  { open: anyCase('%3C'), core: underscored, close: anyCase('%3E'), behind: '', encoding: 'url' },
  {
    open: [one('\\\\'), ...ESCAPED, ...anyCase('u003c')],
    core: underscored,
    close: [one('\\\\'), ...ESCAPED, ...anyCase('u003e')],
    behind: '',
    encoding: 'json',
  },
  {
    open: [...ESCAPED, one('\\[')],
    core: underscored,
    close: [...ESCAPED, one('\\]')],
    behind: '(?!\\()',
    encoding: 'plain',
  },
  {
    open: [one('[＜〈《【]'), ...BLANKS],
    core: loose,
    close: [...BLANKS, one('[＞〉》】]')],
    behind: '',
    encoding: 'plain',
  },
  { open: [], core: exact, close: [], behind: '(?![\\p{L}\\p{N}_])', encoding: 'plain' },
];
const BARE_BEFORE = '(?<![\\p{L}\\p{N}_$@#-])';

const whole = (parts: readonly Part[]): string =>
  parts.map(({ pattern, optional }) => (optional ? `(?:${pattern})?` : pattern)).join('');

/** Any beginning of `parts`, up to the end of the text; `rest` is what may follow all of them. */
const begunBy = (parts: readonly Part[], rest: string): string =>
  parts.reduceRight((after, { pattern, optional }) => `(?:$|${pattern}${optional ? '?' : ''}${after})`, rest);

const NOTHING = '(?!)';

export type Spellings = {
  pattern: RegExp;
  /** What may become a placeholder, at the end of a text. */
  begun: RegExp;
  /** Names that stood in the texts themselves, such as `EMAIL_1`: where they come again nobody meant a placeholder. */
  typed: ReadonlySet<string>;
};

/** `names`: as they stand in texts that were never redacted. */
type Patterns = Pick<Spellings, 'pattern' | 'begun'> & { names: RegExp };

const patternsOf = (types: readonly string[]): Patterns => {
  const forms = FORMS.map(({ open, core, close, behind }) => {
    const cores = types.map((type) => whole(core(type))).join('|');
    return `${open.length === 0 ? BARE_BEFORE : whole(open)}(${cores})${whole(close)}${behind}`;
  });
  const beginnings = FORMS.map(({ open, core, close, behind }) => {
    const cores = types.map((type) => begunBy([...core(type), ...close], behind === '' ? NOTHING : '$'));
    return `${open.length === 0 ? BARE_BEFORE : ''}${begunBy(open, `(?:${cores.join('|')})`)}`;
  });
  const names = new RegExp(
    `(?<![a-z0-9])(?:(?:${types.join('|')})\\\\{0,2}_|(?<=[<;] ?)(?:${types.join('|').replaceAll('_', '[_ -]')})[ -])[1-9]\\d{0,8}(?!\\d)`,
    'giu',
  );
  return { pattern: new RegExp(forms.join('|'), 'gu'), begun: new RegExp(beginnings.join('|'), 'u'), names };
};

/** What every such name has in it, or before it. Most texts have none of these, and are not read for names. */
const NAME_MARK = /[_<;]/;

/** The name in a placeholder, however a model wrote it. */
export const nameIn = (core: string): string => core.replace(/\\/g, '').replace(/[ -]/g, '_').toUpperCase();

/** The spelling that matched, of those in the order of the forms. */
export const spellingOf = (cores: readonly (string | undefined)[]): { name: string; encoding: Encoding } => {
  const form = FORMS.findIndex((_, index) => cores[index] !== undefined);
  return { name: nameIn(cores[form] ?? ''), encoding: FORMS[form]?.encoding ?? 'plain' };
};

export const FORM_COUNT = FORMS.length;

/** Sessions have few types; containers see few sets of them. */
const compiled = new Map<string, Patterns>();
const MAX_COMPILED = 200;

/**
 * How a model may write the placeholders of a session; undefined for a session without any. `texts` are all that the model
 * was given, as they were before they were redacted.
 */
export const spellingsOf = (entries: readonly PlaceholderEntry[], texts: Iterable<string>): Spellings | undefined => {
  const types = [...new Set(entries.map(({ placeholder }) => placeholder.replace(/^<|_\d+>$/g, '')))].sort(
    (left, right) => right.length - left.length || (left < right ? -1 : 1),
  );
  if (types.length === 0) return undefined;
  const key = types.join(' ');
  const patterns = compiled.get(key) ?? patternsOf(types);
  const { pattern, begun, names } = patterns;
  if (compiled.size >= MAX_COMPILED) compiled.clear();
  compiled.set(key, patterns);
  const typed = new Set<string>();
  for (const text of texts) {
    if (NAME_MARK.test(text)) for (const [name] of text.matchAll(names)) typed.add(nameIn(name));
  }
  return { pattern, begun, typed };
};

import { type Column, FIELDS, type Field, type Kind, type Policy } from './fields.ts';

export type Row = Readonly<Record<string, string | boolean>>;
export type Value = string | boolean | readonly string[] | readonly Row[];

/** A policy as a person fills it in: numbers and lists are texts until it is one again. */
export type Form = { kind: Kind; name: string; enabled: boolean; values: Readonly<Record<string, Value>> };

type Plain = Record<string, unknown>;

/** All that an own policy may put in place of what it finds. */
export const REMOVED = '[removed]';

/** What the service assumes where nothing is said, as far as it is not the first of the choices, nothing, or off. */
const USUAL: Partial<Record<Kind, Record<string, Value>>> = {
  injection: { threshold: '0.7', on_failure: 'open' },
  judge: { threshold: '0.8' },
  secrets: { on: 'response' },
  log: { on_failure: 'open' },
  dedup: {
    on_failure: 'open',
    smallest_block: '256',
    session_kb: '64',
    sessions: '100',
    keep_hours: '168',
    flush_seconds: '0',
  },
  answers: { keep_seconds: '86400' },
};

export const emptyRow = (columns: readonly Column[]): Row =>
  Object.fromEntries(
    columns.map((column) => {
      if (column.as === 'flag') return [column.name, false];
      return [column.name, column.as === 'choice' ? (column.of[0] ?? '') : ''];
    }),
  );

const emptyValue = (field: Field): Value => {
  if (field.as === 'flag') return false;
  if (field.as === 'choice') return field.of[0] ?? '';
  if (field.as === 'choices') return [];
  return field.as === 'rows' ? Array.from({ length: field.least }, () => emptyRow(field.columns)) : '';
};

/** A policy that nobody has filled in yet. `isOwn`: it may only take away. */
export const emptyForm = (kind: Kind, { isOwn }: { isOwn: boolean }): Form => {
  const empty = FIELDS[kind].map((field): [string, Value] => [field.name, emptyValue(field)]);
  const values = { ...Object.fromEntries(empty), ...USUAL[kind] };
  if (kind !== 'replace' || !isOwn) return { kind, name: '', enabled: true, values };
  return {
    kind,
    name: '',
    enabled: true,
    values: { ...values, rules: [{ ...(values.rules as Row[])[0], with: REMOVED }] },
  };
};

export const formOf = (policy: Policy): Form => {
  const { kind, name, enabled } = policy;
  const given = policy as unknown as Plain;
  const values = FIELDS[kind].map((field): [string, Value] => [field.name, shown(field, given[field.name])]);
  return { kind, name, enabled, values: Object.fromEntries(values) };
};

const shown = (field: Field, given: unknown): Value => {
  if (field.as === 'number') {
    const number = field.inside && given ? (given as Plain)[field.inside] : given;
    return number === undefined ? '' : String(number);
  }
  if (field.as === 'lines') return ((given as string[] | undefined) ?? []).join('\n');
  if (field.as === 'rows') return ((given as Plain[] | undefined) ?? []).map((row) => rowShown(field.columns, row));
  return (given as Value | undefined) ?? (field.as === 'choices' ? [] : '');
};

const rowShown = (columns: readonly Column[], row: Plain): Row => {
  const { find, pattern } = row;
  const isSearch = columns.some(({ name }) => name === 'how');
  const plain: Plain = isSearch ? { ...row, how: find === undefined ? 'pattern' : 'find', what: find ?? pattern } : row;
  return Object.fromEntries(
    columns.map(({ name, as }) => [
      name,
      as === 'list' ? (plain[name] as string[]).join(', ') : (plain[name] as string),
    ]),
  );
};

/** The policy that was filled in; what is wrong with it says the service. */
export const policyOf = ({ kind, name, enabled, values }: Form): Policy => {
  const fields = FIELDS[kind].map((field): [string, unknown] => [field.name, meant(field, values[field.name])]);
  const given = Object.fromEntries(fields.filter(([, value]) => value !== undefined));
  // Of both there is no choice.
  const only = { ...(kind === 'pii' && { on_failure: 'closed' }), ...(kind === 'answers' && { on_failure: 'open' }) };
  return { kind, name: name.trim(), enabled, ...only, ...given } as unknown as Policy;
};

const meant = (field: Field, value: Value | undefined): unknown => {
  if (field.as === 'rows') return (value as readonly Row[]).map((row) => rowMeant(field.columns, row));
  if (field.as === 'flag') return value;
  if (field.as === 'choices') return (value as readonly string[]).length > 0 ? value : undefined;
  const text = String(value ?? '').trim();
  if (field.as === 'lines') {
    const lines = parts(text, '\n');
    // Models without a single one are refused by the service, which says so.
    return lines.length > 0 || field.name === 'allow' ? lines : undefined;
  }
  if (text === '') return field.as === 'area' ? '' : undefined;
  if (field.as !== 'number') return text;
  return field.inside ? { [field.inside]: Number(text) } : Number(text);
};

const rowMeant = (columns: readonly Column[], { how, what, ...row }: Row): Plain => {
  const rest = columns
    .filter(({ name }) => name in row)
    .map(({ name, as }) => [name, as === 'list' ? parts(String(row[name]), ',') : row[name]]);
  return { ...(how !== undefined && { [String(how)]: what }), ...Object.fromEntries(rest) };
};

const parts = (text: string, mark: string): string[] =>
  text
    .split(mark)
    .map((part) => part.trim())
    .filter(Boolean);

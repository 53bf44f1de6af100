import type { components } from '../../../../../clients/typescript/src/index.ts';

export type Policy = components['schemas']['Policy'];
export type Kind = Policy['kind'];

/** A column of a list of rules. `list`: several words, with commas between them. */
export type Column =
  | { name: string; as: 'text' | 'list' | 'flag' }
  | { name: string; as: 'choice'; of: readonly string[] };

/** What a person fills in. `least`: how many rows there have to be; `inside`: the number is a field of an object of its own. */
export type Field = { name: string } & (
  | { as: 'text' | 'area' | 'lines' | 'flag' }
  | { as: 'number'; min: number; max: number; step?: number; inside?: string }
  | { as: 'choice' | 'choices'; of: readonly string[] }
  | { as: 'rows'; columns: readonly Column[]; least: number }
);

const SIDES = ['request', 'response', 'both'];
const VERDICTS = ['allow', 'deny', 'ask'];
const onFailure: Field = { name: 'on_failure', as: 'choice', of: ['closed', 'open'] };
const timeout: Field = { name: 'timeout_ms', as: 'number', min: 10, max: 60_000 };

/** The settings of each kind besides its name and whether it is on. */
export const FIELDS: Record<Kind, readonly Field[]> = {
  models: [{ name: 'allow', as: 'lines' }, onFailure, timeout],
  replace: [
    { name: 'on', as: 'choice', of: SIDES },
    {
      name: 'rules',
      as: 'rows',
      least: 1,
      columns: [
        { name: 'how', as: 'choice', of: ['find', 'pattern'] },
        { name: 'what', as: 'text' },
        { name: 'with', as: 'text' },
        { name: 'ignore_case', as: 'flag' },
      ],
    },
    onFailure,
    timeout,
  ],
  tools: [
    {
      name: 'rules',
      as: 'rows',
      least: 1,
      columns: [
        { name: 'tools', as: 'list' },
        { name: 'verdict', as: 'choice', of: VERDICTS },
      ],
    },
    { name: 'otherwise', as: 'choice', of: VERDICTS },
    onFailure,
    timeout,
  ],
  judge: [
    { name: 'question', as: 'area' },
    { name: 'on', as: 'choice', of: ['request', 'response'] },
    { name: 'threshold', as: 'number', min: 0.01, max: 1, step: 0.01 },
    { name: 'action', as: 'choice', of: ['refuse', 'record'] },
    { name: 'model', as: 'text' },
    onFailure,
    timeout,
  ],
  injection: [
    { name: 'threshold', as: 'number', min: 0.1, max: 1, step: 0.01 },
    { name: 'action', as: 'choice', of: ['record', 'refuse'] },
    onFailure,
    timeout,
  ],
  secrets: [
    { name: 'on', as: 'choice', of: SIDES },
    { name: 'action', as: 'choice', of: ['record', 'mask', 'refuse'] },
    onFailure,
    timeout,
  ],
  log: [onFailure, timeout],
  pii: [
    { name: 'types', as: 'lines' },
    {
      name: 'more_types',
      as: 'choices',
      of: ['PLACE', 'ORGANISATION', 'NATIONALITY', 'AGE', 'DATE', 'ZIP_CODE', 'DOMAIN'],
    },
    {
      name: 'patterns',
      as: 'rows',
      least: 0,
      columns: [
        { name: 'name', as: 'text' },
        { name: 'pattern', as: 'text' },
        { name: 'ignore_case', as: 'flag' },
      ],
    },
    timeout,
  ],
  dedup: [
    { name: 'send_once', as: 'flag' },
    { name: 'smallest_block', as: 'number', min: 64, max: 100_000 },
    { name: 'session_kb', as: 'number', min: 4, max: 256 },
    { name: 'sessions', as: 'number', min: 1, max: 100 },
    { name: 'keep_hours', as: 'number', min: 1, max: 24 * 90 },
    { name: 'flush_seconds', as: 'number', min: 0, max: 300 },
    onFailure,
    timeout,
  ],
  answers: [
    { name: 'calls', as: 'choice', of: ['repeatable', 'all'] },
    { name: 'keep_seconds', as: 'number', min: 60, max: 3_600 * 24 * 30 },
    { name: 'similar', as: 'number', min: 0.5, max: 1, step: 0.01, inside: 'threshold' },
    timeout,
  ],
};

export const KINDS = Object.keys(FIELDS) as Kind[];

/** Where a kind stands in a list: these come last, in this order, and there is one of each. */
const LAST: readonly Kind[] = ['pii', 'dedup', 'answers'];

export const rankOf = (kind: Kind): number => LAST.indexOf(kind) + 1;

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ALARMING_LINES } from '../../../shared/core/alarming-lines.ts';
import { ROOT, sourcesIn } from './source-tree.ts';

/* Requirements: OPS2. */

/** The fields of log lines: one spelling each. Ids first, then what happened, then counts. */
const FIELDS = [
  ...['request_id', 'invocation_id', 'connection_id', 'message_id', 'user_id', 'project_id', 'session_id', 'run_id'],
  ...[
    'task_id',
    'agent_key',
    'approval_id',
    'delivery_id',
    'last_event_id',
    'credential',
    'email_hash',
    'family',
    'source_ip',
    'key',
  ],
  ...[
    'action',
    'charge',
    'delivered',
    'dependency',
    'ended',
    'error',
    'failure',
    'follow',
    'generation',
    'issuer',
    'kind',
    'ok',
  ],
  ...['outcome', 'phase', 'policy', 'reason', 'round', 'route', 'status', 'tier', 'tool', 'version', 'via'],
  ...['bytes', 'connections', 'duration_ms', 'events', 'failed', 'gone', 'limit', 'lines', 'memories', 'sessions'],
  // With these a line is a metric.
  ...['path', 'fields', 'ignored_fields', '_aws'],
];

type LogCall = { line: string; event: string; fields: string[] };

/** The text from an opening bracket to the one that closes it, without both. */
const insideOf = (text: string, opening: number): string => {
  let depth = 0;
  for (let at = opening; at < text.length; at += 1) {
    if ('([{'.includes(text.charAt(at))) depth += 1;
    if (')]}'.includes(text.charAt(at))) depth -= 1;
    if (depth === 0) return text.slice(opening + 1, at);
  }
  throw new Error(`A bracket is never closed: ${text.slice(opening, opening + 40)}`);
};

/** The parts between commas that stand in no brackets. */
const partsOf = (text: string): string[] => {
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    if ('([{'.includes(character)) depth += 1;
    if (')]}'.includes(character)) depth -= 1;
    if (character === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
};

/** Names of an object literal's fields; what is spread into it has its names elsewhere. */
const fieldsOf = (literal: string): string[] =>
  literal.startsWith('{') ? partsOf(insideOf(literal, 0)).flatMap((part) => /^(\w+)/.exec(part)?.[1] ?? []) : [];

const logCallsIn = (file: string, text: string): LogCall[] =>
  [...text.matchAll(/(?<![`\w.])log\.(?:debug|info|warn|error|critical)\(/g)].map((match) => {
    const [event = '', fields = ''] = partsOf(insideOf(text, match.index + match[0].length - 1));
    return { line: `${file}:${text.slice(0, match.index).split('\n').length}`, event, fields: fieldsOf(fields) };
  });

const calls = ['shared', 'functions']
  .flatMap(sourcesIn)
  .flatMap((file) => logCallsIn(file, readFileSync(join(ROOT, file), 'utf8')));

/** A phrase in quotes: begins in lower case and with no article, has no full stop at its end and no sentence in it. */
const isPhrase = (event: string): boolean => /^'(?!(?:a|an|the) )[a-z][^.;:,']*'$/.test(event);

test('the first argument of every log call is a lower-case phrase without a full stop', () => {
  expect(calls.length).toBeGreaterThan(50);
  const wrong = calls.filter(({ event }) => !isPhrase(event) && !event.startsWith('ALARMING_LINES.'));
  expect(wrong).toEqual([]);
  expect(Object.values(ALARMING_LINES).filter((line) => !isPhrase(`'${line}'`))).toEqual([]);
});

test('the fields of every log call have the one spelling they are listed by', () => {
  const unknown = calls.flatMap(({ line, fields }) =>
    fields.filter((name) => !FIELDS.includes(name)).map((name) => `${line} ${name}`),
  );
  expect(unknown).toEqual([]);
});

test.each([
  ["log.warn('A timer failed; it comes again.', error)", []],
  ["log.info('the run ended', {\n  runId: ids.get('a, b'),\n  ...more,\n})", ['runId']],
  ['log.error(`turn ended`, { error })', ['error']],
])('the log call %s would be found', (text, fields) => {
  const [call] = logCallsIn('planted.ts', text);
  expect(call?.fields).toEqual(fields);
  expect(isPhrase(call?.event ?? '')).toBe(false);
});

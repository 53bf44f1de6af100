import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { ALARMING_LINES } from '../../../shared/core/alarming-lines.ts';
import { ROOT, sourcesIn } from './source-tree.ts';

/** The fields of log lines: one spelling each. Ids first, then what happened, then counts. */
const FIELDS = [
  ...['request_id', 'invocation_id', 'connection_id', 'message_id', 'user_id', 'project_id', 'session_id', 'run_id'],
  ...['task_id', 'agent_key', 'approval_id', 'last_event_id', 'credential', 'email_hash', 'family', 'source_ip', 'key'],
  ...['action', 'charge', 'delivered', 'dependency', 'ended', 'error', 'failure', 'follow', 'generation', 'kind', 'ok'],
  ...['outcome', 'phase', 'policy', 'reason', 'round', 'route', 'status', 'tool', 'version', 'via'],
  ...['bytes', 'connections', 'duration_ms', 'events', 'failed', 'gone', 'limit', 'lines', 'memories', 'sessions'],
];

type LogCall = { line: string; event: string | undefined; fields: string[]; bare: boolean };

const isLog = (node: ts.CallExpression): boolean =>
  ts.isPropertyAccessExpression(node.expression) &&
  node.expression.expression.getText() === 'log' &&
  ['debug', 'info', 'warn', 'error', 'critical'].includes(node.expression.name.text);

const logCallsIn = (file: string, text: string): LogCall[] => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
  const calls: LogCall[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isLog(node)) {
      const [event, fields] = node.arguments;
      const named = fields && ts.isObjectLiteralExpression(fields) ? fields.properties : [];
      calls.push({
        line: `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`,
        event: event && ts.isStringLiteral(event) ? event.text : undefined,
        fields: named.flatMap(({ name }) => (name ? [name.getText()] : [])),
        bare: event !== undefined && !ts.isStringLiteral(event) && !event.getText().startsWith('ALARMING_LINES.'),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return calls;
};

const calls = ['shared', 'functions']
  .flatMap(sourcesIn)
  .flatMap((file) => logCallsIn(file, readFileSync(join(ROOT, file), 'utf8')));

/** A phrase: begins in lower case, has no full stop at its end and no sentence in it. */
const isPhrase = (event: string): boolean => /^[a-z][^.;:]*[^.\s]$/.test(event) && !/^(a|an|the) /.test(event);

test('the first argument of every log call is a lower-case phrase without a full stop', () => {
  expect(calls.length).toBeGreaterThan(50);
  expect(calls.filter(({ bare }) => bare)).toEqual([]);
  const events = calls.flatMap(({ line, event }) => (event === undefined ? [] : [{ line, event }]));
  expect(events.filter(({ event }) => !isPhrase(event))).toEqual([]);
  expect(Object.values(ALARMING_LINES).filter((line) => !isPhrase(line))).toEqual([]);
});

test('the fields of every log call have the one spelling they are listed by', () => {
  const unknown = calls.flatMap(({ line, fields }) =>
    fields.filter((name) => !FIELDS.includes(name)).map((name) => `${line} ${name}`),
  );
  expect(unknown).toEqual([]);
});

test.each([
  ["log.warn('A timer failed; it comes again.')", 'A timer failed; it comes again.'],
  ["log.info('the run ended', { runId })", 'the run ended'],
])('the log call %s would be found', (text, event) => {
  const [call] = logCallsIn('planted.ts', text);
  expect(call?.event).toBe(event);
  expect(isPhrase(event)).toBe(false);
});

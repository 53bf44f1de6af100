import { describe, expect, test } from 'vitest';
import { FIELDS, KINDS, type Policy } from '../../../../console/src/screens/policies/form/fields.ts';
import { emptyForm, formOf, policyOf, REMOVED } from '../../../../console/src/screens/policies/form/form.ts';
import { factsOf } from '../../../../console/src/screens/policies/list/facts.ts';
import { ownPoliciesSchema } from '../../../../shared/gateway/policies/own/settings.ts';
import { policySettingSchema } from '../../../../shared/gateway/policies/settings.ts';

/* Requirements: WEB1, GW2. */

/** Of every kind one with all of its settings, as somebody stored it. */
const FULL: object[] = [
  { kind: 'models', name: 'm', allow: ['gpt-*', 'scripted'], timeout_ms: 100 },
  {
    kind: 'replace',
    name: 'r',
    on: 'both',
    enabled: false,
    rules: [
      { find: 'Falcon, or not', with: '[removed]' },
      { pattern: '[0-9]{4}', with: '', ignore_case: true },
    ],
  },
  { kind: 'tools', name: 't', rules: [{ tools: ['send_*', 'delete'], verdict: 'ask' }], otherwise: 'deny' },
  { kind: 'judge', name: 'j', on: 'response', question: 'It is rude.', threshold: 0.5, action: 'record', model: 'x' },
  { kind: 'injection', name: 'i', threshold: 0.9, action: 'refuse', on_failure: 'closed' },
  { kind: 'secrets', name: 's', on: 'both', action: 'mask' },
  { kind: 'log', name: 'l' },
  {
    kind: 'pii',
    name: 'p',
    types: ['EMAIL'],
    more_types: ['AGE', 'PLACE'],
    patterns: [{ name: 'BADGE', pattern: 'B-[0-9]+', ignore_case: true }],
  },
  {
    kind: 'dedup',
    name: 'd',
    smallest_block: 100,
    session_kb: 8,
    sessions: 2,
    keep_hours: 3,
    flush_seconds: 0,
    send_once: true,
  },
  { kind: 'answers', name: 'a', calls: 'all', keep_seconds: 60, similar: { threshold: 0.95 } },
];
const stored = (given: object): Policy => policySettingSchema.parse(given) as Policy;

describe('the form of a policy', () => {
  test('there is one for every kind the service has', () => {
    const kinds = policySettingSchema.options.map(({ shape }) => shape.kind.value);
    expect(KINDS.toSorted()).toEqual(kinds.toSorted());
  });

  test.each(KINDS)('%s has a field for every setting', (kind) => {
    const schema = policySettingSchema.options.find(({ shape }) => shape.kind.value === kind);
    const fixed = ['kind', 'name', 'enabled', ...(kind === 'pii' || kind === 'answers' ? ['on_failure'] : [])];
    const settings = Object.keys(schema?.shape ?? {}).filter((name) => !fixed.includes(name));
    expect(FIELDS[kind].map(({ name }) => name).toSorted()).toEqual(settings.toSorted());
  });

  test.each(FULL.map((one) => [(one as Policy).kind, one]))(
    '%s that is opened and closed stays what it was',
    (_, given) => {
      const policy = stored(given);
      expect(policyOf(formOf(policy))).toEqual(policy);
    },
  );

  test.each(FULL.map((one) => [(one as Policy).kind, one]))(
    '%s with nothing but what it must have stays that',
    (_, given) => {
      const { kind, name, ...all } = given as Record<string, unknown>;
      const [must] = ['allow', 'rules', 'question'].filter((field) => field in all);
      const policy = stored({ kind, name, ...(must && { [must]: all[must] }) });
      expect(stored(policyOf(formOf(policy)))).toEqual(policy);
    },
  );

  test.each(KINDS)('%s begins with what the service assumes', (kind) => {
    const must = { models: { allow: 'x' }, judge: { question: 'The text is rude.' } }[kind as string];
    const form = emptyForm(kind, { isOwn: false });
    const rows = {
      replace: [{ how: 'find', what: 'x', with: '', ignore_case: false }],
      tools: [{ tools: 'x', verdict: 'allow' }],
    };
    const rules = rows[kind as 'tools'];
    const filled = policyOf({ ...form, name: 'x', values: { ...form.values, ...must, ...(rules && { rules }) } });
    const { kind: _kind, name: _name, ...least } = stored(filled) as Policy & Record<string, unknown>;
    const given = { kind, name: 'x', ...(kind === 'models' && { allow: ['x'] }), ...(kind === 'judge' && must) };
    const wanted = { ...given, ...(rules && { rules: (filled as { rules?: unknown }).rules }) };
    expect({ kind, name: 'x', ...least }).toEqual(stored(wanted));
  });

  test('a person’s own replacement puts in the only words it may', () => {
    const { values } = emptyForm('replace', { isOwn: true });
    expect(values.rules).toEqual([{ how: 'find', what: '', with: REMOVED, ignore_case: false }]);
    const form = emptyForm('replace', { isOwn: true });
    const rules = [{ ...(form.values.rules as object[])[0], what: 'Falcon' }];
    const own = policyOf({ ...form, name: 'names', values: { ...values, rules } } as never);
    expect(ownPoliciesSchema.safeParse({ policies: [own], switched_off: [] }).success).toBe(true);
    expect(own).toMatchObject({ rules: [{ find: 'Falcon', with: '[removed]' }] });
  });

  test('what is typed around words, empty lines and a name’s blanks do not count', () => {
    const form = emptyForm('models', { isOwn: true });
    const typed = { ...form, name: ' mine ', values: { ...form.values, allow: ' gpt-* \n\n scripted\n' } };
    expect(policyOf(typed)).toMatchObject({ name: 'mine', allow: ['gpt-*', 'scripted'] });
  });
});

test('a policy is told by what it is set to, and not by what was left out', () => {
  expect(factsOf(stored(FULL[2] ?? {}))).toEqual([
    {
      field: 'rules',
      lines: [
        [
          { text: 'send_*, delete', isChoice: false },
          { text: 'ask', isChoice: true },
        ],
      ],
    },
    { field: 'otherwise', lines: [[{ text: 'deny', isChoice: true }]] },
  ]);
  expect(factsOf(stored({ kind: 'log', name: 'l' }))).toEqual([]);
});

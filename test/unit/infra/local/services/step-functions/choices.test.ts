import { describe, expect, test } from 'vitest';
import { endOf, outputOf, start } from './workflow.ts';

const deciding = (...Choices: object[]) => ({
  States: {
    Decide: { Type: 'Choice', Choices: Choices.map((one) => ({ ...one, Next: 'Yes' })), Default: 'No' },
    Yes: { Type: 'Pass', Result: true, End: true },
    No: { Type: 'Pass', Result: false, End: true },
  },
});
const input = { text: 'plan-7*', n: 5, other: 4, yes: true, none: null, at: '2026-11-21T10:00:00Z' };
const holds = (rule: object): Promise<unknown> => outputOf(deciding(rule), { input });

describe('the rules of a Choice state', () => {
  test.each([
    [{ Variable: '$.text', StringEquals: 'plan-7*' }, true],
    [{ Variable: '$.text', StringLessThan: 'q' }, true],
    [{ Variable: '$.text', StringMatches: 'plan-*' }, true],
    [{ Variable: '$.text', StringMatches: 'plan-7\\*' }, true],
    [{ Variable: '$.text', StringMatches: 'plan-.*' }, false],
    [{ Variable: '$.text', StringMatches: 'plan' }, false],
    [{ Variable: '$.n', NumericEquals: 5 }, true],
    [{ Variable: '$.n', NumericGreaterThanEquals: 6 }, false],
    [{ Variable: '$.n', NumericGreaterThanPath: '$.other' }, true],
    [{ Variable: '$.n', StringEquals: '5' }, false],
    [{ Variable: '$.yes', BooleanEquals: true }, true],
    [{ Variable: '$.yes', BooleanEquals: false }, false],
    [{ Variable: '$.at', TimestampLessThan: '2026-11-21T12:00:00+01:00' }, true],
    [{ Variable: '$.at', TimestampEquals: '2026-11-21T11:00:00+01:00' }, true],
    [{ Variable: '$.missing', IsPresent: false }, true],
    [{ Variable: '$.none', IsPresent: true }, true],
    [{ Variable: '$.none', IsNull: true }, true],
    [{ Variable: '$.n', IsString: false }, true],
    [{ Variable: '$.at', IsTimestamp: true }, true],
    [{ Variable: '$.text', IsTimestamp: true }, false],
    [{ Not: { Variable: '$.n', NumericEquals: 5 } }, false],
    [
      {
        And: [
          { Variable: '$.n', IsNumeric: true },
          { Variable: '$.n', NumericLessThan: 9 },
        ],
      },
      true,
    ],
    [{ Or: [{ Variable: '$.n', NumericLessThan: 1 }, { Not: { Variable: '$.yes', BooleanEquals: true } }] }, false],
    [{ Variable: '$$.State.Name', StringEquals: 'Decide' }, true],
  ])('the choice rule %o is %s', async (rule, expected) => {
    expect(await holds(rule)).toBe(expected);
  });

  test('a choice’s And stops at the first rule that does not hold, so that IsPresent guards the next', async () => {
    const guarded = [
      { Variable: '$.missing', IsPresent: true },
      { Variable: '$.missing', NumericEquals: 1 },
    ];
    expect(await holds({ And: guarded })).toBe(false);
  });

  test('comparing a missing value fails the execution', async () => {
    const end = await endOf(start(deciding({ Variable: '$.missing', NumericEquals: 1 }), { input }));
    expect(end).toMatchObject({
      status: 'FAILED',
      error: 'States.Runtime',
      cause: expect.stringContaining("'$.missing'"),
    });
  });

  test('the first choice rule that holds decides', async () => {
    const definition = deciding({ Variable: '$.n', NumericEquals: 5 }, { Variable: '$.n', NumericEquals: 5 });
    Object.assign(definition.States.Decide.Choices[0]!, { Next: 'No' });
    expect(await outputOf(definition, { input })).toBe(false);
  });

  test('a choice without a default is an error when no rule holds', async () => {
    const definition = deciding({ Variable: '$.n', NumericEquals: 6 });
    const { Default: _, ...Decide } = definition.States.Decide;
    const end = await endOf(start({ States: { ...definition.States, Decide } }, { input }));
    expect(end).toMatchObject({ status: 'FAILED', error: 'States.NoChoiceMatched' });
  });
});

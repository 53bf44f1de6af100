import { matches } from './wildcard.ts';

type Test = (wanted: string, actual: string) => boolean;
type Operator = { test: Test; negated: boolean };

const equals: Test = (wanted, actual) => wanted === actual;
const equalsIgnoringCase: Test = (wanted, actual) => wanted.toLowerCase() === actual.toLowerCase();
const like: Test = (wanted, actual) => matches(wanted, actual);

/** Operators by name. `Null` is apart: it looks at whether the key is there, not at its value. */
const OPERATORS: Record<string, Operator> = {
  StringEquals: { test: equals, negated: false },
  StringNotEquals: { test: equals, negated: true },
  StringEqualsIgnoreCase: { test: equalsIgnoringCase, negated: false },
  StringLike: { test: like, negated: false },
  StringNotLike: { test: like, negated: true },
  ArnEquals: { test: like, negated: false },
  ArnLike: { test: like, negated: false },
  Bool: { test: equalsIgnoringCase, negated: false },
};

const SHAPE = /^(?:(ForAllValues|ForAnyValue):)?([A-Za-z]+?)(IfExists)?$/;

export type Conditions = Record<string, Record<string, string | string[]>>;

/** What this evaluation cannot judge, as a sentence; `undefined` when it can judge everything. */
export function unsupportedCondition(conditions: Conditions): string | undefined {
  for (const [name, keys] of Object.entries(conditions)) {
    const operator = SHAPE.exec(name)?.[2];
    if (!operator || !(operator in OPERATORS || operator === 'Null')) return `condition operator ${name}`;
    for (const value of Object.values(keys).flat()) {
      if (String(value).includes('${')) return `policy variable in ${value}`;
    }
  }
  return undefined;
}

/** Whether every condition holds for the request's context (keys are compared without regard to case, as IAM does). */
export function conditionsHold(conditions: Conditions | undefined, context: Record<string, string[]>): boolean {
  if (!conditions) return true;
  const lowered = new Map(Object.entries(context).map(([key, values]) => [key.toLowerCase(), values]));
  return Object.entries(conditions).every(([name, keys]) =>
    Object.entries(keys).every(([key, wanted]) =>
      holds(name, [wanted].flat().map(String), lowered.get(key.toLowerCase())),
    ),
  );
}

function holds(name: string, wanted: string[], actual: string[] | undefined): boolean {
  const [, quantifier, base = '', ifExists] = SHAPE.exec(name) ?? [];
  if (base === 'Null') return wanted.includes(String(actual === undefined));
  const operator = OPERATORS[base];
  if (!operator) throw new Error(`unsupported condition operator ${name}`);
  const accepts = (value: string) => wanted.some((one) => operator.test(one, value)) !== operator.negated;
  if (quantifier === 'ForAllValues') return (actual ?? []).every(accepts);
  if (actual === undefined) return ifExists !== undefined || (quantifier === undefined && operator.negated);
  return actual.some(accepts);
}

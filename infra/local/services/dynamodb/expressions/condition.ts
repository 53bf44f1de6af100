import { bytes, compareValues, sameValue, typeOf } from '../values/attribute-value.ts';
import type { AttributeValue, Item } from '../values/types.ts';
import { valueAt } from './path.ts';
import { type Condition, isNode, isPath, type Operand } from './syntax.ts';

/** Whether an item, `{}` when there is none, satisfies a condition or filter. What is missing compares with nothing. */
export function holds(condition: Condition, item: Item): boolean {
  switch (condition.type) {
    case 'and':
      return condition.args.every((part) => holds(part, item));
    case 'or':
      return condition.args.some((part) => holds(part, item));
    case 'not':
      return !holds(condition.args[0]!, item);
    case 'function':
      return predicate(condition.name, values(condition.args, item));
    default:
      return comparison(condition.type, values(condition.args, item));
  }
}

type Values = (AttributeValue | undefined)[];

const values = (operands: Operand[], item: Item): Values => operands.map((operand) => resolved(operand, item));

function resolved(operand: Operand, item: Item): AttributeValue | undefined {
  if (isPath(operand)) return valueAt(operand, item);
  if (!isNode(operand)) return operand;
  if (operand.type === 'function' && operand.name === 'size') {
    const measured = resolved(operand.args[0]!, item);
    const size = measured && sizeOf(measured);
    return size === undefined ? undefined : { N: String(size) };
  }
  throw new TypeError(`${operand.type} is no operand of a condition`);
}

function comparison(operator: string, [value, ...others]: Values): boolean {
  const [first, second] = others;
  switch (operator) {
    case '=':
      return equal(value, first);
    case '<>':
      return !equal(value, first);
    case 'in':
      return others.some((other) => equal(value, other));
    case 'between':
      return ordered(first, value, (order) => order <= 0) && ordered(value, second, (order) => order <= 0);
    case '<':
      return ordered(value, first, (order) => order < 0);
    case '<=':
      return ordered(value, first, (order) => order <= 0);
    case '>':
      return ordered(value, first, (order) => order > 0);
    case '>=':
      return ordered(value, first, (order) => order >= 0);
    default:
      throw new TypeError(`unknown comparison ${operator}`);
  }
}

function predicate(name: string, [value, operand]: Values): boolean {
  switch (name) {
    case 'attribute_exists':
      return value !== undefined;
    case 'attribute_not_exists':
      return value === undefined;
    case 'attribute_type':
      return value !== undefined && typeOf(value) === operand?.S;
    case 'begins_with':
      return begins(value, operand);
    case 'contains':
      return value !== undefined && operand !== undefined && contains(value, operand);
    default:
      throw new TypeError(`unknown function ${name}`);
  }
}

const equal = (a: AttributeValue | undefined, b: AttributeValue | undefined) =>
  a !== undefined && b !== undefined && sameValue(a, b);

function ordered(a: AttributeValue | undefined, b: AttributeValue | undefined, test: (order: number) => boolean) {
  const order = a && b && compareValues(a, b);
  return order !== undefined && test(order);
}

function begins(value: AttributeValue | undefined, prefix: AttributeValue | undefined): boolean {
  if (value?.S !== undefined && prefix?.S !== undefined) return value.S.startsWith(prefix.S);
  if (value?.B === undefined || prefix?.B === undefined) return false;
  const start = bytes(prefix.B);
  return bytes(value.B).subarray(0, start.length).equals(start);
}

function contains(value: AttributeValue, operand: AttributeValue): boolean {
  if (value.L) return value.L.some((member) => sameValue(member, operand));
  if (operand.S !== undefined) return value.S?.includes(operand.S) ?? value.SS?.includes(operand.S) ?? false;
  if (operand.N !== undefined) return value.NS?.some((member) => sameValue({ N: member }, operand)) ?? false;
  if (operand.B === undefined) return false;
  return value.B === undefined ? (value.BS?.includes(operand.B) ?? false) : bytes(value.B).includes(bytes(operand.B));
}

function sizeOf(value: AttributeValue): number | undefined {
  if (value.B !== undefined) return bytes(value.B).length;
  if (value.M) return Object.keys(value.M).length;
  return (value.S ?? value.SS ?? value.NS ?? value.BS ?? value.L)?.length;
}

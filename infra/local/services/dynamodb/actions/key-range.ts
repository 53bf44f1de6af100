import { invalid } from '../errors.ts';
import type { Bound, Range } from '../storage/ranges.ts';
import { type KeyNames, namesOf, type Table } from '../table.ts';
import { typeOf } from '../values/attribute-value.ts';
import { endOfPrefix, partitionBytes, sortBytes } from '../values/key-bytes.ts';
import type { AttributeValue } from '../values/types.ts';

/** A condition on one key attribute, as dynalite hands it on from the KeyConditionExpression. */
export type KeyCondition = { ComparisonOperator: string; AttributeValueList: AttributeValue[] };

/** @throws DynamoDbError unless the conditions are one equality on the partition key and at most one range on the sort key. */
export function keyRange(conditions: Record<string, KeyCondition>, names: KeyNames, table: Table): Range {
  const partition = conditions[names.hash];
  const sort = names.range === undefined ? undefined : conditions[names.range];
  if (!partition) throw invalid(`Query condition missed key schema element: ${names.hash}`);
  for (const name of Object.keys(conditions)) {
    if (!namesOf(names).includes(name))
      throw invalid(`Query condition missed key schema element: ${names.range ?? names.hash}`);
    if (conditions[name]!.AttributeValueList.some((value) => typeOf(value) !== table.types[name])) {
      throw invalid('One or more parameter values were invalid: Condition parameter type does not match schema type');
    }
  }
  if (partition.ComparisonOperator !== 'EQ') throw invalid('Query key condition not supported');
  const hash = partitionBytes(partition.AttributeValueList[0]!);
  return sort ? { hash, ...sortRange(sort) } : { hash };
}

function sortRange({ ComparisonOperator: operator, AttributeValueList: values }: KeyCondition): Omit<Range, 'hash'> {
  const first = sortBytes(values[0]!);
  const inclusive: Bound = { at: first, open: false };
  const exclusive: Bound = { at: first, open: true };
  switch (operator) {
    case 'EQ':
      return { from: inclusive, to: inclusive };
    case 'LT':
      return { to: exclusive };
    case 'LE':
      return { to: inclusive };
    case 'GT':
      return { from: exclusive };
    case 'GE':
      return { from: inclusive };
    case 'BETWEEN':
      return { from: inclusive, to: { at: sortBytes(values[1]!), open: false } };
    case 'BEGINS_WITH': {
      const end = endOfPrefix(first);
      return { from: inclusive, to: end && { at: end, open: true } };
    }
    default:
      throw invalid('Attempted conditional constraint is not an indexable operation');
  }
}

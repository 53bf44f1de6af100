import { invalid } from '../errors.ts';
import { type Condition, isNode, isPath, type Operand } from '../expressions/syntax.ts';
import type { VectorIndex } from '../table.ts';
import type { AttributeValue } from '../values/types.ts';

/**
 * The attributes that a search's condition compares, with the values wanted: equality, joined by `and`, with attributes of
 * the search schema. Source: API reference, SearchVectors. The developer guide names further operators since; a condition
 * with one is refused here, because the SDK that is used does not describe them.
 */
export function comparedIn(condition: Condition | undefined, index: VectorIndex): Record<string, AttributeValue> {
  if (!condition) return {};
  if (condition.type === 'and') {
    return Object.assign({}, ...condition.args.map((part) => comparedIn(part as Condition, index)));
  }
  if (condition.type !== '=') throw invalid('Invalid comparator used in SearchConditionExpression');
  const [path, value] = condition.args as [Operand, Operand];
  if (!isPath(path) || path.length !== 1 || isPath(value) || isNode(value))
    throw invalid('SearchConditionExpression compares an attribute with a value');
  const name = String(path[0]);
  if (name !== index.hash && !index.filters.includes(name))
    throw invalid(`SearchConditionExpression can only contain attributes of the search schema, not ${name}`);
  return { [name]: value };
}

import validations from 'dynalite/validations/index.js';
import { holds } from '../../../infra/local/services/dynamodb/expressions/condition.ts';
import type {
  ConditionExpression,
  UpdateExpression,
} from '../../../infra/local/services/dynamodb/expressions/syntax.ts';
import { updated } from '../../../infra/local/services/dynamodb/expressions/update.ts';
import type { AttributeValue, Item } from '../../../infra/local/services/dynamodb/values/types.ts';
import { packed } from './values.ts';

/** The members of a command that hold expressions. */
export type Expressions = {
  ConditionExpression?: string | undefined;
  UpdateExpression?: string | undefined;
  ExpressionAttributeNames?: Record<string, string> | undefined;
  ExpressionAttributeValues?: Record<string, unknown> | undefined;
};

type Parsed = {
  condition: ConditionExpression | undefined;
  updates: UpdateExpression | undefined;
  slots: Record<string, AttributeValue>;
};

/** Parsing takes far longer than evaluating, and the product has a few hundred expressions: each is parsed once. */
const known = new Map<string, Parsed>();

const typeOf = (value: AttributeValue): string => Object.keys(value)[0] ?? '';

/** The same objects stand in the parsed expression wherever a value is named, so new values only have to be put into them. */
const parsed = (request: Expressions): Parsed => {
  const { ConditionExpression, UpdateExpression, ExpressionAttributeNames = {} } = request;
  const values = Object.entries(request.ExpressionAttributeValues ?? {}).map(
    ([name, value]) => [name, packed(value)] as const,
  );
  const shape = values.map(([name, value]) => `${name}${typeOf(value)}`).join();
  const text = `${ConditionExpression}|${UpdateExpression}|${Object.values(ExpressionAttributeNames).join()}|${shape}`;
  let found = known.get(text);
  if (!found) {
    const slots = Object.fromEntries(values.map(([name, value]) => [name, { ...value }]));
    const data: Expressions & { _condition?: ConditionExpression; _updates?: UpdateExpression } = {
      ...(ConditionExpression && { ConditionExpression }),
      ...(UpdateExpression && { UpdateExpression }),
      ...(request.ExpressionAttributeNames && { ExpressionAttributeNames }),
      ...(values.length > 0 && { ExpressionAttributeValues: slots }),
    };
    const problem = validations.validateExpressions(data);
    if (problem) throw new Error(`DynamoDB would refuse "${ConditionExpression} ${UpdateExpression}": ${problem}`);
    found = { condition: data._condition, updates: data._updates, slots };
    known.set(text, found);
  }
  for (const [name, value] of values) Object.assign(found.slots[name] ?? {}, value);
  return found;
};

/** Whether the condition holds for the item that stands there, and the item after the update if it does. */
export const judged = (
  request: Expressions,
  before: Item | undefined,
  key: Item,
): { holds: boolean; after: Item | undefined } => {
  if (!request.ConditionExpression && !request.UpdateExpression) return { holds: true, after: before };
  const { condition, updates } = parsed(request);
  const fits = condition === undefined || holds(condition.expression, before ?? {});
  return { holds: fits, after: fits && updates ? updated(updates.sections, before, key) : before };
};

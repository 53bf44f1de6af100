import type { ReturnConsumed } from '../capacity.ts';
import { invalid } from '../errors.ts';
import { checkFurther, oneOf, parse, refuseUnknown, SHAPES, type Shape, text } from '../requests.ts';
import type { Get } from './get-item.ts';
import type { Write } from './write.ts';

/** Members of a single request that are not allowed inside a transaction. */
const OUTSIDE = ['ReturnValues', 'ReturnConsumedCapacity', 'ReturnItemCollectionMetrics', 'ConsistentRead'];
const MAX_PARTS = 100;

const inside = ({ types, custom }: Shape): Shape => ({
  types: Object.fromEntries(Object.entries(types).filter(([name]) => !OUTSIDE.includes(name))),
  custom,
});

const PARTS: Record<string, Shape> = {
  Put: inside(SHAPES.PutItem),
  Update: inside(SHAPES.UpdateItem),
  Delete: inside(SHAPES.DeleteItem),
  ConditionCheck: inside(SHAPES.DeleteItem),
  Get: inside(SHAPES.GetItem),
};
const WRITES = ['Put', 'Update', 'Delete', 'ConditionCheck'];

type Envelope = {
  TransactItems: Record<string, object>[];
  ClientRequestToken?: string;
  ReturnConsumedCapacity?: ReturnConsumed;
};
export type TransactWrite = {
  writes: Write[];
  token: string | undefined;
  /** What a repetition under the same token must equal. */
  content: string;
  returnCapacity: ReturnConsumed;
};
export type TransactGet = { gets: Get[]; returnCapacity: ReturnConsumed };

function transaction(kinds: string[], additional: Shape['types'] = {}): Shape {
  const members = kinds.map((kind) => [kind, { type: `FieldStruct<${kind}>`, children: PARTS[kind]!.types }] as const);
  return {
    types: {
      TransactItems: {
        type: 'List',
        notNull: true,
        lengthGreaterThanOrEqual: 1,
        lengthLessThanOrEqual: MAX_PARTS,
        children: { type: 'ValueStruct<TransactItem>', children: Object.fromEntries(members) },
      },
      ReturnConsumedCapacity: oneOf('INDEXES', 'TOTAL', 'NONE'),
      ...additional,
    },
  };
}

const WRITE_SHAPE = transaction(WRITES, {
  ClientRequestToken: text({ lengthGreaterThanOrEqual: 1, lengthLessThanOrEqual: 36 }),
  ReturnItemCollectionMetrics: oneOf('SIZE', 'NONE'),
});
const GET_SHAPE = transaction(['Get']);

export function parseTransactWrite(body: object): TransactWrite {
  const content = JSON.stringify((body as Partial<Envelope>).TransactItems);
  const { envelope, parts } = parseParts(body, WRITES, WRITE_SHAPE);
  for (const { kind, request } of parts) {
    const { _condition, _updates } = request as { _condition?: object; _updates?: object };
    if (kind === 'ConditionCheck' && !_condition) throw invalid('a ConditionCheck needs a ConditionExpression');
    if (kind === 'Update' && !_updates) throw invalid('an Update in a transaction needs an UpdateExpression');
  }
  return {
    writes: parts as Write[],
    token: envelope.ClientRequestToken,
    content,
    returnCapacity: envelope.ReturnConsumedCapacity,
  };
}

export function parseTransactGet(body: object): TransactGet {
  const { envelope, parts } = parseParts(body, ['Get'], GET_SHAPE);
  return { gets: parts.map(({ request }) => request as Get), returnCapacity: envelope.ReturnConsumedCapacity };
}

function parseParts(body: object, kinds: string[], shape: Shape) {
  refuseUnknownParts(body, kinds);
  const envelope = parse<Envelope>(shape, body);
  const parts = envelope.TransactItems.map((item) => {
    const [kind, ...others] = Object.keys(item);
    if (kind === undefined || others.length > 0) {
      throw invalid('TransactItems can only contain one of ConditionCheck, Put, Update or Delete');
    }
    checkFurther(PARTS[kind]!, item[kind]!);
    return { kind, request: item[kind]! };
  });
  return { envelope, parts };
}

function refuseUnknownParts(body: object, kinds: string[]): void {
  const { TransactItems: items } = body as Partial<Envelope>;
  if (!Array.isArray(items)) return;
  for (const [kind, part] of items.flatMap((item) => Object.entries(item ?? {}))) {
    if (!kinds.includes(kind)) throw invalid(`the local DynamoDB does not support ${kind} in this transaction`);
    refuseUnknown(PARTS[kind]!.types, part ?? {});
  }
}

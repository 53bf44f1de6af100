import dynaliteCreate from 'dynalite/validations/createTable.js';
import { oneOf, type Shape, text } from '../requests.ts';
import type { IndexDefinition } from '../table.ts';
import { checkTable, vectorIndexesType } from '../vectors/index-shape.ts';

export type IndexUpdate = { Create?: IndexDefinition; Delete?: { IndexName: string } };

const TABLE_NAME = text({ required: true, tableName: true, regex: '[a-zA-Z0-9_.-]+' });
const createTypes = dynaliteCreate.types;

export const nameShape: Shape = { types: { TableName: TABLE_NAME } };

export const createShape: Shape = {
  types: { ...createTypes, VectorIndexes: vectorIndexesType, DeletionProtectionEnabled: 'Boolean' },
  custom: checkTable,
};

type Structured = { children: { children: Record<string, object> } };
const indexMembers = (createTypes.GlobalSecondaryIndexes as Structured).children.children;

export const updateShape: Shape = {
  types: {
    TableName: TABLE_NAME,
    AttributeDefinitions: optional(createTypes.AttributeDefinitions as Record<string, unknown>),
    BillingMode: oneOf('PROVISIONED', 'PAY_PER_REQUEST'),
    ProvisionedThroughput: createTypes.ProvisionedThroughput!,
    DeletionProtectionEnabled: 'Boolean',
    GlobalSecondaryIndexUpdates: {
      type: 'List',
      children: {
        type: 'ValueStruct<GlobalSecondaryIndexUpdate>',
        children: {
          Create: { type: 'FieldStruct<CreateGlobalSecondaryIndexAction>', children: indexMembers },
          Delete: {
            type: 'FieldStruct<DeleteGlobalSecondaryIndexAction>',
            children: { IndexName: text({ notNull: true }) },
          },
        },
      },
    },
  },
};

export const timeToLiveShape: Shape = {
  types: {
    TableName: TABLE_NAME,
    TimeToLiveSpecification: {
      type: 'FieldStruct<TimeToLiveSpecification>',
      notNull: true,
      children: {
        AttributeName: text({ notNull: true, lengthGreaterThanOrEqual: 1, lengthLessThanOrEqual: 255 }),
        Enabled: { type: 'Boolean', notNull: true },
      },
    },
  },
};

/** dynalite takes the mere presence of `notNull` for the rule. */
function optional({ notNull, ...rest }: Record<string, unknown>): object {
  return rest;
}

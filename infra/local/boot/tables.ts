import type { TableDefinition } from '../services/dynamodb/table.ts';
import { physicalIdOf } from '../template/identity.ts';
import type { Resource } from '../template/resource.ts';

/** The tables of the template in the form of CreateTable, with the TTL attribute. */
export function tablesOf(resources: Resource[]): TableDefinition[] {
  return resources.filter((one) => one.type === 'AWS::DynamoDB::Table').map(tableOf);
}

function tableOf(resource: Resource): TableDefinition {
  const { TimeToLiveSpecification: ttl, ...properties } = resource.properties;
  const { AttributeName, Enabled } = (ttl ?? {}) as { AttributeName?: string; Enabled?: boolean };
  const taken = [
    ...['AttributeDefinitions', 'BillingMode', 'GlobalSecondaryIndexes', 'KeySchema'],
    ...['LocalSecondaryIndexes', 'VectorIndexes'],
  ];
  const definition = Object.fromEntries(Object.entries(properties).filter(([name]) => taken.includes(name)));
  return {
    ...(definition as Omit<TableDefinition, 'TableName'>),
    TableName: physicalIdOf(resource),
    ...(Enabled && AttributeName && { ttlAttribute: AttributeName }),
  };
}

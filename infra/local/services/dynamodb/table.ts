import type { ValueType } from './values/types.ts';

export type KeySchema = { AttributeName: string; KeyType: 'HASH' | 'RANGE' }[];
export type Throughput = { ReadCapacityUnits: number; WriteCapacityUnits: number };
export type IndexDefinition = {
  IndexName: string;
  KeySchema: KeySchema;
  Projection: { ProjectionType?: 'ALL' | 'KEYS_ONLY' | 'INCLUDE'; NonKeyAttributes?: string[] };
  ProvisionedThroughput?: Throughput;
};

/** Of the three distances that DynamoDB has, the one that is used here. */
export type VectorIndexDefinition = {
  IndexName: string;
  VectorAttribute: { AttributeName: string };
  Dimensions: number;
  DistanceFunction: 'COSINE';
  SearchSchema: { AttributeName: string; SearchSchemaElementType: 'HASH' | 'INLINE_FILTER' }[];
  Projection: { ProjectionType: 'KEYS_ONLY' };
};

/** The input of CreateTable, as far as it is supported, and the name of the TTL attribute. */
export type TableDefinition = {
  TableName: string;
  KeySchema: KeySchema;
  AttributeDefinitions: { AttributeName: string; AttributeType: 'S' | 'N' | 'B' }[];
  GlobalSecondaryIndexes?: IndexDefinition[];
  LocalSecondaryIndexes?: Omit<IndexDefinition, 'ProvisionedThroughput'>[];
  VectorIndexes?: VectorIndexDefinition[];
  BillingMode?: 'PAY_PER_REQUEST' | 'PROVISIONED';
  ProvisionedThroughput?: Throughput;
  DeletionProtectionEnabled?: boolean;
  ttlAttribute?: string;
};

export type KeyNames = { hash: string; range: string | undefined };
export type IndexKind = 'GlobalSecondaryIndexes' | 'LocalSecondaryIndexes' | 'VectorIndexes';
export type Index = KeyNames & {
  id: number;
  name: string;
  arn: string;
  kind: IndexKind;
  projected: Set<string> | 'all';
};
/** Its entries are under the partition key of its search schema. Queries and scans cannot read it. */
export type VectorIndex = Index & {
  vector: string;
  dimensions: number;
  /** What a search may be narrowed to, besides the partition. */
  filters: string[];
};
export type Table = KeyNames & {
  id: number;
  name: string;
  arn: string;
  createdAt: number;
  definition: TableDefinition;
  types: Record<string, ValueType>;
  indexes: Index[];
  vectorIndexes: VectorIndex[];
};

const ACCOUNT_ARN = 'arn:aws:dynamodb:us-east-1:000000000000';

export const tableArn = (name: string) => `${ACCOUNT_ARN}:table/${name}`;
export const indexArn = (table: string, index: string) => `${tableArn(table)}/index/${index}`;

export function keyNames(schema: KeySchema): KeyNames {
  return { hash: schema[0]!.AttributeName, range: schema[1]?.AttributeName };
}

/** Attributes of a table's, or an index's, key, in the order they come. */
export const namesOf = ({ hash, range }: KeyNames): string[] => (range === undefined ? [hash] : [hash, range]);

export function projectedAttributes(definition: TableDefinition, index: IndexDefinition): Set<string> | 'all' {
  if (index.Projection.ProjectionType === 'ALL') return 'all';
  const keys = [...namesOf(keyNames(definition.KeySchema)), ...namesOf(keyNames(index.KeySchema))];
  return new Set([...keys, ...(index.Projection.NonKeyAttributes ?? [])]);
}

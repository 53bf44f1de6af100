import {
  type Index,
  type IndexDefinition,
  type IndexKind,
  indexArn,
  keyNames,
  projectedAttributes,
  type TableDefinition,
  type VectorIndex,
  type VectorIndexDefinition,
} from '../table.ts';

export type AnyIndex = IndexDefinition | VectorIndexDefinition;

/** Every index of a table, of whatever kind: their names share one space. */
export const definedIn = (definition: TableDefinition): AnyIndex[] => [
  ...(definition.GlobalSecondaryIndexes ?? []),
  ...(definition.LocalSecondaryIndexes ?? []),
  ...(definition.VectorIndexes ?? []),
];

export function secondaryIndexes(definition: TableDefinition, idOf: (name: string) => number): Index[] {
  const ofKind = (kind: Exclude<IndexKind, 'VectorIndexes'>): Index[] =>
    (definition[kind] ?? []).map((index) => ({
      ...keyNames(index.KeySchema),
      id: idOf(index.IndexName),
      name: index.IndexName,
      arn: indexArn(definition.TableName, index.IndexName),
      kind,
      projected: projectedAttributes(definition, index),
    }));
  return [...ofKind('GlobalSecondaryIndexes'), ...ofKind('LocalSecondaryIndexes')];
}

export const vectorIndexes = (definition: TableDefinition, idOf: (name: string) => number): VectorIndex[] =>
  (definition.VectorIndexes ?? []).map((index) => {
    const hash = hashOf(index);
    const filters = index.SearchSchema.map(({ AttributeName }) => AttributeName).filter((name) => name !== hash);
    return {
      hash,
      range: undefined,
      id: idOf(index.IndexName),
      name: index.IndexName,
      arn: indexArn(definition.TableName, index.IndexName),
      kind: 'VectorIndexes',
      // Its search schema is carried too, whatever the projection.
      projected: new Set([...definition.KeySchema.map(({ AttributeName }) => AttributeName), hash, ...filters]),
      vector: index.VectorAttribute.AttributeName,
      dimensions: index.Dimensions,
      filters,
    };
  });

export const hashOf = ({ SearchSchema }: VectorIndexDefinition): string =>
  SearchSchema.find(({ SearchSchemaElementType: type }) => type === 'HASH')!.AttributeName;

/** Two indexes with the same signature have the same entries. */
export function signature(index: AnyIndex, { AttributeDefinitions }: TableDefinition): string {
  const schema = 'KeySchema' in index ? index.KeySchema : index.SearchSchema;
  const names: string[] = schema.map(({ AttributeName }) => AttributeName);
  return JSON.stringify([index, AttributeDefinitions.filter(({ AttributeName }) => names.includes(AttributeName))]);
}

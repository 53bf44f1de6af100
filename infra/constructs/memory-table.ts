import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { CfnTable } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { MEMORY_TABLE_SCHEMA, vectorAttributeOf, vectorIndexOf } from '../../shared/core/memory-table-schema.ts';
import type { ArtelFunction } from './artel-function.ts';

const { partitionKey, sortKey, timeIndex, searchPartition, inlineFilters } = MEMORY_TABLE_SCHEMA;

const WRITE = ['dynamodb:BatchWriteItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'];

const key = (range: string) => [
  { attributeName: partitionKey, keyType: 'HASH' },
  { attributeName: range, keyType: 'RANGE' },
];
const attribute = (attributeType: string) => (attributeName: string) => ({ attributeName, attributeType });

/**
 * The table of memories, for a deployment without a Qdrant: nothing outside is needed. The constructs for tables do not know
 * vector indexes yet, so this is CloudFormation's own resource.
 *
 * IAM can limit who searches an index, and not what of it they find: conditions on partition keys have no effect on
 * SearchVectors. That an agent finds its own memories alone is up to `shared/memory/store/dynamodb`.
 */
export class MemoryTable extends Construct {
  readonly table: CfnTable;
  readonly #sizes: readonly number[];

  constructor(scope: Construct, id: string, { keepData, vectorSizes }: { keepData: boolean; vectorSizes: number[] }) {
    super(scope, id);
    this.#sizes = vectorSizes;
    this.table = new CfnTable(this, 'Default', {
      // The only mode of a table with vector indexes.
      billingMode: 'PAY_PER_REQUEST',
      keySchema: key(sortKey),
      attributeDefinitions: [
        ...[partitionKey, sortKey, searchPartition, ...inlineFilters].map(attribute('S')),
        attribute('N')(timeIndex.sortKey),
      ],
      localSecondaryIndexes: [
        {
          indexName: timeIndex.name,
          keySchema: key(timeIndex.sortKey),
          projection: { projectionType: 'INCLUDE', nonKeyAttributes: [...timeIndex.carried] },
        },
      ],
      vectorIndexes: vectorSizes.map((size) => ({
        indexName: vectorIndexOf(size),
        vectorAttribute: { attributeName: vectorAttributeOf(size) },
        dimensions: size,
        distanceFunction: 'COSINE',
        searchSchema: [
          { attributeName: searchPartition, searchSchemaElementType: 'HASH' },
          ...inlineFilters.map((attributeName) => ({ attributeName, searchSchemaElementType: 'INLINE_FILTER' })),
        ],
        // What a search finds is read from the table, as it is then.
        projection: { projectionType: 'KEYS_ONLY' },
      })),
      sseSpecification: { sseEnabled: true },
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtectionEnabled: keepData,
    });
    Validations.of(this.table).acknowledge({
      id: 'CloudFormation-Validate::E3039',
      reason: 'Attributes of a search schema have to be defined too, which the rule does not know yet.',
    });
    this.table.applyRemovalPolicy(keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);
  }

  /** Remembering, searching, listing and forgetting. */
  grantMemories(fn: ArtelFunction): void {
    this.#grant(fn, ['dynamodb:Query'], [this.#index(timeIndex.name)]);
    this.#grant(fn, ['dynamodb:BatchGetItem', ...WRITE], [this.table.attrArn]);
    // Without a condition: one on partition keys would never hold for a search.
    fn.allow(
      ['dynamodb:SearchVectors'],
      this.#sizes.map((size) => this.#index(vectorIndexOf(size))),
    );
  }

  /** Listing, such as for an export. */
  grantReadingMemories(fn: ArtelFunction): void {
    this.#grant(fn, ['dynamodb:Query'], [this.#index(timeIndex.name)]);
  }

  /** Removing those of somebody who has left, of an agent or a chat that was removed; what they superseded is current again. */
  grantRemovingMemories(fn: ArtelFunction): void {
    this.#grant(fn, ['dynamodb:Query'], [this.#index(timeIndex.name)]);
    this.#grant(fn, ['dynamodb:BatchGetItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'], [this.table.attrArn]);
  }

  grantCounting(fn: ArtelFunction): void {
    this.#addName(fn).allow(['dynamodb:DescribeTable'], [this.table.attrArn]);
  }

  /** A read that shows whether the table answers, of nothing of anybody. */
  grantProbe(fn: ArtelFunction): void {
    this.#grant(fn, ['dynamodb:GetItem'], [this.table.attrArn], 'health');
  }

  /** Every action listed here names a partition key, so the condition is never vacuous. */
  #grant(fn: ArtelFunction, actions: string[], resources: string[], partitions = 'user*'): void {
    this.#addName(fn).allow(actions, resources, {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [partitions] },
    });
  }

  #index(name: string): string {
    return `${this.table.attrArn}/index/${name}`;
  }

  #addName(fn: ArtelFunction): ArtelFunction {
    return fn.addEnvironment('memoryTable', this.table.ref).addEnvironment('vectorSizes', this.#sizes.join(','));
  }
}

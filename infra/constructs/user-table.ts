import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { TABLE_SCHEMA } from '../../shared/core/table-schema.ts';
import type { ArtelFunction } from './artel-function.ts';

/** What a partition key may begin with; `shared/store` is the other side of this list. */
export type KeyPrefix =
  | 'USER#'
  | 'ACCOUNT#'
  | 'AUTH#'
  | 'AUDIT#'
  | 'RATE#'
  | 'EMAIL#'
  | 'INVITATION#'
  | 'APIKEY#'
  | 'CONNECTION#'
  | 'TICKET#'
  | 'PREVIEW#'
  | 'CAPTURED#'
  | 'PROGRAM#'
  | 'SIGNIN#'
  | 'ADDRESS#'
  | 'HEALTH#'
  | 'METRICS#'
  | 'KEYS#'
  | 'CURSORS#'
  | 'POLICIES#'
  | 'TIERS#'
  | 'CALLS#'
  | 'DIRECTORY#'
  | 'ADMINS#';

const READ = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
const WRITE = [
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:BatchWriteItem',
  'dynamodb:ConditionCheckItem',
];

const { dueIndex } = TABLE_SCHEMA;

/**
 * The one table. No grant gives a whole table: each names the actions and the beginnings of the partition keys, so a
 * function that does not sign users in cannot read a password hash, whatever its code does. There is no Scan.
 */
export class UserTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string, { keepData }: { keepData: boolean }) {
    super(scope, id);
    this.table = new Table(this, 'Default', {
      partitionKey: { name: TABLE_SCHEMA.partitionKey, type: AttributeType.STRING },
      sortKey: { name: TABLE_SCHEMA.sortKey, type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.AWS_MANAGED,
      timeToLiveAttribute: TABLE_SCHEMA.timeToLive,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: keepData,
      removalPolicy: keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.table.addGlobalSecondaryIndex({
      indexName: dueIndex.name,
      partitionKey: { name: dueIndex.partitionKey, type: AttributeType.STRING },
      sortKey: { name: dueIndex.sortKey, type: AttributeType.NUMBER },
      projectionType: ProjectionType.ALL,
    });
  }

  grantItems(fn: ArtelFunction, ...prefixes: KeyPrefix[]): void {
    this.#grant(fn, [...READ, ...WRITE], prefixes);
  }

  grantReadingItems(fn: ArtelFunction, ...prefixes: KeyPrefix[]): void {
    this.#grant(fn, READ, prefixes);
  }

  /** Puts whole items and can read none back. */
  grantAddingItems(fn: ArtelFunction, ...prefixes: KeyPrefix[]): void {
    this.#grant(fn, ['dynamodb:PutItem'], prefixes);
  }

  /** Items whose keys are known, one by one: nobody's can be listed. */
  grantReadingOne(fn: ArtelFunction, ...prefixes: KeyPrefix[]): void {
    this.#grant(fn, ['dynamodb:GetItem'], prefixes);
  }

  /** Reads one item and puts the next state of it. */
  grantReplacingItems(fn: ArtelFunction, ...prefixes: KeyPrefix[]): void {
    this.#grant(fn, ['dynamodb:GetItem', 'dynamodb:PutItem'], prefixes);
  }

  /** Reads one item and notes something on it, such as the time of its last use. */
  grantTouchingItems(fn: ArtelFunction, ...prefixes: KeyPrefix[]): void {
    this.#grant(fn, ['dynamodb:GetItem', 'dynamodb:UpdateItem'], prefixes);
  }

  /** Changes items and can neither read nor make one, except as the answer to its own change. */
  grantChangingItems(fn: ArtelFunction, ...prefixes: KeyPrefix[]): void {
    this.#grant(fn, ['dynamodb:UpdateItem'], prefixes);
  }

  /** Marks items as ended, and removes them. */
  grantEndingItems(fn: ArtelFunction, ...prefixes: KeyPrefix[]): void {
    this.#grant(fn, ['dynamodb:UpdateItem', 'dynamodb:DeleteItem'], prefixes);
  }

  /** Reads one item and removes it: it can be used once. */
  grantUsingUp(fn: ArtelFunction, ...prefixes: KeyPrefix[]): void {
    this.#grant(fn, ['dynamodb:GetItem', 'dynamodb:DeleteItem'], prefixes);
  }

  /** Removes items, and can see none. */
  grantRemovingItems(fn: ArtelFunction, ...prefixes: KeyPrefix[]): void {
    this.#grant(fn, ['dynamodb:DeleteItem'], prefixes);
  }

  /** Lists items and removes them. */
  grantClearingItems(fn: ArtelFunction, ...prefixes: KeyPrefix[]): void {
    this.#grant(fn, ['dynamodb:Query', 'dynamodb:DeleteItem'], prefixes);
  }

  /** Several items whose keys are known. */
  grantReadingTogether(fn: ArtelFunction, ...prefixes: KeyPrefix[]): void {
    this.#grant(fn, ['dynamodb:BatchGetItem'], prefixes);
  }

  /** Lists items. */
  grantListingItems(fn: ArtelFunction, ...prefixes: KeyPrefix[]): void {
    this.#grant(fn, ['dynamodb:Query'], prefixes);
  }

  /** Keeps records under keys that are known: reads, replaces and removes them one by one. */
  grantRecords(fn: ArtelFunction, ...prefixes: KeyPrefix[]): void {
    this.#grant(fn, ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem'], prefixes);
  }

  /** Makes items, lists and removes them. */
  grantKeepingItems(fn: ArtelFunction, ...prefixes: KeyPrefix[]): void {
    this.#grant(fn, ['dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:DeleteItem'], prefixes);
  }

  /** What checking a token or an API key takes: the public keys, and what its owner may do, read with what was taken back. */
  grantChecking(fn: ArtelFunction): void {
    this.#grant(fn, ['dynamodb:GetItem'], ['KEYS#', 'ACCOUNT#']);
    this.#grant(fn, ['dynamodb:BatchGetItem'], ['USER#', 'ACCOUNT#']);
  }

  /** The key of cursors, which the first list that goes on to another page makes. */
  grantCursorKey(fn: ArtelFunction): void {
    this.#grant(fn, ['dynamodb:GetItem', 'dynamodb:PutItem'], ['CURSORS#']);
  }

  /** Counting a user's requests, of which their tier says how many there may be. */
  grantCountingRequests(fn: ArtelFunction): void {
    this.#grant(fn, ['dynamodb:GetItem'], ['TIERS#']);
    this.#grant(fn, ['dynamodb:GetItem', 'dynamodb:UpdateItem'], ['RATE#']);
  }

  /** How much a user may use. */
  grantTiers(fn: ArtelFunction): void {
    this.#grant(fn, ['dynamodb:GetItem'], ['ACCOUNT#', 'TIERS#']);
  }

  /** Adding to the figures of the deployment, and noting that the model provider fails; neither can be read back. */
  grantCounting(fn: ArtelFunction): void {
    this.grantChangingItems(fn, 'METRICS#');
  }

  /** A read that shows whether the table answers, of items that hold nothing of anybody. */
  grantProbe(fn: ArtelFunction): void {
    this.#grant(fn, ['dynamodb:GetItem'], ['HEALTH#', 'METRICS#']);
  }

  /** Everything that is due, of all users: for the sweeper only. Its keys are shards, so no prefix limits it. */
  grantDueIndex(fn: ArtelFunction): void {
    fn.allow(['dynamodb:Query'], [`${this.table.tableArn}/index/${dueIndex.name}`]);
  }

  #grant(fn: ArtelFunction, actions: string[], prefixes: KeyPrefix[]): void {
    fn.addEnvironment('table', this.table.tableName).allow(actions, [this.table.tableArn], {
      // Every action listed here names a partition key, so the condition is never vacuous.
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': prefixes.map((prefix) => `${prefix}*`) },
    });
  }
}

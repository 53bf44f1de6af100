import { DynamoDB } from '@aws-sdk/client-dynamodb';
import { S3 } from '@aws-sdk/client-s3';
import { SecretsManager } from '@aws-sdk/client-secrets-manager';
import { DynamoDBDocument } from '@aws-sdk/lib-dynamodb';
import { QdrantClient } from '@qdrant/js-client-rest';
import type { LocalCloud } from '../../../infra/local/boot/cloud.ts';
import { ENV } from '../../../shared/core/environment.ts';
import type { Operator } from '../../support/operator.ts';

/** Everything a deployment holds that names one id or another, wherever that is; `queued`: the queue of each message. */
export type Inventory = { items: string[]; objects: string[]; vectors: string[]; messages: number; queued: string[] };

const REGION = 'us-east-1';

/** What stands in the table, the bucket, the vector store and the queues about these ids: keys, not contents. */
export const inventoryOf = async (cloud: LocalCloud, operator: Operator, ids: string[]): Promise<Inventory> => {
  const names = (value: unknown) => ids.some((id) => JSON.stringify(value, plainSets).includes(id));
  const [items, objects, vectors] = await Promise.all([operator.itemsOf(''), objectsOf(cloud), vectorsOf(cloud)]);
  return {
    items: items.filter(names).map(({ pk, sk }) => `${pk} ${sk}`),
    objects: objects.filter(names),
    vectors: vectors.filter(names).map(({ id }) => String(id)),
    messages: cloud.queues.all.reduce((sum, queue) => sum + queue.counts().inFlight + queue.counts().visible, 0),
    queued: cloud.queues.all.flatMap((queue) =>
      queue
        .peek()
        .filter(names)
        .map(() => queue.settings.name),
    ),
  };
};

/** JSON has no sets, which the table does. */
const plainSets = (_name: string, value: unknown) => (value instanceof Set ? [...value] : value);

const objectsOf = async (cloud: LocalCloud): Promise<string[]> => {
  const { endpoints, credentials } = cloud;
  const client = new S3({ endpoint: endpoints.services, region: REGION, credentials, forcePathStyle: true });
  const keys: string[] = [];
  let StartAfter: string | undefined;
  do {
    const page = await client.listObjectsV2({ Bucket: cloud.environmentOf('my')[ENV.bucket], StartAfter });
    keys.push(...(page.Contents ?? []).map(({ Key = '' }) => Key));
    StartAfter = page.IsTruncated ? keys.at(-1) : undefined;
  } while (StartAfter !== undefined);
  client.destroy();
  return keys;
};

const vectorsOf = async (cloud: LocalCloud): Promise<{ id: unknown }[]> =>
  cloud.environmentOf('my')[ENV.memoryTable] === undefined ? inCollections(cloud) : inTable(cloud);

const inTable = async (cloud: LocalCloud) => {
  const { endpoints, credentials } = cloud;
  const documents = DynamoDBDocument.from(new DynamoDB({ endpoint: endpoints.dynamodb, region: REGION, credentials }));
  const { Items = [] } = await documents.scan({ TableName: cloud.environmentOf('my')[ENV.memoryTable] });
  documents.destroy();
  return Items.map(({ vector_1536: _, ...item }) => ({ id: `${item.pk} ${item.sk}`, ...item }));
};

const inCollections = async (cloud: LocalCloud) => {
  const { endpoints, credentials } = cloud;
  const client = new SecretsManager({ endpoint: endpoints.services, region: REGION, credentials });
  const { SecretString = '{}' } = await client.getSecretValue({
    SecretId: cloud.environmentOf('my')[ENV.vectorsSecret],
  });
  client.destroy();
  const { url } = JSON.parse(SecretString) as { url: string };
  const qdrant = new QdrantClient({ url, checkCompatibility: false });
  const { collections } = await qdrant.getCollections();
  const pages = await Promise.all(
    collections.map(({ name }) => qdrant.scroll(name, { limit: 10_000, with_payload: true })),
  );
  return pages.flatMap(({ points }) => points.map(({ id, payload }) => ({ id, payload })));
};

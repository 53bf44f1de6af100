import { QdrantClient } from '@qdrant/js-client-rest';
import OpenAI from 'openai';
import { afterAll, beforeAll } from 'vitest';
import { type OfflineModel, startOfflineModel } from '../../infra/local/stand-ins/offline-model/server.ts';
import { startVectors, type Vectors } from '../../infra/local/stand-ins/qdrant/server.ts';
import { openTarget, type Target } from './dynamodb-target.ts';

/** A fresh DynamoDB table for a test file. */
export const inDynamoDb = (): { target: Target } => {
  const here = {} as { target: Target };
  beforeAll(async () => {
    here.target = await openTarget();
  });
  afterAll(() => here.target.stop());
  return here;
};

/** The vector store for a test file: Qdrant at `QDRANT_URL` if that is set, else a stand-in of its own. */
export const inVectors = (): { client: QdrantClient } => {
  const real = process.env.QDRANT_URL;
  const here = {} as { client: QdrantClient };
  let store: Vectors | undefined;
  beforeAll(async () => {
    store = real ? undefined : await startVectors();
    here.client = new QdrantClient({ url: real ?? store?.url, checkCompatibility: false });
  });
  afterAll(() => store?.stop());
  return here;
};

/** The offline model for a test file, and OpenAI's client for it. */
export const inOfflineModel = (): { model: OfflineModel; client: OpenAI } => {
  const here = {} as { model: OfflineModel; client: OpenAI };
  beforeAll(async () => {
    here.model = await startOfflineModel();
    here.client = new OpenAI({ baseURL: here.model.url, apiKey: 'any', maxRetries: 0 });
  });
  afterAll(() => here.model.stop());
  return here;
};

import * as z from 'zod';
import { Defect } from '../../core/errors.ts';
import { optional, required } from '../../platform/configuration.ts';
import { Secret } from '../../platform/secrets.ts';

/** `tenant`: agents share a collection, divided by a filter. `collection`: each agent has one of its own. */
export type Isolation = 'tenant' | 'collection';

export type QdrantSettings = { url: string; apiKey?: string; isolation: Isolation };
/** The deployment's own table, and the sizes of vectors it has an index for. */
export type TableSettings = { table: string; sizes: number[] };
export type VectorsSettings = QdrantSettings | TableSettings;

const stored = z.object({
  url: z.url({ protocol: /^https?$/ }),
  api_key: z.string().optional(),
  isolation: z.enum(['tenant', 'collection']).optional(),
});

/** As the deployment's settings say. */
const configured = (): Isolation => (optional('memoryIsolation') === 'collection' ? 'collection' : 'tenant');

const parsed = (text: string): QdrantSettings => {
  try {
    const { url, api_key, isolation } = stored.parse(JSON.parse(text));
    return { url, isolation: isolation ?? configured(), ...(api_key && { apiKey: api_key }) };
  } catch {
    // Neither the text nor what the parser says of it may reach a log: it is a secret.
    throw new Defect('The vectors secret is not {"url", "api_key"?, "isolation"?}.');
  }
};

const secret = new Secret(() => required('vectorsSecret'), parsed);

/** The table of memories in a deployment that has one; otherwise the Qdrant that the secret names. */
export const vectorsSettings = async (): Promise<VectorsSettings> => {
  const table = optional('memoryTable');
  return table === undefined ? secret.value() : { table, sizes: required('vectorSizes').split(',').map(Number) };
};

import * as z from 'zod';
import { Defect } from '../core/errors.ts';
import { optional, required } from '../platform/configuration.ts';
import { Secret } from '../platform/secrets.ts';

/** `tenant`: agents share a collection, divided by a filter. `collection`: each agent has one of its own. */
export type Isolation = 'tenant' | 'collection';

export type VectorsSettings = { url: string; apiKey?: string; isolation: Isolation };

const stored = z.object({
  url: z.url({ protocol: /^https?$/ }),
  api_key: z.string().optional(),
  isolation: z.enum(['tenant', 'collection']).optional(),
});

/** As the deployment's settings say. */
const configured = (): Isolation => (optional('memoryIsolation') === 'collection' ? 'collection' : 'tenant');

const parsed = (text: string): VectorsSettings => {
  try {
    const { url, api_key, isolation } = stored.parse(JSON.parse(text));
    return { url, isolation: isolation ?? configured(), ...(api_key && { apiKey: api_key }) };
  } catch {
    // Neither the text nor what the parser says of it may reach a log: it is a secret.
    throw new Defect('The vectors secret is not {"url", "api_key"?, "isolation"?}.');
  }
};

const secret = new Secret(() => required('vectorsSecret'), parsed);

export const vectorsSettings = (): Promise<VectorsSettings> => secret.value();

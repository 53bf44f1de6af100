import { jsonBody } from '../../http/json-body.ts';
import type { ProviderRequest } from '../../http/request.ts';
import type { Endpoint } from '../../settings/upstreams.ts';
import type { MessageRequest } from './request.ts';

/** Source: https://platform.claude.com/docs/en/api/versioning */
const VERSION = '2023-06-01';

/** The official client's base address has no version; one that ends in `/v1`, as OpenAI's does, means the same place. */
export const requestTo = ({ baseUrl, apiKey }: Endpoint, body: MessageRequest): ProviderRequest => ({
  url: new URL(`${baseUrl.replace(/\/+$/, '').replace(/\/v1$/, '')}/v1/messages`),
  headers: {
    'content-type': 'application/json',
    'anthropic-version': VERSION,
    'user-agent': 'artel',
    ...(apiKey && { 'x-api-key': apiKey }),
  },
  body: jsonBody(body),
});

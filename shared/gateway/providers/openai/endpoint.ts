import { jsonBody } from '../../http/json-body.ts';
import type { ProviderRequest } from '../../http/request.ts';
import type { Endpoint } from '../../settings/upstreams.ts';

/** A request to one of the paths below the provider's base address. A provider that needs no key gets no header. */
export const requestTo = ({ baseUrl, apiKey }: Endpoint, path: string, body: object): ProviderRequest => ({
  url: new URL(`${baseUrl.replace(/\/+$/, '')}/${path}`),
  headers: {
    accept: 'application/json, text/event-stream',
    'content-type': 'application/json',
    'user-agent': 'artel',
    ...(apiKey && { authorization: `Bearer ${apiKey}` }),
  },
  body: jsonBody(body),
});

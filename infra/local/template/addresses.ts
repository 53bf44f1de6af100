import { ACCOUNT } from './account.ts';
import { physicalIdOf } from './identity.ts';
import type { Resource } from './resource.ts';

/** Where the AWS addresses of a template lead on this machine. */
export type Addresses = {
  restUrl: string;
  /** Of REST APIs beside that one, by their ids. */
  besideUrls?: Record<string, string>;
  socketUrl: string;
  managementUrl: string;
  servicesUrl: string;
};

/** A function that replaces AWS addresses (REST, WebSocket, `@connections`, queues) in a resolved string by local ones. */
export function localiser(resources: Resource[], addresses: Addresses): (text: string) => string {
  const host = `.execute-api.${ACCOUNT.region}.${ACCOUNT.urlSuffix}`;
  const rules: [RegExp, string][] = [
    [
      new RegExp(`https://sqs\\.${ACCOUNT.region}\\.${ACCOUNT.urlSuffix.replace('.', '\\.')}`, 'g'),
      addresses.servicesUrl,
    ],
  ];
  const rule = (scheme: string, id: string, url: string) => {
    const source = `${scheme}://${id}${host}`.replaceAll('.', '\\.');
    rules.push([new RegExp(`${source}(?:/[A-Za-z0-9_-]+)?`, 'g'), url]);
  };
  for (const resource of resources) {
    const id = physicalIdOf(resource);
    if (resource.type === 'AWS::ApiGateway::RestApi')
      rule('https', id, addresses.besideUrls?.[id] ?? addresses.restUrl);
    if (resource.type === 'AWS::ApiGatewayV2::Api') {
      rule('wss', physicalIdOf(resource), addresses.socketUrl);
      rule('https', physicalIdOf(resource), addresses.managementUrl);
    }
  }
  return (text: string): string => rules.reduce((result, [pattern, url]) => result.replace(pattern, url), text);
}

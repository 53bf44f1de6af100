import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Context } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import { consoleIn } from '../../../../functions/console/files.ts';
import { consoleOperations } from '../../../../functions/console/operations.ts';
import { restHandler } from '../../../../functions/middleware/rest-handler.ts';
import { bundle } from '../../../../infra/bundle.ts';
import { caller, restEvent } from '../../../support/rest.ts';

/* Requirements: WEB1. */

const folder = join(bundle().folders.console ?? '', 'console');
const handler = restHandler(consoleOperations(() => consoleIn(pathToFileURL(`${folder}/`))));
const call = caller(handler);

/** Every address that the markup names. */
const addressesIn = (text: string): string[] =>
  [...text.matchAll(/\s(?:src|href)="([^"]*)"/g)].map(([, address = '']) => address);

describe.each([
  ['at a name of its own', ''],
  ['at the address of a stage', '/dev'],
])('the console %s', (_title, basePath) => {
  test('its page names files below its own address, and says where the API begins', async () => {
    const { text } = await call('GET', '/console/chat/ses_1', { basePath });
    const addresses = addressesIn(text);
    expect(addresses.length).toBeGreaterThan(3);
    for (const address of addresses) expect(address).toMatch(new RegExp(`^${basePath}/console/assets/[\\w.-]+$`));
    expect(text).toContain(`<meta name="artel-base" content="${basePath}">`);
  });

  test('every file that the page names exists', async () => {
    const { text } = await call('GET', '/console', { basePath });
    for (const address of addressesIn(text)) {
      const file = await call('GET', address.slice(basePath.length), { basePath });
      expect([address, file.status]).toEqual([address, 200]);
    }
  });

  test('the root leads to it', async () => {
    const root = await call('GET', '/', { basePath });
    expect([root.status, root.headers.location]).toEqual([302, `${basePath}/console`]);
  });
});

test('the root of a stage leads to the console also without its slash', async () => {
  const event = restEvent('GET', '/', { basePath: '/dev' });
  event.requestContext.path = '/dev';
  const { statusCode, headers } = await handler(event, { awsRequestId: 'invocation' } as Context);
  expect([statusCode, headers?.location]).toEqual([302, '/dev/console']);
});

test('a base path cannot end the attribute that it stands in', async () => {
  const { text } = await call('GET', '/console', { basePath: '/"><script>' });
  expect(text.match(/<script/g)).toHaveLength(1);
});

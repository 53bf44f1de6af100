import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sendPreview } from '../../../functions/preview/send.ts';
import { HOUR } from '../../../shared/core/clock.ts';
import { ENV } from '../../../shared/core/environment.ts';
import { publish } from '../../../shared/previews/index.ts';
import { commit } from '../../../shared/workspace/index.ts';
import { inTable } from '../../support/in-table.ts';
import { startTestObjects, type TestObjects } from '../../support/objects.ts';
import { projectOf } from '../../support/tool-call.ts';

/* Requirements: BT6. */

inTable();
let objects: TestObjects;
let url: URL;
const address = 'https://previews.execute-api.eu-central-1.amazonaws.com/prod';

beforeAll(async () => {
  objects = await startTestObjects();
  Object.assign(process.env, { [ENV.previewAddress]: address, [ENV.previewToken]: 'path' });
  const project = projectOf('alice', 'site');
  const page = '<html><head></head><script src="app.js"></script></html>';
  const changes = [{ path: 'index.html', content: Buffer.from(page) }];
  await commit(project, { changes, author: { kind: 'person' }, reason: 'Wrote' });
  url = new URL((await publish(project, { version: 'newest', ttlMs: HOUR })).url);
});
afterAll(async () => {
  delete process.env[ENV.previewAddress];
  delete process.env[ENV.previewToken];
  await objects.stop();
});

type Head = { statusCode: number; headers: Record<string, string> };

const visit = async (whole: string, host = url.hostname): Promise<Head & { body: string }> => {
  const event = {
    ...{ httpMethod: 'GET', path: whole.replace(/^\/prod/, ''), headers: {}, body: null, isBase64Encoded: false },
    ...{ queryStringParameters: null, requestContext: { path: whole, domainName: host } },
  } as unknown as APIGatewayProxyEvent;
  let head: Head | undefined;
  const out = new PassThrough();
  const body = text(out);
  await sendPreview(event, (given) => {
    head = given;
    return out;
  });
  return { ...head!, body: await body };
};

describe('where previews have no host names of their own', () => {
  test('the token is in the path, and a sandbox of the browser makes each page an origin by itself', async () => {
    expect(url.href).toMatch(/^https:\/\/previews\.execute-api\.[a-z0-9.-]+\/prod\/[a-z2-7]{32}\/$/);
    const page = await visit(url.pathname);
    expect(page.statusCode).toBe(200);
    const policy = page.headers['content-security-policy'];
    expect(policy).toMatch(/^sandbox /);
    expect(policy).not.toContain('allow-same-origin');
    expect(policy).not.toContain('allow-top-navigation');
    expect(page.body).toContain(`<script src="${url.pathname}__artel/live.js" data-version="1">`);
    expect(page.headers).toMatchObject({ 'access-control-allow-origin': '*', 'x-robots-tag': 'noindex, nofollow' });
    expect(page.headers).not.toHaveProperty('access-control-allow-credentials');
    expect((await visit(`${url.pathname}__artel/live.js`)).body).toContain('preview_updated');
  });

  test('what is no preview has the sandbox as well, and says the same', async () => {
    const missing = await visit(`${url.pathname}missing.js`);
    expect(missing.statusCode).toBe(404);
    const [token = ''] = url.pathname.split('/').slice(2);
    const others = [
      await visit('/prod/'),
      await visit('/prod/favicon.ico'),
      await visit(`/prod/${'a'.repeat(32)}/`),
      await visit(`/prod/${token.toUpperCase()}/`),
      await visit('/prod/', `${token}.${url.hostname}`),
      await visit(`${url.pathname}../index.html`),
    ];
    for (const other of others) expect(other).toEqual(missing);
  });
});

/* Requirements: EV7. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ENV } from '../../../shared/core/environment.ts';
import { postToConnection } from '../../../shared/platform/sockets.ts';

type Post = { path: string | undefined; signedFor: string | undefined; length: string | undefined };

let service: Server;
let posts: Post[] = [];
/** The statuses of the next answers; 200 once there are none. */
let answers: number[] = [];

const noted = ({ url, headers }: IncomingMessage): Post => ({
  path: url,
  signedFor: /Credential=key\/\d{8}\/([^,]+),/.exec(headers.authorization ?? '')?.[1],
  length: headers['content-length'],
});

beforeAll(async () => {
  service = createServer((request, response) => {
    posts.push(noted(request));
    const status = answers.shift() ?? 200;
    const type = status === 410 ? { 'x-amzn-errortype': 'GoneException' } : {};
    request.resume().once('end', () => response.writeHead(status, type).end());
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  Object.assign(process.env, {
    [ENV.socketEndpoint]: `http://127.0.0.1:${(service.address() as AddressInfo).port}/live`,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'key',
    AWS_SECRET_ACCESS_KEY: 'secret',
  });
});
beforeEach(() => {
  posts = [];
  answers = [];
});
afterAll(() => service.close());

const signed = {
  path: '/live/@connections/L0SM9cOFvHcCIhw%3D',
  signedFor: 'us-east-1/execute-api/aws4_request',
  length: '6',
};

test('a post is one signed request, also to a connection that is gone', async () => {
  expect(await postToConnection('L0SM9cOFvHcCIhw=', 'öffen')).toBe('sent');
  answers = [410];
  expect(await postToConnection('L0SM9cOFvHcCIhw=', 'öffen')).toBe('gone');
  expect(posts).toEqual([signed, signed]);
});

test('a post that meets an error is made again as it was, by the client of AWS', async () => {
  answers = [500, 503];
  expect(await postToConnection('L0SM9cOFvHcCIhw=', 'öffen')).toBe('sent');
  expect(posts).toEqual([signed, signed, signed]);
  answers = [500, 410];
  expect(await postToConnection('L0SM9cOFvHcCIhw=', 'öffen')).toBe('gone');
});

test('an error that repeating does not mend is told', async () => {
  answers = [403, 403];
  await expect(postToConnection('L0SM9cOFvHcCIhw=', 'öffen')).rejects.toMatchObject({
    $metadata: { httpStatusCode: 403 },
  });
});

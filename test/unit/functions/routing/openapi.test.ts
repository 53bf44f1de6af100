import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { keyOperations } from '../../../../functions/account/keys.ts';
import { profileOperations } from '../../../../functions/account/profile.ts';
import { authOperations } from '../../../../functions/auth/operations.ts';
import { projectOperations } from '../../../../functions/projects/projects.ts';
import { openApi } from '../../../../functions/routing/description/openapi.ts';
import { operation, reply } from '../../../../functions/routing/operation.ts';
import { systemOperations } from '../../../../functions/system/operations.ts';

/* Requirements: API6. */

const info = { title: 'Artel', version: '1' };
const scoped = operation({
  method: 'PUT',
  path: '/my/things/{thing}',
  summary: 'changes <one> thing',
  access: 'user',
  permission: 'chat',
  perProject: true,
  query: z.object({ force: z.stringbool().optional(), limit: z.coerce.number().int().max(9) }),
  body: z.object({ name: z.string() }),
  success: { status: 200, schema: z.object({ id: z.string() }) },
  errors: [429],
  handle: async () => reply(200, { id: 'x' }),
});
const all = [...authOperations, ...systemOperations, ...profileOperations, ...keyOperations, ...projectOperations];

// biome-ignore lint/suspicious/noExplicitAny: a document is looked into by path
const document = (operations: Parameters<typeof openApi>[0]): any => openApi(operations, info);

describe('the OpenAPI document', () => {
  test('the OpenAPI document describes an operation per project at both of its paths', () => {
    const { paths } = document([scoped]);
    expect(Object.keys(paths)).toEqual(['/my/things/{thing}', '/my/projects/{project_id}/things/{thing}']);
    const [first, second] = Object.values(paths) as [
      { put: { operationId: string } },
      { put: { operationId: string } },
    ];
    expect(first.put.operationId).not.toBe(second.put.operationId);
  });

  test('the OpenAPI document takes parameters, body and answer from the schemas that check them', () => {
    const { put } = document([scoped]).paths['/my/things/{thing}'];
    expect(put.parameters).toContainEqual({
      name: 'thing',
      in: 'path',
      required: true,
      schema: { type: 'string', pattern: '^[A-Za-z0-9_.-]{1,128}$' },
    });
    expect(put.parameters).toContainEqual(
      expect.objectContaining({
        name: 'limit',
        in: 'query',
        required: true,
        schema: expect.objectContaining({ maximum: 9 }),
      }),
    );
    expect(put.parameters.find(({ name }: { name: string }) => name === 'force')).not.toHaveProperty('required');
    expect(put.requestBody.content['application/json'].schema).toMatchObject({
      properties: { name: { type: 'string' } },
      additionalProperties: false,
    });
    expect(put.responses['200'].content['application/json'].schema.properties).toEqual({ id: { type: 'string' } });
    expect(Object.keys(put.responses)).toEqual(
      expect.arrayContaining(['401', '403', '404', '409', '413', '422', '429']),
    );
  });

  test('the OpenAPI document says which scope an API key needs', () => {
    expect(document([scoped]).paths['/my/things/{thing}'].put.description).toContain('`chat`');
  });

  test('the OpenAPI document asks for no token where none is needed', () => {
    expect(document(all).paths['/auth/login'].post.security).toEqual([]);
    expect(document(all).paths['/my'].get.security).toEqual([{ bearer: [] }]);
  });

  test('the OpenAPI document can be made of every operation there is, each with an id of its own', () => {
    const ids = Object.values(document(all).paths).flatMap((methods) =>
      Object.values(methods as Record<string, { operationId: string }>).map(({ operationId }) => operationId),
    );
    expect(ids.length).toBeGreaterThanOrEqual(all.length);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('the OpenAPI document contains everything it refers to', () => {
    const made = document(all);
    const found = [...JSON.stringify(made).matchAll(/"#\/components\/(\w+)\/(\w+)"/g)];
    expect(found.length).toBeGreaterThan(100);
    for (const [, kind = '', name = ''] of found) expect(made.components[kind]).toHaveProperty(name);
  });
});

import { expect, test } from 'vitest';
import { checkResponse } from '../../../support/openapi/check-response.ts';
import { describedAt, openApiDocument } from '../../../support/openapi/document.ts';

/* Requirements: API10. */

const project = { id: 'prj_1', name: 'One', is_default: false, created_at: 'a', updated_at: 'b' };
const answer = (body: unknown, more: Partial<Parameters<typeof checkResponse>[0]> = {}) => ({
  method: 'GET',
  path: '/my/projects/prj_1',
  status: 200,
  contentType: 'application/json',
  text: JSON.stringify(body),
  ...more,
});

test('an answer that fits the description of its route passes', () => {
  expect(() => checkResponse(answer(project))).not.toThrow();
});

test('an answer with a field that its schema does not name is refused', () => {
  expect(() => checkResponse(answer({ ...project, secret: 1 }))).toThrow(
    /GET \/my\/projects\/\{project_id\} answers 200/,
  );
});

test('an answer that lacks a field of its schema is refused', () => {
  const { name: _, ...rest } = project;
  expect(() => checkResponse(answer(rest))).toThrow(/name/);
});

test('an answer with a status that its route does not describe is refused', () => {
  expect(() => checkResponse(answer(project, { status: 201 }))).toThrow(/answers 201/);
});

test('an answer without a header that its description promises is refused', () => {
  const models = { data: [] };
  const asked = answer(models, { path: '/v1/models', has: (header) => header !== 'RateLimit' });
  expect(() => checkResponse(asked)).toThrow(/answers 200 without RateLimit, which/);
  expect(() => checkResponse({ ...asked, has: () => true })).not.toThrow();
});

test('an answer of another content type is refused', () => {
  expect(() => checkResponse(answer(project, { contentType: 'text/html' }))).toThrow(/text\/html/);
});

test('an error is checked against the shape of errors', () => {
  expect(() => checkResponse(answer({ detail: 'No.' }, { status: 404 }))).toThrow(/error_code/);
});

test('where two routes match a path, the literal one is checked', () => {
  const document = openApiDocument();
  expect(document && describedAt(document, 'GET', '/my/approvals/figures?x=1')?.name).toBe('GET /my/approvals/figures');
  expect(document && describedAt(document, 'GET', '/my/approvals/apr_1/')?.name).toBe(
    'GET /my/approvals/{approval_id}',
  );
});

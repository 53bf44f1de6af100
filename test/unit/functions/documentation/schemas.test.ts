import { expect, test } from 'vitest';
import { described } from '../../../../functions/documentation/operations.ts';
import { openApi } from '../../../../functions/routing/description/openapi.ts';

/* Requirements: API6. */

type Schema = { $ref?: string; pattern?: string; anyOf?: Schema[]; const?: string; properties?: object };
type Parameter = { $ref?: string; name: string; in: string; schema: Schema };
type Operation = {
  parameters?: Parameter[];
  responses: Record<string, { $ref?: string; content?: Record<string, { schema: Record<string, unknown> }> }>;
  security: object[];
};
type Document = {
  info: object;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; parameters: Record<string, Parameter> };
};

const document = openApi(described, { title: 'Artel', version: '1' }) as Document;
const { paths, components } = document;
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, path, operation })),
);

/** Where each schema with fields of its own stands, besides under its name. */
const inlineSchemas = (value: unknown, at: string, found: Map<string, string[]>): Map<string, string[]> => {
  if (typeof value !== 'object' || value === null) return found;
  const isNamed = /^\/components\/schemas\/\w+$/.test(at);
  if ('properties' in value && Object.keys(value.properties as object).length > 0 && !isNamed) {
    const text = JSON.stringify(value);
    found.set(text, [...(found.get(text) ?? []), at]);
  }
  for (const [key, inside] of Object.entries(value)) inlineSchemas(inside, `${at}/${key}`, found);
  return found;
};

test('G47: no schema stands in the document twice, and what has a name is in the words of the API', () => {
  const places = [...inlineSchemas(document, '', new Map()).values()];
  expect(places.filter(({ length }) => length > 1)).toEqual([]);
  expect(Object.keys(components.schemas)).toEqual(
    expect.arrayContaining([
      'Agent',
      'Run',
      'RunEvent',
      'Approval',
      'Error',
      'ChatCompletionRequest',
      'Plan',
      'Memory',
    ]),
  );
  expect(Object.keys(components.schemas).filter((name) => !/^([A-Z][a-z]+)+$/.test(name))).toEqual([]);
});

/* Every client and generator reads all of it: what repeats belongs under a name. The headers of answers are 7 kB of it. */
test('G47: the document of the whole interface stays below 450 kB', () => {
  expect(JSON.stringify(document).length).toBeLessThan(450_000);
});

test('G47: parameters that lists have in common stand in the document once', () => {
  const lists = ['/my/runs', '/my/approvals', '/my/projects/{project_id}/runs'].map((path) => paths[path]?.get);
  for (const list of lists)
    expect(list?.parameters).toEqual(
      expect.arrayContaining([
        { $ref: '#/components/parameters/Limit' },
        { $ref: '#/components/parameters/Cursor' },
        { $ref: '#/components/parameters/Order' },
      ]),
    );
  expect(components.parameters.Limit).toMatchObject({ name: 'limit', in: 'query', schema: { maximum: 100 } });
});

test('G47: every parameter that is referred to is in the document', () => {
  const referred = operations.flatMap(({ operation }) => operation.parameters ?? []).flatMap(({ $ref }) => $ref ?? []);
  const names = [...new Set(referred)].map((reference) => reference.replace('#/components/parameters/', ''));
  expect(names.sort()).toEqual(Object.keys(components.parameters).sort());
});

test('G47: the document names its licence', () => {
  expect(document.info).toMatchObject({ license: { name: 'MIT', identifier: 'MIT' } });
});

test('G47: a schema of requests that may leave out more than answers do has a name of its own', () => {
  const required = (name: string) => (components.schemas[name] as { required?: string[] }).required ?? [];
  expect(required('OrchestratorConfig')).toContain('max_parallel');
  expect(required('OrchestratorConfigInput')).not.toContain('max_parallel');
  expect(components.schemas.AgentInput).toBeUndefined();
});

test('G47: every operation says that a request can be refused for its form', () => {
  for (const { name, operation } of operations)
    expect(Object.keys(operation.responses), name).toEqual(expect.arrayContaining(['400', '413', '422']));
});

test.each([
  ['/v1/chat/completions', 'ChatCompletionStreamEvent'],
  ['/v1/responses', 'ResponseStreamEvent'],
  ['/v1/messages', 'AnthropicStreamEvent'],
])('G47: %s says what its stream consists of', (path, event) => {
  const content = paths[path]?.post?.responses['200']?.content ?? {};
  expect(content['text/event-stream; charset=utf-8']?.schema).toEqual({
    type: 'string',
    contentMediaType: 'text/event-stream',
    contentSchema: { type: 'array', items: { $ref: `#/components/schemas/${event}` } },
  });
  expect(components.schemas).toHaveProperty(event);
});

test('G47: answers of /v1 say which headers they have, errors too', () => {
  const completion = paths['/v1/chat/completions']?.post?.responses as Record<
    string,
    { headers?: object; $ref?: string }
  >;
  expect(Object.keys(completion['200']?.headers ?? {})).toEqual(
    expect.arrayContaining(['x-request-id', 'RateLimit', 'RateLimit-Policy', 'x-artel-run', 'x-artel-waiting']),
  );
  const named = (document as unknown as { components: { responses: Record<string, { headers: object }> } }).components;
  const refused = named.responses[completion['429']?.$ref?.split('/').at(-1) ?? ''];
  expect(Object.keys(refused?.headers ?? {})).toEqual(['x-request-id', 'Retry-After']);
  const conditional = paths['/auth/.well-known/jwks.json']?.get?.responses as typeof completion;
  expect(Object.keys(conditional['304']?.headers ?? {})).toEqual(['ETag']);
});

test('G47: the key of a repeated request is described as it is checked', () => {
  const { schema } = components.parameters.IdempotencyKey as Parameter;
  expect(schema.pattern).toBe('^[\\x21-\\x7e]{1,255}$');
  const repeatable = operations.filter(({ operation }) =>
    operation.parameters?.some(({ $ref }) => $ref === '#/components/parameters/IdempotencyKey'),
  );
  expect(repeatable.every(({ name }) => /^(post|put|patch|delete) /.test(name))).toBe(true);
  expect(repeatable.length).toBeGreaterThan(40);
});

test('G47: the stream of events says in which header it goes on, and clients of /v1 may send their key as they do', () => {
  const stream = paths['/my/chat/{session_id}/events']?.get;
  expect(stream?.parameters).toContainEqual(expect.objectContaining({ name: 'Last-Event-ID', in: 'header' }));
  expect(paths['/v1/messages']?.post?.security).toEqual([{ bearer: [] }, { api_key: [] }]);
});

test('G47: no path fits two templates of the document', () => {
  const ambiguous = [];
  for (const [at, one] of templates.entries())
    for (const other of templates.slice(at + 1)) if (areAmbiguous(one, other)) ambiguous.push([one, other]);
  expect(templates.length).toBeGreaterThan(80);
  expect(ambiguous).toEqual([]);
});

const templates = Object.keys(paths);
const isVariable = (segment: string): boolean => segment.startsWith('{');

const resolved = (parameter: Parameter): Parameter =>
  (parameter.$ref && components.parameters[parameter.$ref.split('/').at(-1) ?? '']) || parameter;

const schemaOf = (template: string, segment: string): Schema => {
  const all = Object.values(paths[template] ?? {}).flatMap(({ parameters = [] }) => parameters.map(resolved));
  const { schema = {} } = all.find(({ name }) => `{${name}}` === segment) ?? {};
  return schema.$ref ? (components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}) : schema;
};

const takes = (schema: Schema, text: string): boolean => {
  if (schema.anyOf) return schema.anyOf.some((one) => takes(one, text));
  return schema.const === undefined ? new RegExp(schema.pattern ?? '').test(text) : schema.const === text;
};

/** Whether some path fits both, and neither is the literal one wherever they differ. */
const areAmbiguous = (one: string, other: string): boolean => {
  const pairs = one.split('/').map((segment, at) => [segment, other.split('/')[at] ?? ''] as const);
  if (one.split('/').length !== other.split('/').length) return false;
  const bothFit = pairs.every(([first, second]) => {
    if (isVariable(first) && isVariable(second)) return true;
    if (isVariable(first)) return takes(schemaOf(one, first), second);
    return isVariable(second) ? takes(schemaOf(other, second), first) : first === second;
  });
  const isMoreLiteral = (index: 0 | 1) =>
    pairs.every((pair) => !isVariable(pair[index]) || isVariable(pair[1 - index] ?? ''));
  return bothFit && !isMoreLiteral(0) && !isMoreLiteral(1);
};

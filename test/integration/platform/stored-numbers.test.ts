import { beforeAll, expect, test } from 'vitest';
import { isStorable } from '../../../shared/core/storable.ts';
import { PASSWORD, type Person, person } from '../../support/artel.ts';
import { inArtel } from '../../support/in-artel.ts';
import { openApiDocument } from '../../support/openapi/document.ts';
import { smallTier } from '../../support/small-tier.ts';

const here = inArtel();
let root: Person;

/** Too small, too large, not exact, at the edges, and of which JSON says a number that is none. */
const LITERALS = [
  ...['1e-131', '-1e-131', '5e-324', '1e-130', '-0', '0.1', '0.30000000000000004'],
  ...['9007199254740991', '9007199254740993', '-9007199254740993', '1e126', '1e308', '1e400', '-1e400'],
];
const MARK = '@number@';

beforeAll(async () => {
  const { operator, artel, alice } = here;
  const admin = await artel.register('root');
  const [account] = await operator.partition(`ACCOUNT#${admin.id}`);
  await operator.put({ ...account!, roles: ['user', 'admin'] });
  const login = { email: admin.email, password: PASSWORD };
  const { body } = await admin.call<{ access_token: string }>('POST', '/auth/login', login);
  root = person(admin.url, { ...admin, token: body.access_token });
  await alice.chat('helper');
});

type Schema = { [key: string]: unknown; properties?: Record<string, Schema>; items?: Schema };

const schemaAt = (schema: Schema): Schema => {
  const { $ref } = schema;
  if (typeof $ref !== 'string') return schema;
  const steps = $ref.split('/').slice(1);
  return schemaAt(steps.reduce<unknown>((place, step) => (place as Schema)[step], openApiDocument()) as Schema);
};

/** The paths of all numbers in a body, once each. */
const numbersIn = (given: Schema, path: string[] = []): string[] => {
  if (path.length > 12) return [];
  const schema = schemaAt(given);
  const types = [schema.type].flat();
  const within = [schema.anyOf, schema.oneOf, schema.allOf].flatMap((list) => (list as Schema[] | undefined) ?? []);
  const found = [
    ...(types.includes('number') || types.includes('integer') ? [path.join('.')] : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([key, inside]) => numbersIn(inside, [...path, key])),
    ...(schema.items ? numbersIn(schema.items, [...path, '0']) : []),
    ...within.flatMap((one) => numbersIn(one, path)),
  ];
  return [...new Set(found)];
};

type Operation = { requestBody?: { content: Record<string, { schema: Schema }> } };

const operations = (): { name: string; paths: string[] }[] =>
  Object.entries(openApiDocument()?.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).flatMap(([method, { requestBody }]) => {
      const schema = requestBody?.content['application/json']?.schema;
      const paths = schema ? numbersIn(schema) : [];
      return paths.length > 0 ? [{ name: `${method.toUpperCase()} ${path}`, paths }] : [];
    }),
  );

const agent = { name: 'helper', system_prompt: 'You help.' };
const user = [{ role: 'user', content: 'Hi' }];

/** A body that is right but for the number, by operation; that of a policy depends on which number it is. */
const BODIES: Record<string, object | ((path: string) => object)> = {
  'POST /v1/chat/completions': { model: 'scripted', messages: user },
  'POST /v1/responses': { model: 'scripted', input: 'Hi' },
  'POST /v1/embeddings': { model: 'scripted', input: 'Hi' },
  'POST /v1/messages': { model: 'scripted', max_tokens: 100, messages: user },
  'POST /v1/messages/count_tokens': { model: 'scripted', messages: user },
  'POST /my/keys': { name: 'ci' },
  'POST /admin/invitations': {},
  'PATCH /admin/users/{user_id}': { budget: {} },
  'PUT /admin/tiers/{name}': smallTier,
  'POST /my/agents': { ...agent, name: 'another' },
  'PUT /my/agents/{agent}': agent,
  'POST /my/agents/{agent}/context': { text: 'A fact.' },
  'POST /my/agents/{agent}/context/prune': {},
  'PUT /my/orchestrator/config': {},
  'POST /my/runs/{run_id}/approvals': { question: 'Is this fine?' },
  'POST /my/files': { changes: [{ path: 'a.txt', content: 'A text.' }] },
  'PUT /my/files/{path}': { content: 'A text.' },
  'POST /my/uploads': { bytes: 1, sha256: '0'.repeat(64) },
  'POST /my/previews': {},
  'PATCH /my/previews/{preview_id}': {},
  'POST /my/builds': { request: 'A page.', template: 'nowhere' },
  'POST /my/builds/{run_id}/continue': { request: 'Go on.' },
  'PUT /my/policies': (path) => ({ policies: [policyWith(path)], version: 0 }),
  'POST /my/policies/test': (path) => ({ policies: [policyWith(path)], messages: user }),
  'PUT /admin/policies': (path) => ({ policies: [policyWith(path)], version: 0 }),
  'POST /admin/policies/test': (path) => ({ policies: [policyWith(path)], messages: user }),
};

const policyWith = (path: string): object => {
  const field = path.split('.').at(-1);
  if (field === 'threshold') return { kind: 'judge', name: 'judge', question: 'It is rude.', on: 'request' };
  if (field === 'timeout_ms' || field === 'version') return { kind: 'log', name: 'log' };
  return { kind: 'dedup', name: 'dedup' };
};

const withMark = (body: object, path: string): string => {
  const changed = structuredClone(body) as Record<string, unknown>;
  const steps = path.split('.');
  const last = steps.pop() as string;
  // A field that is a text in the body may also be a list, which has the number.
  const place = steps.reduce<Record<string, unknown>>((inside, step, index) => {
    const held = inside[step];
    if (typeof held !== 'object' || held === null) inside[step] = (steps[index + 1] ?? last) === '0' ? [] : {};
    return inside[step] as Record<string, unknown>;
  }, changed);
  place[last] = MARK;
  return JSON.stringify(changed);
};

/** The same operation of a project has the body of the one without. */
const plainName = (name: string): string => name.replace('/projects/{project_id}', '');

test('G43: every operation that takes a number is asked with numbers the table cannot hold', () => {
  expect(operations().map(({ name }) => plainName(name))).toEqual(expect.arrayContaining(Object.keys(BODIES)));
  for (const { name } of operations()) expect(Object.keys(BODIES)).toContain(plainName(name));
});

test('G43: no number a client sends is answered with an error of ours, in any field of the interface', async () => {
  const failures: string[] = [];
  here.artel.model.always({ text: 'Hi.' });
  for (const { name, paths } of operations()) {
    const [method = '', template = ''] = name.split(' ');
    const url = template.replace('{project_id}', 'default').replace('{agent}', 'helper').replace('{path}', 'a.txt');
    const who = url.startsWith('/admin') ? root : here.alice;
    for (const path of paths) {
      const body = BODIES[plainName(name)]!;
      const marked = withMark(typeof body === 'function' ? body(path) : body, path);
      const asked = LITERALS.map(async (literal) => {
        const { status } = await who.call(method, url, marked.replace(`"${MARK}"`, literal));
        if (status >= 500) failures.push(`${name} ${path} = ${literal}: ${status}`);
      });
      await Promise.all(asked);
    }
  }
  expect(failures).toEqual([]);
}, 600_000);

test.each([
  ['max_cost of an agent', 'PUT', '/my/agents/helper', { ...agent, limits: { max_cost: 1e-131 } }, 'limits.max_cost'],
  ['budget of a run', 'PUT', '/my/orchestrator/config', { budget_per_run: 1e-131 }, 'budget_per_run'],
  ['threshold of a plan', 'PUT', '/my/orchestrator/config', { approval: { max_cost: 1e-200 } }, 'approval.max_cost'],
])('G43: a %s of 1e-131 is refused by its name', async (_what, method, url, body, path) => {
  expect(await here.alice.call(method, url, body)).toMatchObject({ status: 422, body: { errors: [{ path }] } });
});

test('G43: a number is storable from 1e-130 to the largest exact integer, and 0 is', () => {
  expect([0, -0, 1e-130, -1e-130, 2 ** 53 - 1].map(isStorable)).toEqual([true, true, true, true, true]);
  expect([9e-131, 2 ** 53, -(2 ** 53), Number.POSITIVE_INFINITY, Number.NaN].some(isStorable)).toBe(false);
});

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isPaged } from '../../../functions/routing/cursors/sealed.ts';
import { type Artel, sharedArtel } from '../../support/artel.ts';
import { type Operator, operatorOf, type TableItem } from '../../support/operator.ts';
import { acquire, type Belongings } from './belongings.ts';
import { bodyFor, hasParameter, makesItsThing, nameOf, pathsTo, routes } from './routes.ts';

/* Requirements: WS7, AG6, EV6. */

let artel: Artel;
let operator: Operator;
let alices: Belongings;
let bobs: Belongings;
let before: TableItem[];

beforeAll(async () => {
  artel = await sharedArtel();
  artel.model.always({ text: 'Fine.' });
  operator = operatorOf(artel.cloud);
  alices = await acquire(await artel.register('alice'), 'crimson', operator);
  bobs = await acquire(await artel.register('bob'), 'cobalt', operator);
  before = await operator.itemsOf(`USER#${alices.who.id}`);
});
afterAll(async () => {
  operator.stop();
  await artel.stop();
});

/** Alice's ids by number, since they are not known before the suite runs. */
const idsOf = ({ who, project, agent, session, run, apiKey, approval, permission, secret }: Belongings): string[] => [
  ...[project, agent.key, agent.id, agent.name, session, run, apiKey, approval, permission, secret, who.id, who.email],
];
const IDS = 12;

type Twist = (id: string) => string;
const twists: fc.Arbitrary<Twist> = fc.oneof(
  fc.constant((id: string) => id),
  fc.tuple(fc.nat(25), fc.constantFrom('0', 'Z', 'a', '#', '/', ' ', '\u0000', 'é')).map(
    ([at, to]): Twist =>
      (id) =>
        id.slice(0, -1 - at) + to + id.slice(id.length - at),
  ),
  fc.constantFrom('ses_', 'run_', 'agt_', 'prj_', 'key_', 'apr_', 'USER#', 'USER%23', 'EMAIL#', '').map(
    (prefix): Twist =>
      (id) =>
        prefix + id.slice(id.indexOf('_') + 1),
  ),
  fc
    .constantFrom('#STATE', '#SES#', '%23LANE', '/../..', '%2F..%2F', '..', '?x=', ';', ' or 1', ':', '.', '\n', '🙂')
    .map(
      (suffix): Twist =>
        (id) =>
          id + suffix,
    ),
  fc.constantFrom(2, 40, 400).map(
    (times): Twist =>
      (id) =>
        id.repeat(times),
  ),
  fc.constant((id: string) => id.toLowerCase()),
  fc.constant((id: string) => `../../../projects/${alices.project}/agents/${id}`),
  fc.constant((id: string) => `USER#${alices.who.id}#PRJ#${alices.project}#SES#${id}`),
);

const inventions: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
  fc.constantFrom(
    '{"S":"x"}',
    'begins_with(pk, :p)',
    'attribute_exists(pk)',
    ':v0',
    '#n0',
    '$ne',
    '__proto__',
    'constructor',
    'null',
    'undefined',
    '.',
    '..',
    '*',
    '%',
    '%00',
    'default',
    'any',
  ),
);

const encodings = fc.constantFrom(
  encodeURIComponent,
  (text: string) => encodeURIComponent(encodeURIComponent(text)),
  // As a client sends it that encodes nothing: what cannot stand in a URL is encoded by fetch itself.
  (text: string) => text.toWellFormed(),
);

const references = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(fc.nat(IDS - 1), twists).map(
      ([place, twist]) =>
        () =>
          twist(idsOf(alices)[place]!),
    ),
  },
  { weight: 1, arbitrary: inventions.map((text) => () => text) },
);

/** No answer of ours to bob's request is a failure of ours, and none shows anything of alice. */
const expectHarmless = (status: number, body: unknown, sent: string): void => {
  expect(status).toBeLessThan(500);
  const text = JSON.stringify(body);
  const hidden = alices.marks.filter((mark) => !sent.toLowerCase().includes(mark.toLowerCase()));
  expect(hidden.filter((mark) => text.includes(mark))).toEqual([]);
};

describe('ids that somebody made up', () => {
  test('invented ids reveal nothing of others and break nothing, on any route and in any encoding', async () => {
    const addressed = routes.filter((one) => hasParameter(one) && !makesItsThing(one));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...addressed),
        references,
        encodings,
        fc.boolean(),
        async (operation, reference, encode, inProject) => {
          const id = encode(reference().replace(/\p{Surrogate}/gu, ''));
          const path = operation.path.replace(/\{\w+\}/, () => id);
          const place = inProject && operation.perProject ? path.replace('/my', `/my/projects/${bobs.project}`) : path;
          // He may delete his own projects; the client itself takes `..` out of a path, so that one of them may be what is left.
          const asked = URL.parse(`http://localhost${place}`)?.pathname ?? '';
          fc.pre(
            operation.method !== 'DELETE' ||
              !/^\/my\/projects\/(default|\w*)\/?$/.test(asked) ||
              asked.includes(alices.project),
          );
          const answer = await bobs.who.call(operation.method, place, bodyFor(operation, bobs));
          expectHarmless(answer.status, answer.body, reference());
        },
      ),
      { numRuns: 500 },
    );
  });

  test('an invented project id is not found', async () => {
    const mounted = routes.filter(({ perProject }) => perProject);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...mounted), references, encodings, async (operation, reference, encode) => {
        const id = encode(reference().replace(/\p{Surrogate}/gu, ''));
        fc.pre(!['.', '..', 'default', bobs.project].includes(reference()));
        const path = operation.path.replace(/\{\w+\}/, 'x').replace('/my', () => `/my/projects/${id}`);
        // The client itself takes `..` out of a path and cuts it at `?` and `#`; what is left may be a route of bob's own.
        fc.pre(/^\/my\/projects\/[^/]+\//.test(URL.parse(`http://localhost${path}`)?.pathname ?? ''));
        const answer = await bobs.who.call(operation.method, path, bodyFor(operation, bobs));
        expectHarmless(answer.status, answer.body, reference());
        expect([nameOf(operation), answer.status < 300]).toEqual([nameOf(operation), false]);
      }),
      { numRuns: 100 },
    );
  });

  test('invented cursors reveal nothing of others either', async () => {
    const lists = routes.filter((one) => one.method === 'GET' && !hasParameter(one));
    const cursors = fc.oneof(
      fc.tuple(fc.constantFrom('', 'ses_', 'run_', 'agt_', 'APIKEY#', 'PROJECT#', 'AUDIT#', 'USER#'), references).map(
        ([prefix, reference]) =>
          () =>
            Buffer.from(prefix + reference()).toString('base64url'),
      ),
      inventions.map((text) => () => text),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...lists), cursors, async (operation, cursor) => {
        const query = encodeURIComponent(cursor().toWellFormed());
        const answer = await bobs.who.call('GET', `${operation.path}?cursor=${query}`);
        expectHarmless(answer.status, answer.body, '');
      }),
      { numRuns: 100 },
    );
  });

  test('a cursor that was forged, edited, or given to somebody else or for another list is refused on every list', async () => {
    type List = { items: unknown[]; next_cursor: string };
    const trail = '/my/audit?limit=1';
    const own = (await bobs.who.call<List>('GET', trail)).body.next_cursor;
    const hers = (await alices.who.call<List>('GET', trail)).body.next_cursor;
    expect((await bobs.who.call('GET', `${trail}&cursor=${own}`)).status).toBe(200);
    const forged = [
      '',
      'ses_',
      'run_',
      'msg_',
      'agt_',
      'apr_',
      'version:',
      'APIKEY#',
      'PROJECT#',
      'AUDIT#',
      'SECRET#',
    ].map((prefix) => Buffer.from(`${prefix}01JD0000000000000000000000`).toString('base64url'));
    const edited = [own.slice(0, -1), `${own}A`, (own.startsWith('A') ? 'B' : 'A') + own.slice(1)];
    const lists = routes.filter((one) => one.method === 'GET' && isPaged(one));
    expect(lists.length).toBeGreaterThan(10);
    for (const list of lists) {
      const [path] = hasParameter(list) ? pathsTo(list, bobs) : [list.path];
      const place = list.perProject ? path?.replace('/my', bobs.base) : path;
      const foreign = list.path === '/my/audit' ? [] : [own];
      for (const cursor of [...forged, ...edited, ...foreign, hers]) {
        const answer = await bobs.who.call<{ errors?: unknown }>('GET', `${place}?cursor=${cursor}`);
        expect([nameOf(list), cursor, answer.status]).toEqual([nameOf(list), cursor, 422]);
        expect(answer.body.errors).toMatchObject([{ path: 'cursor' }]);
      }
    }
  });

  // From here on bob's files have names of alice's things.
  test('invented names for one’s own things break nothing and reveal nothing', async () => {
    const making = routes.filter(makesItsThing);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...making), references, encodings, async (operation, reference, encode) => {
        const id = encode(reference().replace(/\p{Surrogate}/gu, ''));
        const path = operation.path.replace(/\{\w+\}/, () => id);
        const answer = await bobs.who.call(operation.method, path, bodyFor(operation, bobs));
        expectHarmless(answer.status, answer.body, reference());
      }),
      { numRuns: 60 },
    );
  });

  test('probing leaves alice’s data unchanged, to the last attribute', async () => {
    const byKey = (items: TableItem[]) => new Map(items.map((item) => [`${item.pk} ${item.sk}`, item]));
    expect(byKey(await operator.itemsOf(`USER#${alices.who.id}`))).toEqual(byKey(before));
  });
});

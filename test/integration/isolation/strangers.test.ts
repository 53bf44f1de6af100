import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Operation } from '../../../functions/routing/operation.ts';
import { type Artel, PASSWORD, type Person, type Response, startArtel } from '../../support/artel.ts';
import { questionOf } from '../../support/gates.ts';
import { listen } from '../../support/listener.ts';
import { type Operator, operatorOf, type TableItem } from '../../support/operator.ts';
import { acquire, type Belongings } from './belongings.ts';
import {
  adminPathsTo,
  adminRoutes,
  bodyFor,
  hasParameter,
  makesItsThing,
  nameOf,
  pathsTo,
  pathsToNothing,
  routes,
  within,
} from './routes.ts';

/* Requirements: ID5, WS7, EV6, API1, QA3. */

let artel: Artel;
let operator: Operator;
let home: Belongings;
let work: Belongings;
let bobs: Belongings;
let before: TableItem[];
const logged: string[] = [];

const itemsOf = async (who: Person): Promise<TableItem[]> => {
  const items = await operator.itemsOf(`USER#${who.id}`);
  return items.toSorted((a, b) => `${a.pk} ${a.sk}`.localeCompare(`${b.pk} ${b.sk}`));
};

beforeAll(async () => {
  artel = await startArtel({ log: (_name, text) => void logged.push(text) });
  operator = operatorOf(artel.cloud);
  // The answer carries the mark of its question: `red-question` → `red-answer`.
  artel.model.always({ text: 'Fine.' });
  for (const word of ['crimson', 'scarlet', 'cobalt']) {
    artel.model.script({ text: `${word}-answer`, when: ({ body }) => questionOf(body) === `${word}-question` });
  }
  const [alice, bob] = [await artel.register('alice'), await artel.register('bob')];
  home = await acquire(alice, 'crimson', operator);
  work = await acquire(alice, 'scarlet', operator);
  bobs = await acquire(bob, 'cobalt', operator);
  before = await itemsOf(alice);
});
afterAll(async () => {
  operator.stop();
  await artel.stop();
});

/** What an answer says, without what differs from request to request. */
const saidBy = ({ status, body }: Response): unknown => {
  if (typeof body !== 'object') return [status, body];
  const { request_id: _request, timestamp: _time, ...rest } = body as Record<string, unknown>;
  return [status, rest];
};
const expectNothingOf = (owners: Belongings[], answer: Response, sent = ''): void => {
  const text = JSON.stringify(answer.body);
  const shown = owners.flatMap(({ marks }) => marks).filter((mark) => text.includes(mark) && !sent.includes(mark));
  expect(shown).toEqual([]);
};
const call = (who: Belongings, operation: Operation, path: string): Promise<Response> =>
  who.who.call(operation.method, path, bodyFor(operation, who));

type Place = (path: string) => string;
const here: Place = (path) => path;

/** Whatever the owner's thing is called by, the caller is told what it is told of a thing that nobody has. */
const expectNotFound = async (who: Belongings, operation: Operation, owner: Belongings, place: Place) => {
  const unknown = pathsToNothing(operation);
  for (const [form, path] of pathsTo(operation, owner).entries()) {
    const [answer, nothing] = [
      await call(who, operation, place(path)),
      await call(who, operation, place(unknown[form]!)),
    ];
    expect(answer.status).toBe(404);
    expect(withoutPath(path, saidBy(answer))).toEqual(withoutPath(unknown[form]!, saidBy(nothing)));
  }
};

/** An answer may repeat the path of a file, which is the caller's word. */
const withoutPath = (path: string, said: unknown): string =>
  JSON.stringify(said).replaceAll(decodeURIComponent(path.split('/').at(-1) ?? ''), '…');

describe('another person’s things', () => {
  for (const operation of routes.filter((one) => hasParameter(one) && !makesItsThing(one))) {
    test(`${nameOf(operation)} answers for another person’s thing as for one that does not exist`, async () => {
      const places: Place[] = operation.perProject
        ? [here, (path) => within('default', path), (path) => within(bobs.project, path)]
        : [here];
      for (const place of places) {
        for (const owner of [home, work]) await expectNotFound(bobs, operation, owner, place);
      }
    });
  }

  for (const operation of routes.filter(({ perProject }) => perProject)) {
    test(`${nameOf(operation)} answers for another person’s project as for one that does not exist`, async () => {
      const path = hasParameter(operation) ? pathsTo(operation, home)[0]! : operation.path;
      const nowhere = await call(bobs, operation, within('prj_01ZZZZZZZZZZZZZZZZZZZZZZZZ', path));
      const answer = await call(bobs, operation, within(home.project, path));
      expect(answer.status).toBe(404);
      expect(saidBy(answer)).toEqual(saidBy(nowhere));
    });
  }

  for (const operation of routes.filter((one) => !hasParameter(one))) {
    test(`${nameOf(operation)} reveals nothing of another person`, async () => {
      const places = operation.perProject ? [operation.path, within(bobs.project, operation.path)] : [operation.path];
      for (const place of places) {
        const body = bodyFor(operation, operation.path.endsWith('/batch') ? home : bobs);
        const answer = await bobs.who.call(operation.method, place, body);
        // Where something stands already, an import is refused with what stands there.
        if (operation.path !== '/my/import' || answer.status !== 409) expect(answer.status).toBeLessThan(400);
        expectNothingOf([home, work], answer, JSON.stringify(body));
      }
    });
  }

  for (const operation of routes.filter((one) => hasParameter(one) && one.method === 'GET')) {
    test(`${nameOf(operation)} on one’s own things reveals nothing of another person`, async () => {
      const query = operation.path.endsWith('/events') ? '?follow=false' : '';
      const [path = ''] = pathsTo(operation, bobs);
      const answer = await call(bobs, operation, (operation.perProject ? within(bobs.project, path) : path) + query);
      expect(answer.status).toBe(200);
      expectNothingOf([home, work], answer);
    });
  }

  test('an agent asked about another person’s things does not remember them', async () => {
    const asked = await bobs.who.call('GET', `${bobs.base}/agents/${bobs.agent.name}/context?query=crimson-memory`);
    expect(asked.status).toBe(200);
    expectNothingOf([home, work], asked);
  });

  test('another person’s things are out of reach over a socket, and none of their events arrive there', async () => {
    const socket = await listen(artel.cloud.socketUrl, bobs.who);
    const places = [{}, { project_id: home.project }, { project_id: bobs.project }];
    const messages = [
      { action: 'subscribe', session_id: home.session },
      { action: 'message', session_id: home.session, content: 'Who are you?', target_agent: bobs.agent.key },
      { action: 'cancel', run_id: home.run },
      { action: 'confirm', approval_id: home.approval, decision: 'approve' },
    ];
    for (const message of messages) {
      for (const place of places) {
        const reply = await socket.say({ ...message, ...place });
        expect([message.action, reply.ok, reply.error?.error_code]).toEqual([message.action, false, 'not_found']);
      }
    }
    const { who, session, base } = work;
    await who.call('POST', `${base}/chat/${session}/message?wait=25`, { content: 'Anybody there?' });
    expect(await socket.say({ action: 'ping' })).toMatchObject({ ok: true, newest: {} });
    expect(socket.heard).toEqual([]);
    socket.close();
  });

  test('another person’s Idempotency-Key opens none of their things', async () => {
    const again = { 'idempotency-key': 'the-same-for-both' };
    const one = await home.who.call<{ id: string }>('POST', '/my/projects', { name: 'Twin' }, again);
    const other = await bobs.who.call<{ id: string }>('POST', '/my/projects', { name: 'Twin' }, again);
    expect([one.status, other.status]).toEqual([201, 201]);
    expect(other.body.id).not.toBe(one.body.id);
    expect((await home.who.call('DELETE', `/my/projects/${one.body.id}`)).status).toBe(204);
  });
});

describe('what is for administrators', () => {
  for (const operation of adminRoutes) {
    test(`${nameOf(operation)} is refused to everybody else in the same words, whosever things are named`, async () => {
      const said: unknown[] = [];
      for (const owner of [home, bobs]) {
        for (const path of adminPathsTo(operation, owner)) {
          for (const body of operation.takesBody ? [{}, { roles: ['user', 'admin'], locked: true }] : [undefined]) {
            const answer = await bobs.who.call(operation.method, path, body);
            expectNothingOf([home, work], answer, path);
            said.push(saidBy(answer));
          }
        }
      }
      expect(said[0]).toEqual([403, expect.objectContaining({ error_code: 'forbidden' })]);
      expect(said).toEqual(said.map(() => said[0]));
    });
  }
});

describe('one’s own things in another project', () => {
  for (const operation of routes.filter((one) => hasParameter(one) && one.perProject && !makesItsThing(one))) {
    test(`${nameOf(operation)} answers for a thing of another own project as for one that does not exist`, async () => {
      for (const place of [here, (path: string) => within(home.project, path)]) {
        await expectNotFound(home, operation, work, place);
      }
    });
  }

  for (const operation of routes.filter((one) => !hasParameter(one) && one.perProject && one.method === 'GET')) {
    test(`${nameOf(operation)} leaves out the things of another own project`, async () => {
      const answer = await call(home, operation, within(home.project, operation.path));
      expect(answer.status).toBe(200);
      const words = work.marks.filter((mark) => !home.marks.includes(mark));
      expect(words.filter((word) => JSON.stringify(answer.body).includes(word))).toEqual([]);
    });
  }
});

// Last of bob's: from here on his own files have their names.
describe('another person’s names', () => {
  for (const operation of routes.filter(makesItsThing)) {
    test(`${nameOf(operation)} makes one’s own thing under another person’s name for theirs`, async () => {
      for (const path of [...pathsTo(operation, home), ...pathsTo(operation, work)]) {
        const answer = await call(bobs, operation, path);
        expect(answer.status).toBe(200);
        expectNothingOf([home, work], answer, path);
      }
    });
  }
});

describe('after all of that', () => {
  test('the other person’s data is unchanged after all requests of a stranger', async () => {
    const talk =
      /CHARGE#|BUDGET#|CALL#|#SES#|#RUN#|USAGE#|IDEMPOTENCY#|CONNECTION#| CACHE#|PROJECT#|PROJECT_CREATIONS|RUN#|#AGT#/;
    const steady = (items: TableItem[]) => items.filter(({ pk, sk }) => !talk.test(`${pk} ${sk}`));
    const now = await itemsOf(home.who);
    expect(steady(now)).toEqual(steady(before));
    const at = ({ project }: Belongings, items: TableItem[]) =>
      items.filter(({ pk }) => pk.includes(`#PRJ#${project}`));
    // What its owner has just asked for may be kept by now.
    const isKept = ({ sk }: TableItem) => sk.startsWith('CACHE#');
    expect(at(home, now).filter((one) => !isKept(one))).toEqual(at(home, before).filter((one) => !isKept(one)));
  });

  test('neither the logs nor the audit trail contain anyone’s words, keys or tokens', async () => {
    const audit = await operator.itemsOf('AUDIT#');
    expect(logged.length).toBeGreaterThan(100);
    expect(audit.length).toBeGreaterThan(3);
    const text = `${logged.join('')}${JSON.stringify(audit)}`;
    const contents = [home, work, bobs].flatMap((one) => one.contents);
    for (const content of [...contents, PASSWORD, 'Who are you?', 'A false memory.', 'a value']) {
      expect(text.includes(content), content).toBe(false);
    }
  });
});

import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Person, person } from '../../support/artel.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: AP3, ID3, ID8. */

const here = inArtel();
let program: Person;
let decider: Person;

const SERVER = 'https://mcp.example.com/mcp';
const settings = (more: object = {}) => ({ system_prompt: 'You help.', ...more });
const server = (mcp: object = {}, more: object = {}) =>
  settings({ tools: [{ mcp: { url: SERVER, ...mcp }, ...more }] });

const keyOf = async (scopes: string[]): Promise<Person> => {
  const { body } = await here.alice.call<{ key: string }>('POST', '/my/keys', { name: scopes.join(), scopes });
  return person(here.alice.url, { ...here.alice, token: body.key });
};

beforeAll(async () => {
  program = await keyOf(['read', 'write', 'chat']);
  decider = await keyOf(['read', 'write', 'approvals:decide']);
});

type Answer = { error_code?: string; key?: string; version?: number; errors?: { path: string; message: string }[] };
let names = 0;
const create = (who: Person, body: object) => {
  names += 1;
  return who.call<Answer>('POST', '/my/agents', { name: `agent-${names}`, ...body });
};
const loosened = async (): Promise<string[]> => {
  type Entries = { items: { action: string; target: string }[] };
  const { body } = await here.alice.call<Entries>('GET', '/my/audit?limit=100');
  return body.items.filter(({ action }) => action === 'oversight_loosened').map(({ target }) => target);
};
const refusal = (path: string) => ({
  status: 403,
  body: { error_code: 'approvals_scope_required', errors: [{ path, message: expect.any(String) }] },
});

describe('an API key without approvals:decide', () => {
  test.each([
    ['that is asked about less', settings({ approval: { min_risk: 'high' } }), 'approval.min_risk'],
    ['with a tool', settings({ tools: ['http_fetch'] }), 'tools'],
  ])('R5: it creates no agent %s than by default, and nothing is left of the attempt', async (_what, body, path) => {
    const before = await loosened();
    expect(await create(program, body)).toMatchObject(refusal(path));
    expect(await create(here.alice, { ...settings(), name: `agent-${names}` })).toMatchObject({ status: 201 });
    expect(await loosened()).toEqual(before);
  });

  test('R5: it creates agents that ask as much as by default, or more, with tools that have nothing to ask about', async () => {
    const tools = ['calculate', 'clock', 'ask_person'];
    for (const body of [settings(), settings({ approval: { min_risk: 'low' } }), settings({ tools })]) {
      expect(await create(program, body)).toMatchObject({ status: 201 });
    }
  });

  test.each([
    ['asks less', settings(), settings({ approval: { min_risk: 'high' } })],
    ['takes back that everything is asked', settings({ approval: { min_risk: 'low' } }), settings()],
    ['adds a tool', settings({ tools: ['file_read'] }), settings({ tools: ['file_read', 'file_write'] })],
    ['adds a server', settings(), server()],
    ['trusts a server', server(), server({ trusted: true })],
    ['gives a server a secret', server(), server({ headers: { authorization: { secret: 'bank' } } })],
    [
      'gives a server another secret',
      server({ headers: { authorization: { secret: 'weather' } } }),
      server({ headers: { Authorization: { secret: 'bank' } } }),
    ],
    ['offers another tool of a server', server({}, { allow: ['read'] }), server({}, { allow: ['read', 'pay'] })],
    ['offers all tools of a server', server({}, { allow: ['read'] }), server()],
  ])(
    'R5: a change of an agent that %s is refused to it, and made by its person with an audit entry',
    async (_what, from, to) => {
      const { body: agent } = await create(here.alice, from);
      const url = `/my/agents/${agent.key}`;
      const refused = await program.call<Answer>('PUT', url, to);
      expect(refused).toMatchObject({ status: 403, body: { error_code: 'approvals_scope_required' } });
      expect((await here.alice.call<Answer>('GET', url)).body.version).toBe(1);
      expect(await here.alice.call('PUT', url, to)).toMatchObject({ status: 200, body: { version: 2 } });
      expect(await loosened()).toContain(`${agent.key} version 2`);
      expect((await loosened()).filter((target) => target === `${agent.key} version 2`)).toHaveLength(1);

      expect(await program.call('PUT', url, settings({ approval: { min_risk: 'low' } }))).toMatchObject({
        status: 200,
        body: { version: 3 },
      });
      expect(await loosened()).not.toContain(`${agent.key} version 3`);
    },
  );

  test('R5: with approvals:decide an API key may loosen what its person is asked, with an audit entry', async () => {
    const { status, body } = await create(decider, settings({ tools: ['http_fetch'], approval: { min_risk: 'high' } }));
    expect(status).toBe(201);
    expect(await loosened()).toContain(`${body.key} version 1`);
  });
});

describe('the orchestrator’s settings and an API key without approvals:decide', () => {
  const change = (who: Person, body: object) => who.call<Answer>('PUT', '/my/orchestrator/config', body);
  beforeEach(async () => {
    await change(here.alice, {});
  });

  test.each([
    ['approval.max_tasks', { approval: { max_tasks: 21 } }, { approval: { max_tasks: 3 } }],
    ['approval.max_cost', { approval: { max_cost: 2 } }, { approval: { max_cost: 0.5 } }],
    ['approval.min_risk', { approval: { min_risk: 'high' } }, { approval: { min_risk: 'medium' } }],
    ['auto_approve_low_risk', {}, { auto_approve_low_risk: false }],
  ])('R5: %s is tightened by it and not loosened', async (path, loose, tight) => {
    expect(await change(program, tight)).toMatchObject({ status: 200 });
    const before = (await loosened()).length;
    expect(await change(program, loose)).toMatchObject(refusal(path));
    expect((await loosened()).length).toBe(before);
    expect(await change(here.alice, loose)).toMatchObject({ status: 200 });
    expect((await loosened()).slice(0, 1)).toEqual(['orchestrator']);
    expect((await loosened()).length).toBe(before + 1);
  });
});

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Approval, decide, ended, pendingApproval } from '../../support/approvals.ts';
import { type Artel, type Person, sharedArtel } from '../../support/artel.ts';
import { type Listener, listen } from '../../support/listener.ts';
import { planOf, sendPlan, team } from '../../support/plans.ts';

/* Requirements: AP6, EV1. */

let artel: Artel;
let alice: Person;
let session: string;
const sockets: Listener[] = [];

beforeAll(async () => {
  artel = await sharedArtel();
  artel.model.always({ text: 'Done.' });
});
afterAll(() => artel.stop());
beforeEach(async () => {
  alice = await artel.register('alice');
  ({ session } = await team(alice, ['ann', 'ben']));
  await alice.call('PUT', '/my/orchestrator/config', { approval: { max_tasks: 0 } });
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.close();
});

const task = (id: string, depends_on: string[] = []) => ({ id, description: `Do ${id}`, agent: 'ann', depends_on });
const TWO = [task('a'), task('b', ['a'])];

const socketOf = async (who: Person): Promise<Listener> => {
  const { url } = (await who.call<{ url: string }>('POST', '/my/socket-ticket')).body;
  const socket = await listen(url, who);
  sockets.push(socket);
  return socket;
};

/** A plan that waits for alice, and a socket of hers. */
const asked = async () => {
  const { body } = await sendPlan(alice, session, TWO);
  const approval = await pendingApproval(alice, session);
  const socket = await socketOf(alice);
  const confirm = (verdict: Record<string, unknown>) =>
    socket.say({ action: 'confirm', approval_id: approval.id, ...verdict });
  return { run: body.run.id, approval, confirm };
};

type AuditEntry = { action: string; target: string; source_ip: string; request_id: string };
const decisionsOf = async (who: Person): Promise<AuditEntry[]> => {
  const { body } = await who.call<{ items: AuditEntry[] }>('GET', '/my/audit?limit=100');
  return body.items.filter(({ action }) => action === 'approval_decided');
};
const statusOf = async (id: string) => (await alice.call<Approval>('GET', `/my/approvals/${id}`)).body.status;
const tasksOf = async (run: string) => (await planOf(alice, run)).tasks.map(({ id, state }) => [id, state]);

describe('confirm over the WebSocket', () => {
  test('an edited plan runs as it was edited', async () => {
    const { run, confirm } = await asked();
    const tasks = [task('x'), task('y', ['x'])];
    expect(await confirm({ decision: 'edit', arguments: { tasks } })).toMatchObject({
      ok: true,
      approval: { status: 'approved' },
    });
    await ended(alice, session);
    expect(await tasksOf(run)).toEqual([
      ['x', 'completed'],
      ['y', 'completed'],
    ]);
  });

  test('an edit whose tasks wait for each other is refused with the same errors as over REST, and nothing runs', async () => {
    const { approval, confirm } = await asked();
    const verdict = { decision: 'edit', arguments: { tasks: [task('a', ['b']), task('b', ['a'])] } };
    const refused = await confirm(verdict);
    const overRest = await decide(alice, approval.id, verdict);
    const { error_code, detail, errors } = overRest.body as unknown as Record<string, unknown>;
    expect(overRest.status).toBe(422);
    expect(refused).toMatchObject({ ok: false });
    expect(refused.error).toEqual({ error_code, detail, errors });
    expect(errors).toEqual([
      { path: 'arguments.tasks.0.depends_on', message: 'These tasks wait for each other: a → b → a.' },
    ]);
    expect(await statusOf(approval.id)).toBe('pending');
    expect(await decisionsOf(alice)).toEqual([]);
  });

  test('a misspelt field is refused with the same errors as over REST', async () => {
    const { approval, confirm } = await asked();
    const verdict = { decision: 'approve', remembr: true };
    const overRest = (await decide(alice, approval.id, verdict)).body as unknown as Record<string, unknown>;
    const { error_code, detail, errors } = overRest;
    expect((await confirm(verdict)).error).toEqual({ error_code, detail, errors });
    expect(errors).toEqual([{ path: 'remembr', message: 'There is no such field.' }]);
  });

  test('a decision is audited with its sender, once even when it is repeated', async () => {
    const { approval, confirm } = await asked();
    await confirm({ decision: 'approve' });
    expect(await confirm({ decision: 'approve' })).toMatchObject({ ok: true });
    const entries = await decisionsOf(alice);
    expect(entries).toMatchObject([{ target: `${approval.id} approve`, source_ip: expect.stringMatching(/./) }]);
    expect(entries[0]?.request_id).toMatch(/./);
    await ended(alice, session);
  });

  test('the reason of a rejection stands in the approval', async () => {
    const { approval, confirm } = await asked();
    await confirm({ decision: 'reject', reason: 'Too dear.' });
    expect((await alice.call<Approval>('GET', `/my/approvals/${approval.id}`)).body).toMatchObject({
      status: 'rejected',
      decision: { decision: 'reject', reason: 'Too dear.' },
    });
    expect((await decisionsOf(alice)).map(({ target }) => target)).toEqual([`${approval.id} reject`]);
  });

  test('another decision on a decided approval is a conflict, on either transport', async () => {
    const { approval, confirm } = await asked();
    expect((await decide(alice, approval.id, { decision: 'approve' })).status).toBe(200);
    expect(await confirm({ decision: 'approve' })).toMatchObject({ ok: true });
    expect(await confirm({ decision: 'reject' })).toMatchObject({ ok: false, error: { error_code: 'conflict' } });
    expect((await decide(alice, approval.id, { decision: 'reject' })).status).toBe(409);
    expect((await decisionsOf(alice)).map(({ target }) => target)).toEqual([`${approval.id} approve`]);
    await ended(alice, session);
  });

  test('an API key without approvals:decide may not decide, one with it may', async () => {
    const { approval } = await asked();
    const socketWith = async (scopes?: string[]) => {
      const { body } = await alice.call<{ key: string }>('POST', '/my/keys', { name: 'program', scopes });
      return socketOf({ ...alice, token: body.key });
    };
    const message = { action: 'confirm', approval_id: approval.id, decision: 'reject' };
    expect(await (await socketWith()).say(message)).toMatchObject({
      ok: false,
      error: { error_code: 'forbidden', detail: 'This API key lacks the scope "approvals:decide".' },
    });
    expect(await statusOf(approval.id)).toBe('pending');
    expect(await (await socketWith(['read', 'approvals:decide'])).say(message)).toMatchObject({ ok: true });
    expect(await statusOf(approval.id)).toBe('rejected');
  });

  test('another user’s approval is not found', async () => {
    const { approval } = await asked();
    const bob = await socketOf(await artel.register('bob'));
    expect(await bob.say({ action: 'confirm', approval_id: approval.id, decision: 'approve' })).toMatchObject({
      ok: false,
      error: { error_code: 'not_found' },
    });
    expect(await statusOf(approval.id)).toBe('pending');
  });
});

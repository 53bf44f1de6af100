import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LocalCloud } from '../../../infra/local/boot/cloud.ts';
import { synthesize } from '../../../infra/synth.ts';
import { MINUTE, SECOND } from '../../../shared/core/clock.ts';
import { decide, ended, eventually, pendingApproval } from '../../support/approvals.ts';
import { type Artel, type Person, person, startArtel } from '../../support/artel.ts';
import { typesOf } from '../../support/events.ts';
import { type Operator, operatorOf, type TableItem } from '../../support/operator.ts';
import { unhurried } from '../../support/unhurried.ts';

/* Requirements: AP2, AP4. */

let folder: string;
let artel: Artel;
let alice: Person;
let operator: Operator;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'artel-expiry-'));
  artel = await startArtel({ data: join(folder, 'data') });
  artel.model.always(({ body }) => {
    const last = (body.messages as { role: string; content: string }[]).at(-1);
    if (last?.role === 'tool') return { text: `The tool says: ${last.content}` };
    const args = { path: 'notes.txt', content: String(last?.content) };
    return { tool_calls: [{ name: 'file_write', arguments: JSON.stringify(args) }] };
  });
  alice = await artel.register('alice');
  operator = operatorOf(artel.cloud);
});
afterAll(async () => {
  operator.stop();
  await artel.stop();
  await rm(folder, { recursive: true });
});

const waiting = async (content: string) => {
  const { session, agent } = await alice.chat('scribe', { tools: ['file_write'] });
  await alice.call('POST', `/my/chat/${session}/message`, { content, target_agent: agent });
  return { session, approval: await pendingApproval(alice, session) };
};

const stored = async (id: string): Promise<TableItem> => {
  const items = await operator.itemsOf(`USER#${alice.id}#PRJ#`);
  const item = items.find(({ kind, approval_id }) => kind === 'approval' && approval_id === id);
  if (!item) throw new Error(`There is no approval ${id}.`);
  return item;
};

/** As if the time for a decision had gone by but for so much, and the sweeper looked. */
const onlyLeft = async (id: string, milliseconds: number): Promise<void> => {
  const now = Date.now();
  await operator.put({ ...(await stored(id)), open_until: now + milliseconds, due_at: now - 1 });
  await artel.cloud.sweep();
};

describe('a question that nobody answers', () => {
  test('an unanswered question is warned of once with less than a minute left, and can still be answered', async () => {
    const { session, approval } = await waiting('warned');
    await onlyLeft(approval.id, 5 * MINUTE);
    await onlyLeft(approval.id, 40 * SECOND);
    await onlyLeft(approval.id, 30 * SECOND);
    const events = await eventually(alice, session, (all) => typesOf(all).includes('approval_expiring'));
    const warnings = events.filter(({ event_type }) => event_type === 'approval_expiring');
    expect(warnings.map(({ payload }) => payload.approval_id)).toEqual([approval.id]);
    expect((await decide(alice, approval.id, { decision: 'approve' })).body).toMatchObject({ status: 'approved' });
    await ended(alice, session);
  });

  test('an expired question lets its run continue, which says so in the answer and did nothing', async () => {
    const { session, approval } = await waiting('expired');
    await onlyLeft(approval.id, -1);
    const events = await ended(alice, session);
    expect(typesOf(events)).not.toContain('tool_called');
    expect(events.find(({ event_type }) => event_type === 'approval_resolved')?.payload).toMatchObject({
      approval_id: approval.id,
      status: 'expired',
      decision: null,
    });
    expect(
      events.find(({ event_type, payload }) => event_type === 'message_created' && payload.role === 'assistant')
        ?.payload.content,
    ).toBe('The tool says: Nobody decided in time, so this was not done.');
    expect(events.at(-1)?.payload).toMatchObject({ state: 'completed' });
  });

  test('a question takes no decision after its expiry: 409, before and after the sweeper came', async () => {
    const { session, approval } = await waiting('late');
    await operator.put({ ...(await stored(approval.id)), open_until: Date.now() - 1 });
    expect((await decide(alice, approval.id, { decision: 'approve' })).status).toBe(409);
    await onlyLeft(approval.id, -1);
    await ended(alice, session);
    const late = await decide(alice, approval.id, { decision: 'approve' });
    expect([late.status, late.body.error_code]).toEqual([409, 'conflict']);
    expect((await alice.call('GET', `/my/approvals/${approval.id}`)).body).toMatchObject({ status: 'expired' });
  });
});

describe('a restart while a run waits for a person', () => {
  test('a restart loses neither the question nor the run that waits for it: approved afterwards, it completes', async () => {
    const { session, approval } = await waiting('restart');
    operator.stop();
    await artel.cloud.stop();
    const cloud = await LocalCloud.boot({
      app: synthesize('dev'),
      schedules: false,
      environment: unhurried(),
      data: join(folder, 'data'),
      secrets: { SecretsProvider: { base_url: artel.model.url, api_key: 'test', model: 'scripted' } },
    });
    artel = { ...artel, cloud, stop: async () => void (await Promise.all([cloud.stop(), artel.model.stop()])) };
    operator = operatorOf(cloud);
    alice = person(cloud.url, alice);
    expect((await alice.call('GET', `/my/approvals/${approval.id}`)).body).toMatchObject({ status: 'pending' });
    expect((await decide(alice, approval.id, { decision: 'approve' })).status).toBe(200);
    const events = await ended(alice, session);
    expect(typesOf(events).filter((type) => /^tool_/.test(type))).toEqual(['tool_called', 'tool_result']);
    expect(events.at(-1)?.payload).toMatchObject({ state: 'completed' });
    expect(events.map(({ event_id }) => event_id)).toEqual(events.map((_, place) => place + 1));
  });
});

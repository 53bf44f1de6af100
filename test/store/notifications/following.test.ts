import { describe, expect, test } from 'vitest';
import { finishRun } from '../../../shared/bus/index.ts';
import { MINUTE } from '../../../shared/core/clock.ts';
import { newId } from '../../../shared/core/ids.ts';
import { readAfter } from '../../../shared/events/index.ts';
import { handOver, lookAround } from '../../../shared/notifications/index.ts';
import { due, getItem, sessionKeys, updateItem, userKeys } from '../../../shared/store/index.ts';
import { diesAfter } from '../../support/crash.ts';
import { inWorld } from '../races/in-world.ts';
import { completed } from '../races/world.ts';
import { deliveriesOf, followingOf, putWebhook } from './world.ts';

/* Requirements: BT8. */

const here = inWorld();

const isIdle = '#status = :open and attribute_not_exists(#active)';
const isWhereItWas = '#seq = :seq';
const isUnchanged = '#last_seq = :seq';

/** A webhook of the place's project, from its beginning on. */
const told = async (): Promise<string> => {
  const { webhook_id } = await putWebhook(here.place.project, newId('whk'), { now: here.place.now });
  return webhook_id;
};

/** Each event is to have one delivery, with its own text. */
const everyEventOnce = async (webhook: string, sessions: string[]): Promise<void> => {
  const { project, clock } = here.place;
  const lines: string[] = [];
  for (const session of sessions) lines.push(...(await readAfter(project, session, { after: 0, clock })).lines);
  const made = await deliveriesOf(project.user, webhook);
  expect(made.map(({ line }) => line).toSorted()).toEqual(lines.toSorted());
};

describe('a session that is told outside', () => {
  test('every event is delivered once, wherever whoever accepted the message and whoever hands it over died', async () => {
    const { project, clock } = here.place;
    const [webhook, agent] = [await told(), await here.place.agent(30)];
    const sessions: string[] = [];
    for (let calls = 0, accepted = false; !accepted; calls += 1) {
      const session = await here.place.session();
      sessions.push(session);
      accepted = (await diesAfter(calls, () => here.place.say(session, agent))) === 'done';
      const log = await getItem(sessionKeys.log(project, session));
      // Whatever was committed is due.
      expect((await followingOf(project, session))?.due_at === undefined).toBe(log === undefined);
      for (let looks = 0; (await diesAfter(looks, () => handOver(project, session, clock))) === 'died'; ) looks += 1;
    }
    expect(sessions.length).toBeGreaterThan(3);
    await everyEventOnce(webhook, sessions);
  });

  test('a session is due until all of it is handed over, and once more with its next message', async () => {
    const { project, clock } = here.place;
    const [webhook, agent, session] = [await told(), await here.place.agent(), await here.place.session()];
    const { run } = await here.place.say(session, agent);
    await handOver(project, session, clock);
    expect((await followingOf(project, session))?.due_at).toBeDefined();
    await finishRun(await here.place.claim(run), completed, { clock });
    await handOver(project, session, clock);
    expect((await followingOf(project, session))?.due_at).toBeUndefined();
    const again = await here.place.say(session, agent);
    expect((await followingOf(project, session))?.due_at).toBeDefined();
    await finishRun(await here.place.claim(again.run), completed, { clock });
    await handOver(project, session, clock);
    await everyEventOnce(webhook, [session]);
  });

  test('a message that comes and goes while its session is found idle keeps it due', async () => {
    const { project, clock } = here.place;
    const [, agent, session] = [await told(), await here.place.agent(), await here.place.session()];
    const { run } = await here.place.say(session, agent);
    await finishRun(await here.place.claim(run), completed, { clock });
    const { refused } = await here.world.race(
      isUnchanged,
      () => handOver(project, session, clock),
      async () => finishRun(await here.place.claim((await here.place.say(session, agent)).run), completed, { clock }),
    );
    expect(refused).toContain(isUnchanged);
    expect((await followingOf(project, session))?.due_at).toBeDefined();
  });

  test('two who hand over the same events make each delivery once', async () => {
    const { project, clock } = here.place;
    const [webhook, agent, session] = [await told(), await here.place.agent(), await here.place.session()];
    await here.place.say(session, agent);
    const both = () => handOver(project, session, clock);
    const { refused } = await here.world.race(isWhereItWas, both, both);
    expect(refused).toEqual([isWhereItWas]);
    await everyEventOnce(webhook, [session]);
  });

  test('a message accepted by somebody who did not know of the webhook yet is found by its looks', async () => {
    const { project, clock } = here.place;
    const [agent, session] = [await here.place.agent(), await here.place.session()];
    let webhook = '';
    const look = async (at: number): Promise<void> => {
      const key = userKeys.webhook(project.user, webhook);
      const values = due(key, at);
      await updateItem(key, 'set #due_at = :due_at, #due_shard = :due_shard', {
        when: 'attribute_exists(#pk)',
        values,
      });
      await lookAround(project.user, webhook, { now: () => at });
    };
    await here.world.race(
      isIdle,
      () => here.place.say(session, agent),
      async () => {
        webhook = await told();
        await look(here.place.now);
      },
    );
    await look(here.place.now + 20 * MINUTE);
    expect(await followingOf(project, session)).toMatchObject({ seq: 0, due_at: expect.any(Number) });
    await handOver(project, session, clock);
    await everyEventOnce(webhook, [session]);
  });
});

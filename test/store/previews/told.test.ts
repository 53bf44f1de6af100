import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { HOUR, MINUTE } from '../../../shared/core/clock.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { ProjectScope } from '../../../shared/core/scope.ts';
import { readAfter, type SessionEvent } from '../../../shared/events/index.ts';
import { redrive, sweep } from '../../../shared/maintenance/index.ts';
import { log } from '../../../shared/observability/log.ts';
import { capture, end, publish, type Report, shownAt } from '../../../shared/previews/index.ts';
import { createSession, markSessionDeleting } from '../../../shared/sessions/index.ts';
import { getItem, type Item, projectKeys, putItem } from '../../../shared/store/index.ts';
import { type HeldWrites, startHeldWrites } from '../../support/held-writes.ts';
import { inTable } from '../../support/in-table.ts';
import { type RecordedQueues, startRecordedQueues } from '../../support/recorded-queues.ts';
import { type SocketEndpoints, startSocketEndpoints } from '../../support/socket-endpoints.ts';
import { projectOf } from '../../support/tool-call.ts';
import { previewsHere, publication, report, tokenOf, type World } from './world.ts';

/* Requirements: BT6, BT9, EV4, ID5. */

const here = inTable();
previewsHere();
let held: HeldWrites;
let outside: [RecordedQueues, SocketEndpoints];
beforeAll(async () => {
  held = await startHeldWrites(here.table.url);
  outside = [await startRecordedQueues(), await startSocketEndpoints()];
});
afterAll(() => Promise.all([held.stop(), ...outside.map((one) => one.stop())]));
afterEach(() => vi.restoreAllMocks());

type Built = World & { session: string; run: string };

/** The page of a build in a session. */
const built = async (name: string, user = 'alice'): Promise<Built> => {
  const project = projectOf(user, name.replaceAll(' ', '-'));
  const { id: session } = await createSession(project, {});
  const run = newId('run');
  const { id, url } = await publish(project, { ...publication, built: { session_id: session, run_id: run } });
  return { project, id, token: tokenOf(url), session, run };
};

const reports = async ({ token }: World, messages: readonly string[], now = Date.now()): Promise<void> => {
  const shown = await shownAt(token);
  for (const message of messages) await capture(shown!, { ...report, message } satisfies Report, { now: () => now });
};

const eventsIn = async (project: ProjectScope, session: string): Promise<SessionEvent[]> => {
  const { lines } = await readAfter(project, session, { after: 0 });
  return lines.map((line) => JSON.parse(line) as SessionEvent);
};
const told = async ({ project, session }: Built) =>
  (await eventsIn(project, session)).map(({ event_type, payload }) => [
    event_type,
    (payload.errors as { message: string }[]).map(({ message }) => message),
  ]);

const capturedOf = ({ project, id }: World) => getItem(projectKeys.captured(project, id));
const swept = () => sweep(Date.now() + MINUTE);

describe('the session of a build', () => {
  test('learns of new errors of its page once, together, and in the words of the page', async () => {
    const world = await built('learns');
    await reports(world, ['one', 'two', 'one']);
    expect(await swept()).toMatchObject({ redriven: 1, failed: 0 });
    const [event] = await eventsIn(world.project, world.session);
    const shown = { id: expect.any(String), kind: 'error', source: 'app.js', line: 1, version: 1 };
    expect(event).toMatchObject({
      event_type: 'preview_error',
      payload: {
        preview_id: world.id,
        build_id: world.run,
        count: 2,
        errors: expect.arrayContaining(['one', 'two'].map((message) => ({ ...shown, message }))),
      },
    });
    await reports(world, ['two', 'one', 'one']);
    expect(await swept()).toMatchObject({ redriven: 0 });
    await reports(world, ['three']);
    await swept();
    expect((await told(world)).slice(1)).toEqual([['preview_error', ['three']]]);
  });

  test('gets one short event of a page that fails in a loop, however much it says', async () => {
    const world = await built('floods');
    const now = Date.now() - MINUTE;
    const messages = Array.from({ length: 200 }, (_, index) => `${index} ${'\u0000'.repeat(490)}`);
    await reports(world, messages, now);
    await swept();
    await reports(world, messages, now);
    await swept();
    const events = await eventsIn(world.project, world.session);
    expect(events.map(({ payload }) => [payload.count, (payload.errors as object[]).length])).toEqual([[20, 5]]);
    expect(Buffer.byteLength(JSON.stringify(events))).toBeLessThan(16 * 1024);
  });

  test('that is deleted, or whose preview is over, learns of nothing, and nothing stays due', async () => {
    const [gone, over, ended] = [await built('gone'), await built('over'), await built('ended')];
    for (const world of [gone, over, ended]) await reports(world, ['late']);
    await markSessionDeleting(gone.project, gone.session, { keepMemories: true });
    await redrive((await capturedOf(gone))!);
    await redrive((await capturedOf(over))!, { now: () => Date.now() + 2 * HOUR });
    const found = await capturedOf(ended);
    await end(ended.project, ended.id);
    await redrive(found!);
    for (const world of [gone, over, ended]) {
      expect(await told(world)).toEqual([]);
      expect((await capturedOf(world))?.due_at).toBeUndefined();
    }
  });

  test('learns of what is reported while it is being told as well, each once', async () => {
    const world = await built('meanwhile');
    await reports(world, ['before']);
    const found = (await capturedOf(world))!;
    await held.race(
      '#revision = :read',
      () => redrive(found),
      () => reports(world, ['meanwhile']),
    );
    await swept();
    expect((await told(world)).flatMap(([, messages]) => messages).toSorted()).toEqual(['before', 'meanwhile']);
    expect((await capturedOf(world))?.due_at).toBeUndefined();
  });

  test.each(['InternalServerError', 'drop-reply'] as const)(
    'is told once where the store answers with %s',
    async (error) => {
      const world = await built(`faults ${error}`);
      await reports(world, ['one']);
      await here.table.injectFault({ action: 'TransactWriteItems', times: 2, error });
      await redrive((await capturedOf(world))!);
      await swept();
      expect(await told(world)).toEqual([['preview_error', ['one']]]);
    },
  );
});

test('errors of a preview that a person published are nobody’s event', async () => {
  const project = projectOf('alice', 'published');
  const { id, url } = await publish(project, publication);
  await reports({ project, id, token: tokenOf(url) }, ['one']);
  expect((await capturedOf({ project, id, token: '' }))?.due_at).toBeUndefined();
});

describe('somebody who writes captured errors as they like', () => {
  const forged = async (change: Partial<Item>): Promise<Built & { item: Item }> => {
    const world = await built('forged', `alice-${newId('prj')}`);
    await reports(world, ['one']);
    const item = { ...(await capturedOf(world))!, ...change };
    await putItem(item as Parameters<typeof putItem>[0]);
    return { ...world, item };
  };

  test('tells no session of anybody else', async () => {
    const bob = await built('forged', 'bob');
    const error = vi.spyOn(log, 'error');
    const { item } = await forged({ user_id: 'bob' });
    await redrive(item);
    expect(await told(bob)).toEqual([]);
    expect(error).toHaveBeenCalledWith('captured errors of another owner');
  });

  test.each(['project', 'session', 'preview'])('has nothing of the kind %s done', async (kind) => {
    const error = vi.spyOn(log, 'error');
    const world = await forged({ kind });
    await redrive({ ...world.item, session_id: world.session, preview_id: world.id });
    expect(error).toHaveBeenCalledWith('due item of unknown kind', { kind });
    expect(await shownAt(world.token)).toBeDefined();
  });
});

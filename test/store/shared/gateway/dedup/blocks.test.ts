import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ALARMING_LINES } from '../../../../../shared/core/alarming-lines.ts';
import type { ProjectScope } from '../../../../../shared/core/scope.ts';
import { keepBlocks, openBlocks } from '../../../../../shared/gateway/dedup/sessions.ts';
import { type BlockLimits, DEFAULT_LIMITS } from '../../../../../shared/gateway/dedup/settings.ts';
import { blockFigures } from '../../../../../shared/gateway/index.ts';
import { beginInvocation } from '../../../../../shared/observability/invocation.ts';
import { log } from '../../../../../shared/observability/log.ts';
import { getItem, putItem, type StoredItem, sessionKeys } from '../../../../../shared/store/index.ts';
import {
  answerTo,
  asking,
  type PolicyWorld,
  restart,
  type Setting,
  startPolicyWorld,
} from '../../../../support/policies.ts';
import { projectOf } from '../../../../support/tool-call.ts';

/* Requirements: GW4. */

const alice = projectOf('alice');
const bob = projectOf('bob');
const SECRET = `The merger with Example Corp closes on Friday; call +44 20 7946 0958. ${'Tell nobody. '.repeat(30)}`;
const PII_ONCE: Setting[] = [
  { kind: 'pii', name: 'personal-data' },
  { kind: 'dedup', name: 'blocks', smallest_block: 64 },
];
let world: PolicyWorld;

const limits = (more: Partial<BlockLimits> = {}): BlockLimits => ({ ...DEFAULT_LIMITS, ...more });
const stored = (scope: ProjectScope, session: string) => getItem(sessionKeys.blocks(scope, session));

beforeAll(async () => {
  world = await startPolicyWorld();
  world.model.always({ text: 'ok' });
});
beforeEach(restart);
afterAll(() => world.stop());

describe('a block of context', () => {
  test('a context block that repeats in its session is processed once, also after a restart', async () => {
    const over = world.over(PII_ONCE);
    for (let turn = 0; turn < 3; turn += 1) {
      await answerTo(over, asking('alice', SECRET, { session: 'ses_again' }));
      restart();
    }
    expect((await blockFigures(alice.user))[0]).toMatchObject({ session_id: 'ses_again', blocks: 1, misses: 1 });
    const blocks = await openBlocks(alice, 'ses_again', limits());
    expect([blocks.misses, (await stored(alice, 'ses_again'))?.revision]).toEqual([1, 1]);
  });

  test('a known context block leaves redacted just as an unknown one does', async () => {
    const over = world.over(PII_ONCE);
    await answerTo(over, asking('alice', SECRET, { session: 'ses_same' }));
    const first = world.sent();
    restart();
    await answerTo(over, asking('alice', SECRET, { session: 'ses_same' }));
    expect(world.sent()).toEqual(first);
    expect(first.join()).toContain('<PHONE_1>');
    await answerTo(world.over([PII_ONCE[0]!]), asking('alice', SECRET, { session: 'ses_plain' }));
    expect(world.sent()).toEqual(first);
  });

  test('a context block under other settings is processed again', async () => {
    await answerTo(world.over(PII_ONCE), asking('alice', SECRET, { session: 'ses_set' }));
    const other: Setting[] = [{ kind: 'pii', name: 'personal-data', types: ['EMAIL'] }, PII_ONCE[1]!];
    await answerTo(world.over(other), asking('alice', SECRET, { session: 'ses_set' }));
    expect(world.sent().join()).toContain('+44 20 7946 0958');
  });

  test('a context block that appears twice in one request is sent once, if configured', async () => {
    const over = world.over([{ kind: 'dedup', name: 'blocks', send_once: true, smallest_block: 64 }]);
    const call = asking('alice', '', {
      messages: [
        { role: 'user', content: SECRET },
        { role: 'assistant', content: 'I see.' },
        { role: 'user', content: [{ type: 'text', text: SECRET }] },
        { role: 'user', content: 'I see.' },
      ],
    });
    await answerTo(over, call);
    const sent = JSON.stringify(world.model.requests.at(-1)?.body.messages);
    expect(sent.match(/The merger/g)).toHaveLength(1);
    expect(sent).toContain('[The same text as in message 1 of this conversation.]');
    expect(sent.match(/I see\./g)).toHaveLength(2);
  });
});

describe('the same content from another user (GW4)', () => {
  test('the same content from another user is a miss, has an unrelated name, and is answered in the same way', async () => {
    const over = world.over(PII_ONCE);
    await answerTo(over, asking('alice', SECRET, { session: 'ses_attack' }));
    const [ofAlice] = world.sent();
    const answer = await answerTo(over, asking('bob', SECRET, { session: 'ses_attack' }));
    expect(world.sent()).toEqual([ofAlice]);
    expect(answer).toMatchObject({ text: 'ok', finish: 'stop' });
    const own = await openBlocks(bob, 'ses_attack', limits({ flushEvery: 1 }));
    expect([own.hits, own.misses]).toEqual([0, 1]);
  });

  test.each([
    ['another user', bob, 'ses_names'],
    ['another session', alice, 'ses_names_2'],
    ['another project', projectOf('alice', 'second'), 'ses_names'],
  ] as const)('the same content shares no name with %s', async (_who, scope, session) => {
    const mine = await openBlocks(alice, 'ses_names');
    const other = await openBlocks(scope, session);
    mine.set('verdict', SECRET, '{}');
    await keepBlocks(alice, 'ses_names', mine);
    expect(other.get('verdict', SECRET)).toBeUndefined();
    expect(other.nameOf('verdict', SECRET)).not.toBe(mine.nameOf('verdict', SECRET));
    // A name of one kind of work is none of another.
    expect(mine.nameOf('pii', SECRET)).not.toBe(mine.nameOf('verdict', SECRET));
  });

  test('another user finds nothing even in blocks that were moved into their own partition', async () => {
    const mine = await openBlocks(alice, 'ses_moved');
    mine.set('verdict', SECRET, '{"probability":1,"reason":"secret"}');
    await keepBlocks(alice, 'ses_moved', mine);
    await putItem({ ...(await stored(alice, 'ses_moved')), ...sessionKeys.blocks(bob, 'ses_moved') } as StoredItem);
    const theirs = await openBlocks(bob, 'ses_moved');
    expect(theirs.get('verdict', SECRET)).toBeUndefined();
  });

  test('stored blocks reveal nothing: neither content, nor result, nor a plain digest', async () => {
    const mine = await openBlocks(alice, 'ses_read');
    mine.set('verdict', SECRET, '{"reason":"a result"}');
    await keepBlocks(alice, 'ses_read', mine);
    const item = await stored(alice, 'ses_read');
    const text = Object.values(item ?? {})
      .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value)))
      .join('|');
    expect(text).not.toMatch(/merger|a result/);
    expect(text).not.toContain(mine.nameOf('verdict', SECRET));
    for (const encoding of ['hex', 'base64', 'base64url'] as const) {
      expect(text).not.toContain(createHash('sha256').update(SECRET).digest(encoding));
    }
  });
});

describe('limits of blocks', () => {
  test('a session that is full forgets the least recently used block', async () => {
    const blocks = await openBlocks(alice, 'ses_full', limits({ bytes: 400 }));
    for (const name of ['a', 'b', 'c', 'd']) blocks.set('w', name, 'x'.repeat(80));
    expect(blocks.get('w', 'b')).toBeDefined();
    blocks.set('w', 'e', 'x'.repeat(80));
    expect([blocks.get('w', 'b'), blocks.get('w', 'a'), blocks.get('w', 'c')]).toEqual([
      'x'.repeat(80),
      undefined,
      undefined,
    ]);
    expect(blocks.bytes).toBeLessThanOrEqual(400);
  });

  test('a user with too many sessions loses the blocks of the one unused the longest', async () => {
    const carol = projectOf('carol');
    let now = 1_000_000_000_000;
    const clock = { now: () => now };
    for (const session of ['ses_1', 'ses_2', 'ses_3']) {
      const blocks = await openBlocks(carol, session, limits({ sessions: 2 }), clock);
      blocks.set('w', 'content', 'result');
      await keepBlocks(carol, session, blocks, limits({ sessions: 2 }), clock);
      now += 1_000;
    }
    expect((await blockFigures(carol.user, clock)).map(({ session_id }) => session_id)).toEqual(['ses_3', 'ses_2']);
    expect(await stored(carol, 'ses_1')).toBeUndefined();
  });

  test('idle blocks expire', async () => {
    const at = (now: number) => ({ now: () => now });
    const blocks = await openBlocks(alice, 'ses_idle', limits({ keptFor: 1_000_000 }), at(0));
    blocks.set('w', 'content', 'result');
    await keepBlocks(alice, 'ses_idle', blocks, limits({ keptFor: 1_000_000 }), at(0));
    restart();
    expect((await openBlocks(alice, 'ses_idle', limits(), at(999_000))).get('w', 'content')).toBe('result');
    restart();
    expect((await openBlocks(alice, 'ses_idle', limits(), at(1_000_001))).get('w', 'content')).toBeUndefined();
  });

  test('new results are written when the flush interval is over, and not before', async () => {
    let now = 0;
    const clock = { now: () => now };
    const waiting = limits({ flushEvery: 60_000 });
    const blocks = await openBlocks(alice, 'ses_wait', waiting, clock);
    blocks.set('w', 'content', 'result');
    await keepBlocks(alice, 'ses_wait', blocks, waiting, clock);
    expect(await stored(alice, 'ses_wait')).toBeUndefined();
    now = 60_000;
    await keepBlocks(alice, 'ses_wait', blocks, waiting, clock);
    expect(await stored(alice, 'ses_wait')).toBeDefined();
  });

  test('the calls of one invocation are written together when it ends, and a restart later they hit', async () => {
    const over = world.over(PII_ONCE);
    const call = (at: number) => answerTo(over, asking('alice', `${at} ${SECRET}`, { session: 'ses_turn' }));
    await beginInvocation({ run_id: 'run_1' }, async () => {
      for (const at of [1, 2, 3]) await call(at);
      expect(await stored(alice, 'ses_turn')).toBeUndefined();
    });
    expect(await stored(alice, 'ses_turn')).toMatchObject({ revision: 1, blocks: 3, misses: 3 });
    restart();
    await beginInvocation({ run_id: 'run_2' }, () => call(1));
    expect(await stored(alice, 'ses_turn')).toMatchObject({ revision: 1, blocks: 3 });
    expect(await openBlocks(alice, 'ses_turn', limits())).toMatchObject({ hits: 1, misses: 3 });
  });

  test('two containers that work on one session keep what both found', async () => {
    const one = await openBlocks(alice, 'ses_two');
    restart();
    const other = await openBlocks(alice, 'ses_two');
    one.set('w', 'of one', '1');
    other.set('w', 'of the other', '2');
    await keepBlocks(alice, 'ses_two', one);
    await keepBlocks(alice, 'ses_two', other);
    restart();
    const after = await openBlocks(alice, 'ses_two');
    expect([after.get('w', 'of one'), after.get('w', 'of the other')]).toEqual(['1', '2']);
  });

  // A block's name has 43 bytes.
  test.each([
    [117, false, []],
    [118, true, [ALARMING_LINES.sessionBlocksNearlyFull]],
  ])(
    'past 80 %% of its limit a session is nearly full, which figures and a warning say: %i bytes',
    async (size, full, lines) => {
      const warn = vi.spyOn(log, 'warn').mockReturnValue();
      const dora = projectOf(`dora${size}`);
      const blocks = await openBlocks(dora, 'ses_near', limits({ bytes: 200 }));
      blocks.set('w', 'content', 'x'.repeat(size));
      await keepBlocks(dora, 'ses_near', blocks, limits({ bytes: 200 }));
      expect(await blockFigures(dora.user)).toMatchObject([{ blocks: 1, limit: 200, nearly_full: full }]);
      expect(warn.mock.calls.map(([line]) => line)).toEqual(lines);
      warn.mockRestore();
    },
  );

  test('a user close to the maximum number of sessions with blocks raises a warning', async () => {
    const warn = vi.spyOn(log, 'warn').mockReturnValue();
    const erin = projectOf('erin');
    for (let count = 1; count <= 5; count += 1) {
      const blocks = await openBlocks(erin, `ses_${count}`, limits({ sessions: 5 }));
      blocks.set('w', 'content', 'result');
      await keepBlocks(erin, `ses_${count}`, blocks, limits({ sessions: 5 }));
      expect(warn.mock.calls).toHaveLength(count === 5 ? 1 : 0);
    }
    expect(warn.mock.calls).toEqual([
      [ALARMING_LINES.blockSessionsNearlyFull, { user_id: erin.userId, sessions: 5, limit: 5 }],
    ]);
    warn.mockRestore();
  });
});

import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../../../../shared/core/digest.ts';
import type { ModelCall } from '../../../../../shared/gateway/index.ts';
import { realArguments } from '../../../../../shared/gateway/index.ts';
import { openPlaceholderStore } from '../../../../../shared/gateway/placeholder-store/open-store.ts';
import { getItem, putItem, type StoredItem, sessionKeys } from '../../../../../shared/store/index.ts';
import { answerTo, asking, type PolicyWorld, restart, startPolicyWorld } from '../../../../support/policies.ts';
import { projectOf } from '../../../../support/tool-call.ts';

/* Requirements: GW3. */

const PII = [{ kind: 'pii', name: 'personal-data' }] as const;
const MAIL = 'carol.smith@example.org';
const TOOLS: Pick<ModelCall, 'tools'> = {
  tools: [{ name: 'send', description: 'Sends.', parameters: { type: 'object' } }],
};
const session = (id: string): Partial<ModelCall> => ({ session: `ses_${id}` });
let world: PolicyWorld;

beforeAll(async () => {
  world = await startPolicyWorld();
});
beforeEach(restart);
afterAll(() => world.stop());

describe('personal data', () => {
  test('personal data leaves as a placeholder and comes back as itself', async () => {
    world.model.script({ text: 'I wrote to <EMAIL_1> today.' });
    const { text } = await answerTo(world.over([...PII]), asking('alice', `Write to ${MAIL}`, session('one')));
    expect(world.sent()).toEqual(['Write to <EMAIL_1>']);
    expect(text).toBe(`I wrote to ${MAIL} today.`);
  });

  test.each(['bytes', 'odd', 'whole', 'events'] as const)(
    'personal data comes back in a stream cut into %s',
    async (chunks) => {
      const answer = 'To <EMAIL_1>, <EMAIL_2> and <EMAIL_1>; not <EMAIL_9> or <EMAIL_';
      world.model.script({ text: answer, chunks });
      const { text } = await answerTo(
        world.over([...PII]),
        asking('alice', 'a@example.org b@example.org', session(chunks)),
      );
      expect(text).toBe('To a@example.org, b@example.org and a@example.org; not <EMAIL_9> or <EMAIL_');
    },
  );

  test('personal data comes back the same in a whole answer', async () => {
    world.model.script({ text: 'To <EMAIL_1>.' });
    const call = asking('alice', MAIL, { ...session('at-once'), delivery: 'whole' });
    expect((await answerTo(world.over([...PII]), call)).text).toBe(`To ${MAIL}.`);
  });

  test('personal data is replaced in every part of a call: history, calls, tool results, schemas, names', async () => {
    world.model.script({ text: 'ok' });
    const call = asking('alice', '', {
      ...session('parts'),
      user: MAIL,
      stop: [MAIL],
      tools: [
        {
          name: 'send',
          description: `Sends to ${MAIL}`,
          parameters: { type: 'object', properties: { title: { type: 'string', enum: [MAIL] } } },
        },
      ],
      messages: [
        { role: 'system', content: `You serve ${MAIL}.` },
        { role: 'user', content: [{ type: 'text', text: `I am ${MAIL}` }] },
        {
          role: 'assistant',
          content: `Hello ${MAIL}`,
          calls: [{ id: 'c', name: 'send', arguments: `{"to":"${MAIL}"}` }],
        },
        { role: 'tool', callId: 'c', content: `Sent to ${MAIL}` },
      ],
    });
    await answerTo(world.over([...PII]), call);
    const { body } = world.model.requests.at(-1)!;
    expect(JSON.stringify(body)).not.toContain('carol');
    // The end user's, as every provider takes it.
    expect(body.user).toBe(sha256('<EMAIL_1>'));
    expect(JSON.stringify(body).match(/<EMAIL_1>/g)).toHaveLength(8);
  });

  test('personal data without a session is replaced for the request alone', async () => {
    const over = world.over([...PII]);
    for (const mail of ['first@example.org', 'second@example.org']) {
      world.model.script({ text: '<EMAIL_1>' });
      expect((await answerTo(over, asking('alice', mail))).text).toBe(mail);
    }
  });

  test('personal data of texts to embed is replaced in each text separately', async () => {
    await world.over([...PII]).embed({ scope: projectOf('alice'), texts: [`x ${MAIL}`, 'y other@example.org'] });
    expect(world.model.requests.at(-1)?.body.input).toEqual(['x <EMAIL_1>', 'y <EMAIL_1>']);
  });

  test('a typed placeholder is text, and never another person’s value', async () => {
    world.model.script({ text: '<EMAIL_1> and <LITERAL_1>' });
    const { text } = await answerTo(
      world.over([...PII]),
      asking('alice', `What is <EMAIL_1>? I am ${MAIL}.`, session('typed')),
    );
    expect(world.sent()).toEqual(['What is <LITERAL_1>? I am <EMAIL_1>.']);
    expect(text).toBe(`${MAIL} and <EMAIL_1>`);
  });

  test('personal data that cannot be replaced does not leave', async () => {
    const over = world.over([...PII]);
    const endpoint = process.env.AWS_ENDPOINT_URL_KMS;
    const before = world.model.requests.length;
    const item = { ...sessionKeys.vault(projectOf('alice'), 'ses_broken'), v: 1, sealed: new Uint8Array(40) };
    await putItem({ ...item, data_key: new Uint8Array(40), revision: 1, expires_at: 4_000_000_000 } as StoredItem);
    await expect(answerTo(over, asking('alice', MAIL, session('broken')))).rejects.toMatchObject({
      status: 503,
      code: 'policy_failed',
    });
    expect([world.model.requests.length, process.env.AWS_ENDPOINT_URL_KMS]).toEqual([before, endpoint]);
  });
});

describe('the vault of a session', () => {
  test('a session’s placeholders survive restarts', async () => {
    const over = world.over([...PII]);
    world.model.script({ text: 'ok' }, { text: '<EMAIL_1> <EMAIL_2>' });
    await answerTo(over, asking('alice', 'one@example.org', session('kept')));
    restart();
    const { text } = await answerTo(over, asking('alice', 'two@example.org and one@example.org', session('kept')));
    expect(world.sent()).toEqual(['<EMAIL_2> and <EMAIL_1>']);
    expect(text).toBe('one@example.org two@example.org');
  });

  test('a session’s placeholders are sealed: neither value nor placeholder is readable in the table', async () => {
    world.model.script({ text: 'ok' });
    await answerTo(world.over([...PII]), asking('alice', MAIL, session('sealed')));
    const item = await getItem(sessionKeys.vault(projectOf('alice'), 'ses_sealed'));
    const bytes = Object.values(item ?? {}).map((value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value),
    );
    expect(bytes.join('|')).not.toMatch(/carol|EMAIL/);
  });

  test('a session’s placeholders are not restored for another session, project or user', async () => {
    const over = world.over([...PII]);
    world.model.script({ text: 'ok' });
    await answerTo(over, asking('alice', MAIL, session('mine')));
    const others = [
      asking('alice', 'Who is it?', session('other')),
      asking('bob', 'Who is it?', session('mine')),
      { ...asking('alice', 'Who is it?', session('mine')), scope: projectOf('alice', 'second') },
    ];
    for (const call of others) {
      world.model.script({ text: '<EMAIL_1>' });
      expect((await answerTo(over, call)).text).toBe('<EMAIL_1>');
    }
  });

  test('a session’s placeholders moved to another user cannot be opened there', async () => {
    world.model.script({ text: 'ok' });
    await answerTo(world.over([...PII]), asking('alice', MAIL, session('moved')));
    const item = await getItem(sessionKeys.vault(projectOf('alice'), 'ses_moved'));
    await putItem({ ...item, ...sessionKeys.vault(projectOf('bob'), 'ses_moved') } as StoredItem);
    await expect(openPlaceholderStore(projectOf('bob'), 'ses_moved')).rejects.toThrow();
  });

  test('every value of a session has its own placeholder, however many calls bring some at once', async () => {
    const over = world.over([...PII]);
    world.model.always({ text: '<EMAIL_1> <EMAIL_2> <EMAIL_3> <EMAIL_4> <EMAIL_5>' });
    const mails = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}@example.org`);
    const answers = await Promise.all(
      mails.map((mail, at) => {
        // As many containers: none knows what the others add.
        if (at > 0) restart();
        return answerTo(over, asking('alice', mail, session('race')));
      }),
    );
    restart();
    const { entries } = await openPlaceholderStore(projectOf('alice'), 'ses_race');
    expect(entries.map(({ value }) => value).sort()).toEqual(mails);
    expect(new Set(entries.map(({ placeholder }) => placeholder)).size).toBe(5);
    for (const [at, { text }] of answers.entries()) expect(text).toContain(mails[at]);
  });

  test('a session’s placeholders end some time after their last use, and then start from the beginning', async () => {
    const at = (now: number) => ({ now: () => now });
    const day = 24 * 3_600_000;
    const scope = projectOf('alice');
    const vault = await openPlaceholderStore(scope, 'ses_old', at(0));
    await vault.add(vault.entries, [{ placeholder: '<EMAIL_1>', type: 'EMAIL', value: MAIL }]);
    restart();
    const used = await openPlaceholderStore(scope, 'ses_old', at(20 * day));
    expect(await used.add(used.entries, used.entries)).toBe(true);
    restart();
    expect((await openPlaceholderStore(scope, 'ses_old', at(45 * day))).entries).toHaveLength(1);
    restart();
    const gone = await openPlaceholderStore(scope, 'ses_old', at(51 * day));
    expect(gone.entries).toEqual([]);
    expect(await gone.add(gone.entries, [{ placeholder: '<EMAIL_1>', type: 'EMAIL', value: 'x@y.example' }])).toBe(
      true,
    );
  });

  test('a session may have any name a client chooses for its conversation', async () => {
    const over = world.over([...PII]);
    for (const name of ['a/b#c', 'ü'.repeat(500), ' ']) {
      world.model.script({ text: '<EMAIL_1>' });
      expect((await answerTo(over, asking('alice', MAIL, { session: name }))).text).toBe(MAIL);
    }
  });

  test('placeholders change nothing about any conversation that is answered by its own words', async () => {
    const words = fc.constantFrom(
      'Hello',
      MAIL,
      '+44 20 7946 0958',
      '<EMAIL_1>',
      '<LITERAL_1>',
      'from',
      '4111 1111 1111 1111',
      '\n',
    );
    let number = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 8 }), async (parts) => {
        const said = parts.join(' ');
        number += 1;
        world.model.always(({ body }) => ({ text: String((body.messages as { content: string }[])[0]?.content) }));
        const { text } = await answerTo(world.over([...PII]), asking('alice', said, session(`p${number}`)));
        expect(text).toBe(said.toWellFormed());
      }),
      { numRuns: 25 },
    );
  });
});

describe('the arguments of a tool call', () => {
  const called = { tool_calls: [{ name: 'send', arguments: { to: '<EMAIL_1>' } }] };

  test('tool arguments get their values at once where a person’s own program carries the call out', async () => {
    world.model.script(called);
    const { calls } = await answerTo(world.over([...PII]), asking('alice', MAIL, { ...session('own'), ...TOOLS }));
    expect(calls[0]?.arguments).toBe(`{"to":"${MAIL}"}`);
  });

  test('tool arguments of an agent keep their placeholders until the values are requested for the call', async () => {
    world.model.script(called);
    const call = asking('alice', MAIL, { ...session('agent'), agent: 'agt_one', ...TOOLS });
    const { calls } = await answerTo(world.over([...PII]), call);
    expect(calls[0]?.arguments).toBe('{"to":"<EMAIL_1>"}');
    expect(await realArguments(projectOf('alice'), 'ses_agent', calls[0]!.arguments)).toBe(`{"to":"${MAIL}"}`);
    restart();
    expect(await realArguments(projectOf('alice'), 'ses_agent', calls[0]!.arguments)).toBe(`{"to":"${MAIL}"}`);
  });

  test('tool arguments of another session, project or user get no values', async () => {
    for (const [scope, name] of [
      [projectOf('alice'), 'ses_else'],
      [projectOf('alice', 'second'), 'ses_agent'],
      [projectOf('bob'), 'ses_agent'],
    ] as const) {
      expect(await realArguments(scope, name, '{"to":"<EMAIL_1>"}')).toBe('{"to":"<EMAIL_1>"}');
    }
  });

  test('tool arguments of an agent go back to the model as it wrote them, and other text does not pass for them', async () => {
    world.model.script({ text: 'ok' });
    const call = asking('alice', '', {
      ...session('agent'),
      agent: 'agt_one',
      messages: [
        { role: 'user', content: MAIL },
        {
          role: 'assistant',
          content: '',
          calls: [{ id: 'c', name: 'send', arguments: '{"to":"<EMAIL_1>","cc":"<EMAIL_7>"}' }],
        },
        { role: 'tool', callId: 'c', content: 'A page that says <EMAIL_1>' },
      ],
    });
    await answerTo(world.over([...PII]), call);
    const messages = world.model.requests.at(-1)?.body.messages as Record<string, unknown>[];
    expect(JSON.stringify(messages[1])).toContain('{\\"to\\":\\"<EMAIL_1>\\",\\"cc\\":\\"<LITERAL_1>\\"}');
    expect(messages[2]?.content).toBe('A page that says <LITERAL_2>');
  });

  test('tool arguments stay JSON whatever the value', async () => {
    const value = 'a"b\\c\n';
    const vault = await openPlaceholderStore(projectOf('alice'), 'ses_json');
    await vault.add(vault.entries, [{ placeholder: '<CUSTOM_X_1>', type: 'CUSTOM_X', value }]);
    const text = await realArguments(projectOf('alice'), 'ses_json', '{"a":"<CUSTOM_X_1>"}');
    expect(JSON.parse(text)).toEqual({ a: value });
  });
});

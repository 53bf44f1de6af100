import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ModelCall, policyListSchema, realArguments } from '../../../../../shared/gateway/index.ts';
import { piiEngine } from '../../../../../shared/gateway/pii-engine.ts';
import {
  answerTo,
  asking,
  type PolicyWorld,
  restart,
  type Setting,
  startPolicyWorld,
} from '../../../../support/policies.ts';
import { projectOf } from '../../../../support/tool-call.ts';

/* Requirements: GW3. */

const PII = [{ kind: 'pii', name: 'personal-data' }] as const;
const CARD = 4111111111111111;
const BODY = `{"card": ${CARD}, "phone": 79161234567, "big": 12345678901234567890}`;
const charge = (properties: Record<string, unknown>): Pick<ModelCall, 'tools'> => ({
  tools: [{ name: 'charge', description: 'Charges.', parameters: { type: 'object', properties } }],
});
const history = (more: Partial<ModelCall>): ModelCall =>
  asking('alice', '', {
    messages: [
      { role: 'user', content: 'Charge it' },
      { role: 'assistant', content: '', calls: [{ id: 'c', name: 'charge', arguments: BODY }] },
      { role: 'tool', callId: 'c', content: BODY },
    ],
    ...more,
  });
const calling = (args: Record<string, unknown>) => ({ tool_calls: [{ name: 'charge', arguments: args }] });
let world: PolicyWorld;

beforeAll(async () => {
  world = await startPolicyWorld();
});
beforeEach(restart);
afterAll(() => world.stop());

describe('numbers of JSON', () => {
  test('G18: numbers of a call in the history and of its result leave as strings, and JSON stays JSON', async () => {
    world.model.script({ text: 'ok' });
    await answerTo(world.over([...PII]), history({ session: 'ses_numbers' }));
    const model = '{"card": "<CARD_1>", "phone": "<PHONE_1>", "big": 12345678901234567890}';
    const { messages } = world.model.requests.at(-1)!.body as {
      messages: [unknown, { tool_calls: [{ function: { arguments: string } }] }, { content: string }];
    };
    expect(messages[1].tool_calls[0].function.arguments).toBe(model);
    expect(messages[2].content).toBe(model);
  });

  test('G18: a new call has a number where its schema wants one, else where the value was one', async () => {
    world.model.script(calling({ card: '<CARD_1>', phone: '<PHONE_1>', note: 'to <CARD_1>', other: '<CARD_1>' }));
    const tools = charge({ card: { type: 'string' }, phone: { type: 'integer' } });
    const { calls } = await answerTo(world.over([...PII]), history({ session: 'ses_schema', ...tools }));
    expect(calls[0]?.arguments).toBe(`{"card":"${CARD}","phone":79161234567,"note":"to ${CARD}","other":${CARD}}`);
  });

  test('G18: an answer in JSON has its numbers again, in a stream of any pieces', async () => {
    for (const chunks of ['bytes', 'odd', 'whole', 'events'] as const) {
      world.model.script({ text: '{"card": "<CARD_1>", "said": "my <CARD_1>"}', chunks });
      const { text } = await answerTo(world.over([...PII]), history({ session: `ses_answer_${chunks}` }));
      expect(text).toBe(`{"card": ${CARD}, "said": "my ${CARD}"}`);
    }
  });

  test('G18: an agent’s call has a number when its values are requested', async () => {
    world.model.script(calling({ card: '<CARD_1>' }));
    const call = history({ session: 'ses_agent_number', agent: 'agt_one', ...charge({}) });
    const { calls } = await answerTo(world.over([...PII]), call);
    expect(calls[0]?.arguments).toBe('{"card":"<CARD_1>"}');
    const requested = (schema?: Record<string, unknown>) =>
      realArguments(projectOf('alice'), 'ses_agent_number', '{"card":"<CARD_1>"}', schema);
    expect(await requested()).toBe(`{"card":${CARD}}`);
    expect(await requested({ properties: { card: { type: 'string' } } })).toBe(`{"card":"${CARD}"}`);
  });
});

describe('types that are switched on', () => {
  const said = 'Anna, aged 45, Portuguese, lives in Lisbon; write to carol@example.org';

  test('places, ages and nationalities leave as they are until a policy names them, beside what it finds anyway', async () => {
    world.model.script({ text: 'ok' }, { text: 'In <PLACE_1>, at <AGE_1>' });
    await answerTo(world.over([...PII]), asking('alice', said, { session: 'ses_few_types' }));
    expect(world.sent()).toEqual(['<NAME_1>, aged 45, Portuguese, lives in Lisbon; write to <EMAIL_1>']);
    const more: Setting[] = [{ ...PII[0], more_types: ['PLACE', 'AGE', 'NATIONALITY'] }];
    const { text } = await answerTo(world.over(more), asking('alice', said, { session: 'ses_more_types' }));
    expect(world.sent()).toEqual(['<NAME_1>, aged <AGE_1>, <NATIONALITY_1>, lives in <PLACE_1>; write to <EMAIL_1>']);
    expect(text).toBe('In Lisbon, at 45');
  });

  test('a policy beside another that masks secrets finds the same types', async () => {
    world.model.script({ text: 'ok' });
    const both: Setting[] = [
      { kind: 'secrets', name: 'secrets', on: 'request', action: 'mask' },
      { ...PII[0], types: ['EMAIL'], more_types: ['PLACE'] },
    ];
    await answerTo(world.over(both), asking('alice', said, { session: 'ses_both_policies' }));
    expect(world.sent()).toEqual(['Anna, aged 45, Portuguese, lives in <PLACE_1>; write to <EMAIL_1>']);
  });

  test('the types that a policy can switch on are those of the engine', async () => {
    const { QUASI_IDENTIFIER_TYPES } = await piiEngine();
    const list = (types: readonly string[]) => policyListSchema.safeParse([{ ...PII[0], more_types: types }]).success;
    expect(list(QUASI_IDENTIFIER_TYPES)).toBe(true);
    expect([list(['EMAIL']), list(['TOWN']), list([])]).toEqual([false, false, false]);
  });
});

describe('escapes and spellings', () => {
  test('G19: a value under the escapes of JSON, a URL and HTML leaves as one placeholder', async () => {
    world.model.script({ text: 'To <EMAIL_1>' });
    const said = '{"to":"ann\\u0040example.org"} https://example.com/?to=ann%40example.org ann&#64;example.org';
    const { text } = await answerTo(world.over([...PII]), asking('alice', said, { session: 'ses_escapes' }));
    expect(world.sent()).toEqual(['{"to":"<EMAIL_1>"} https://example.com/?to=<EMAIL_1> <EMAIL_1>']);
    expect(text).toBe('To ann@example.org');
  });

  test.each(['bytes', 'odd', 'whole', 'events'] as const)(
    'G20: placeholders as a model rewrote them come back in a stream cut into %s',
    async (chunks) => {
      world.model.script({ text: '<email_1>, &lt;EMAIL_1&gt;, [EMAIL_1], EMAIL_1 and NAME_1', chunks });
      const call = asking('alice', 'Write to ann@example.org', { session: `ses_spelled_${chunks}` });
      const { text } = await answerTo(world.over([...PII]), call);
      expect(text).toBe('ann@example.org, ann@example.org, ann@example.org, ann@example.org and NAME_1');
    },
  );

  test('G20: a name that the person wrote is not taken for a placeholder, a placeholder is one all the same', async () => {
    world.model.script({ text: 'EMAIL_1 = <EMAIL_1>, <email_1>' });
    const said = 'Rename EMAIL_1 for ann@example.org';
    const { text } = await answerTo(world.over([...PII]), asking('alice', said, { session: 'ses_own_name' }));
    expect(world.sent()).toEqual(['Rename EMAIL_1 for <EMAIL_1>']);
    expect(text).toBe('EMAIL_1 = ann@example.org, <email_1>');
  });

  test('G20: a call whose placeholders the model rewrote gets their values', async () => {
    world.model.script(calling({ to: '<email_1>', all: ['EMAIL_1'] }));
    const call = asking('alice', 'ann@example.org', { session: 'ses_call_spelled', ...charge({}) });
    const { calls } = await answerTo(world.over([...PII]), call);
    expect(calls[0]?.arguments).toBe('{"to":"ann@example.org","all":["ann@example.org"]}');
  });

  test('G20: an agent’s call whose placeholders the model rewrote keeps them as they were given, and gets their values', async () => {
    world.model.script(calling({ to: '<email_1>', all: ['EMAIL_1', '%3CEMAIL_1%3E'], other: 'NAME_1' }));
    const more = { session: 'ses_agent_spelled', agent: 'agt_one', ...charge({}) };
    const { calls } = await answerTo(world.over([...PII]), asking('alice', 'ann@example.org', more));
    expect(calls[0]?.arguments).toBe('{"to":"<EMAIL_1>","all":["<EMAIL_1>","<EMAIL_1>"],"other":"NAME_1"}');
    expect(await realArguments(projectOf('alice'), 'ses_agent_spelled', calls[0]!.arguments)).toBe(
      '{"to":"ann@example.org","all":["ann@example.org","ann@example.org"],"other":"NAME_1"}',
    );
  });

  test('G20: in an agent’s call a name that the person wrote is not taken for a placeholder', async () => {
    world.model.script(calling({ code: 'EMAIL_1 = 2', to: '<EMAIL_1>' }));
    const more = { session: 'ses_agent_name', agent: 'agt_one', ...charge({}) };
    const { calls } = await answerTo(world.over([...PII]), asking('alice', 'Rename EMAIL_1 for ann@example.org', more));
    expect(calls[0]?.arguments).toBe('{"code":"EMAIL_1 = 2","to":"<EMAIL_1>"}');
  });
});

describe('documents', () => {
  test('G26: personal data in a document of text, its title and its context leaves as placeholders', async () => {
    world.model.script({ text: 'Written by <EMAIL_1>.' });
    const source = { passages: ['Mail ann@example.com.', 'Or call +1 212 736 5000.'] };
    const document = { type: 'document' as const, source, title: 'ann@example.com', context: 'Of bob@example.com' };
    const call = asking('alice', '', { messages: [{ role: 'user', content: [document] }] });
    expect((await answerTo(world.over([...PII]), call)).text).toBe('Written by ann@example.com.');
    const [sent = ''] = world.sent();
    expect(sent).not.toMatch(/example\.com|736/);
    expect(sent.match(/<EMAIL_1>/g)).toHaveLength(2);
    expect(sent).toContain('<PHONE_1>');
  });
});

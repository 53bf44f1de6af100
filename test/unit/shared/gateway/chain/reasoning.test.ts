import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Batch, oneByOne } from '../../../../../shared/gateway/call/batches.ts';
import type { ModelCall, ModelEvent } from '../../../../../shared/gateway/call/model-call.ts';
import { ReasoningCollector } from '../../../../../shared/gateway/call/reasoning.ts';
import type { Policy } from '../../../../../shared/gateway/chain/policy.ts';
import { throughPolicies } from '../../../../../shared/gateway/chain/run.ts';
import { piiEngine } from '../../../../../shared/gateway/pii-engine.ts';
import { piiHooks } from '../../../../../shared/gateway/policies/kinds/pii/hooks.ts';
import { replaceHooks } from '../../../../../shared/gateway/policies/kinds/replace.ts';
import { policyListSchema } from '../../../../../shared/gateway/policies/settings.ts';
import { callOf, policy } from './chain.ts';

// Loading it counts against a policy's time-out, which is short here.
beforeAll(async () => void (await piiEngine()));

const MAIL = 'carol.smith@example.org';
const [replaceSetting, askedSetting, piiSetting] = policyListSchema.parse([
  { kind: 'replace', name: 'names', on: 'response', rules: [{ find: 'Falcon', with: 'Bird' }] },
  { kind: 'replace', name: 'asked', on: 'request', rules: [{ find: 'Falcon', with: 'Bird' }] },
  { kind: 'pii', name: 'personal-data' },
]);
const pii = policy('personal-data', (context) =>
  piiSetting?.kind === 'pii' ? piiHooks(piiSetting, context, { known: async () => undefined }) : {},
);
const replace = policy('names', (context) =>
  replaceSetting?.kind === 'replace' ? replaceHooks(replaceSetting, context) : {},
);
const replaceAsked = policy('asked', (context) =>
  askedSetting?.kind === 'replace' ? replaceHooks(askedSetting, context) : {},
);

/** What comes of a model's events, and what the model was asked. */
const passed = async (policies: Policy[], call: ModelCall, events: ModelEvent[]) => {
  let asked: ModelCall | undefined;
  const thoughts = new ReasoningCollector();
  const said = { text: '', refusal: '' };
  async function* model(shaped: ModelCall): AsyncGenerator<Batch> {
    asked = shaped;
    for (const event of events) yield [event];
    const usage = { promptTokens: 1, completionTokens: 1, estimated: false };
    yield [{ kind: 'end', finish: 'stop', usage, model: 'm' }];
  }
  for await (const event of oneByOne(throughPolicies(call, policies, model, async () => undefined))) {
    if (event.kind === 'reasoning') thoughts.add(event);
    else if (event.kind === 'text' || event.kind === 'refusal') said[event.kind] += event.text;
  }
  return { asked, reasoning: thoughts.whole(), ...said };
};

const pieces = (kind: 'text' | 'reasoning' | 'refusal', text: string, cuts: number[]): ModelEvent[] => {
  const ends = [...new Set(cuts.map((cut) => cut % text.length))].sort((a, b) => a - b);
  return [...ends, text.length].map((to, index) => ({ kind, text: text.slice(ends[index - 1] ?? 0, to) }));
};

const native = (thinking: string) => ({
  kind: 'anthropic' as const,
  data: { type: 'thinking', thinking, signature: 's' },
});

describe('policies and what a model thinks', () => {
  test.each(['stream', 'whole'] as const)(
    'G7: reasoning and refusals get the values of personal data back as texts do, however they were cut (%s)',
    async (delivery) => {
      const cuts = fc.array(fc.nat(), { maxLength: 6 });
      await fc.assert(
        fc.asyncProperty(cuts, cuts, cuts, async (one, two, three) => {
          const told = await passed([pii], callOf({ delivery, messages: [{ role: 'user', content: MAIL }] }), [
            ...pieces('reasoning', 'To <EMAIL_1>, not <EMAIL_', one),
            { kind: 'reasoning', text: '', native: native('To <EMAIL_1>') },
            ...pieces('text', 'I wrote to <EMAIL_1>.', two),
            ...pieces('refusal', 'Not to <EMAIL_1>', three),
          ]);
          expect(told).toMatchObject({
            reasoning: { text: `To ${MAIL}, not <EMAIL_`, native: [native(`To ${MAIL}`)] },
            text: `I wrote to ${MAIL}.`,
            refusal: `Not to ${MAIL}`,
          });
        }),
        { numRuns: 40 },
      );
    },
  );

  test('G7: personal data in reasoning that is sent back leaves as placeholders, in words and in the model’s own form', async () => {
    const details = { reasoning_details: [{ type: 'reasoning.text', text: `To ${MAIL}`, signature: MAIL }] };
    const reasoning = { text: `To ${MAIL}`, native: [{ kind: 'openai' as const, data: details }] };
    const { asked } = await passed(
      [pii],
      callOf({
        messages: [
          { role: 'user', content: MAIL },
          { role: 'assistant', content: 'Yes?', reasoning },
          { role: 'user', content: 'Go on.' },
        ],
      }),
      [],
    );
    expect(asked?.messages[1]).toMatchObject({
      reasoning: {
        text: 'To <EMAIL_1>',
        native: [{ data: { reasoning_details: [{ type: 'reasoning.text', text: 'To <EMAIL_1>' }] } }],
      },
    });
  });

  test.each(['stream', 'whole'] as const)(
    'G20: placeholders that a model rewrote are restored within its thoughts, in every form (%s)',
    async (delivery) => {
      const rewritten = 'To <email_1> or [EMAIL_1]';
      const plain = `To ${MAIL} or ${MAIL}`;
      const details = [{ type: 'reasoning.text', text: '&lt;EMAIL_1&gt;', index: 0 }];
      const data = { reasoning_content: rewritten, reasoning_details: details };
      const call = callOf({ delivery, messages: [{ role: 'user', content: MAIL }] });
      const told = await passed([pii], call, [
        ...pieces('reasoning', rewritten, [5, 17]),
        { kind: 'reasoning', text: '', native: { kind: 'openai', data } },
      ]);
      const restored = { reasoning_content: plain, reasoning_details: [{ ...details[0], text: MAIL }] };
      expect(told.reasoning).toEqual({ text: plain, native: [{ kind: 'openai', data: restored }] });
    },
  );

  test('G20: a signed thought whose placeholders the model rewrote loses its signature, which fits its own spelling alone', async () => {
    const call = callOf({ messages: [{ role: 'user', content: MAIL }] });
    const told = await passed([pii], call, [{ kind: 'reasoning', text: '', native: native('To <email_1>') }]);
    expect(told.reasoning?.native).toEqual([{ kind: 'anthropic', data: { type: 'thinking', thinking: `To ${MAIL}` } }]);
  });

  test('G20: so does one with a value that the model thought of itself, which leaves as a placeholder when it comes back', async () => {
    const thought = native('To dan@example.org');
    const told = await passed([pii], callOf(), [{ kind: 'reasoning', text: '', native: thought }]);
    expect(told.reasoning?.native).toMatchObject([{ data: { thinking: 'To dan@example.org' } }]);
    expect(told.reasoning?.native?.[0]?.data).not.toHaveProperty('signature');
  });

  test.each([
    ['an agent’s model, with a value of its own', pii, { agent: 'agt_1' }, 'To dan@example.org', 'To <EMAIL_1>'],
    ['a model, with words that are to be replaced', replaceAsked, {}, 'The Falcon', 'The Bird'],
  ])('G20: a signed thought of %s goes back without the signature', async (_, one, more, thinking, words) => {
    const reasoning = { text: '', native: [native(thinking)] };
    const messages = [
      { role: 'user' as const, content: 'Go.' },
      { role: 'assistant' as const, content: 'Yes?', reasoning },
    ];
    const { asked } = await passed([one], callOf({ ...more, messages }), []);
    expect(asked?.messages[1]).toEqual({
      ...messages[1],
      reasoning: { text: '', native: [{ kind: 'anthropic', data: { type: 'thinking', thinking: words } }] },
    });
  });

  test('G7: what an agent’s model thought keeps its placeholders in the form that goes back, and they are the same ones', async () => {
    const call = callOf({ agent: 'agt_1', messages: [{ role: 'user', content: MAIL }] });
    const first = await passed([pii], call, [
      { kind: 'reasoning', text: 'To <EMAIL_1>' },
      { kind: 'reasoning', text: '', native: native('To <EMAIL_1>') },
    ]);
    expect(first.reasoning).toEqual({ text: `To ${MAIL}`, native: [native('To <EMAIL_1>')] });
    const assistant = { role: 'assistant' as const, content: '', reasoning: first.reasoning! };
    const again = await passed([pii], { ...call, messages: [...call.messages, assistant] }, []);
    expect(again.asked?.messages[1]).toMatchObject({ reasoning: { native: [native('To <EMAIL_1>')] } });
  });

  test.each(['stream', 'whole'] as const)(
    'a policy that replaces texts of answers replaces those of thoughts, which are then unsigned (%s)',
    async (delivery) => {
      const unsigned = { kind: 'anthropic', data: { type: 'thinking', thinking: 'The Bird' } };
      const told = await passed([replace], callOf({ delivery }), [
        ...pieces('reasoning', 'The Falcon flies', [6, 8]),
        { kind: 'reasoning', text: '', native: native('The Falcon') },
        ...pieces('text', 'Falcon', [2]),
      ]);
      expect(told.reasoning?.native).toEqual([unsigned]);
      expect(told).toMatchObject({ reasoning: { text: 'The Bird flies', native: [unsigned] }, text: 'Bird' });
    },
  );
});

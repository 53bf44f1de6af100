import { expect, test } from 'vitest';
import { consentTo, type Decision, type JournalStep, type ToolStep } from '../../../../shared/bus/index.ts';
import { addUsage, replay } from '../../../../shared/turns/conversation.ts';

const usage = { model: 'm', prompt_tokens: 1, completion_tokens: 1 };
const call = (content: string, id = 'call_0') => ({ id, name: 'file_write', arguments: JSON.stringify({ content }) });
const asked = (...calls: ReturnType<typeof call>[]): JournalStep => ({ kind: 'model', text: '', calls, usage });
const done = (made: ReturnType<typeof call>, more: Partial<ToolStep> = {}): ToolStep => ({
  kind: 'tool',
  call: made,
  arguments: made.arguments,
  content: 'written',
  outcome: 'done',
  ...more,
});
const decision = (more: Partial<Decision>): Decision => ({
  approval: 'apr',
  kind: 'tool',
  step: 1,
  status: 'approved',
  ...more,
});

const spent = { model: 'm', prompt_tokens: 10, completion_tokens: 2 };
const look = { id: 'c1', name: 'look', arguments: '{}' };

test('G7: the journal’s thoughts are shown to the model again, before its calls', () => {
  const native = [{ kind: 'openai' as const, data: { reasoning_content: 'Hm.' }, origin: 'o' }];
  const journal: JournalStep[] = [
    {
      kind: 'model',
      text: '',
      calls: [look],
      reasoning: { text: 'Hm.', native },
      stop: { finish: 'tool_calls' },
      usage: spent,
    },
    { kind: 'tool', call: look, arguments: '{}', content: 'A map.', outcome: 'done' },
  ];
  expect(replay(journal)).toEqual([
    { role: 'assistant', content: '', calls: [look], reasoning: { text: 'Hm.', native } },
    { role: 'tool', callId: 'c1', content: 'A map.' },
  ]);
});

test('G8: the usage of a turn has the parts that its calls told, and none that none told', () => {
  const cached = { ...spent, cache_read_tokens: 8, reasoning_tokens: 1 };
  expect(addUsage(addUsage(spent, cached), { ...cached, cache_write_tokens: 0 })).toEqual({
    model: 'm',
    prompt_tokens: 30,
    completion_tokens: 6,
    cache_read_tokens: 16,
    cache_write_tokens: 0,
    reasoning_tokens: 2,
  });
  expect(addUsage(spent, spent)).toEqual({ model: 'm', prompt_tokens: 20, completion_tokens: 4 });
});

test('G17: the model reads an edited call as it was carried out, that the person changed it, and why', () => {
  const edited = { arguments: '{"content":"final"}', consent: { edited: true, reason: 'Shorter.' } };
  const [model, tool] = replay([asked(call('draft')), done(call('draft'), edited)]);
  expect(model).toMatchObject({ calls: [{ id: 'call_0', arguments: '{"content":"final"}' }] });
  expect(tool).toMatchObject({
    content: expect.stringMatching(/^\[The person changed .* They said: Shorter\.\]\nwritten$/),
  });
});

test('G17: the model reads what the person said when they agreed to a call', () => {
  const agreed = { consent: { edited: false, reason: 'Only this once.' } };
  const [model, tool] = replay([asked(call('draft')), done(call('draft'), agreed)]);
  expect(model).toMatchObject({ calls: [call('draft')] });
  expect(tool).toMatchObject({ content: expect.stringMatching(/agreed .* Only this once\.\]\nwritten$/) });
});

test('G17: of several calls with one id only the edited one is shown as edited', () => {
  const edited = { arguments: '{"content":"final"}', consent: { edited: true } };
  const journal = [
    asked(call('a'), call('b')),
    done(call('a')),
    done(call('b'), edited),
    asked(call('c')),
    done(call('c')),
  ];
  const shown = replay(journal).flatMap((message) => (message.role === 'assistant' ? (message.calls ?? []) : []));
  expect(shown.map((one) => one.arguments)).toEqual(['{"content":"a"}', '{"content":"final"}', '{"content":"c"}']);
});

test.each<[string, Partial<Decision>, ReturnType<typeof consentTo>]>([
  ['an agreement without a word', {}, undefined],
  ['an agreement with a reason', { reason: 'Fine.' }, { edited: false, reason: 'Fine.' }],
  ['an edit', { arguments: '{"content":"b"}' }, { edited: true }],
  ['an edit that changes nothing', { arguments: '{ "content": "a" }' }, undefined],
  ['a rejection', { status: 'rejected', reason: 'No.' }, undefined],
  ['the answer to a question', { kind: 'question', reason: 'Blue.' }, undefined],
])('G17: %s is told as the person’s part in the call, or not at all', (_what, more, expected) => {
  expect(consentTo(call('a'), { decision: decision(more) })).toEqual(expected);
});

test('G17: a call that is carried out again keeps what the person said the first time', () => {
  const intent = { step: 1, attempt: 1, key: 'k', arguments: '{}', consent: { edited: true, reason: 'Shorter.' } };
  const again = decision({ kind: 'unknown_outcome' });
  expect(consentTo(call('a'), { decision: again, intent })).toEqual({ edited: true, reason: 'Shorter.' });
});

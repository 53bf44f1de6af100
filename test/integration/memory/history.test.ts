import { expect, test } from 'vitest';
import { storedEvents } from '../../support/events.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: MEM3, MEM4, MEM7. */

const here = inArtel();

type Memory = {
  id: string;
  text: string;
  session_id: string | null;
  message_id: string | null;
  agent_version: number | null;
  subject: string | null;
  superseded_by: string | null;
  uses: { succeeded: number; failed: number } | null;
};

const memories = async (agent: string, query = ''): Promise<Memory[]> =>
  (await here.alice.call<{ items: Memory[] }>('GET', `/my/agents/${agent}/context?order=asc${query}`)).body.items;

/** An answer does not wait for its memory for ever: on a busy machine it may come after the end of its run. */
const untilRemembered = (agent: string, ...texts: string[]): Promise<void> =>
  expect.poll(async () => (await memories(agent, '&history=true')).map(({ text }) => text)).toEqual(texts);

const instructionsShown = (): string => {
  const asked = here.artel.model.requests.findLast(({ path }) => path.endsWith('/chat/completions'));
  const [system] = (asked?.body.messages ?? []) as { content: string }[];
  return system?.content ?? '';
};

test('what a person corrects is not shown to the model again, and its history tells which message, session and version said what', async () => {
  const { alice, artel } = here;
  artel.model.always({ text: 'Noted.' });
  const { session } = await alice.chat('homer');
  const all = ['User: I live in Lisbon.\nAssistant: Noted.'];
  await alice.ask(session, 'I live in Lisbon.', { target_agent: 'homer' });
  await untilRemembered('homer', ...all);
  await alice.ask(session, 'Actually, I have moved to Porto.', { target_agent: 'homer' });
  all.push('User: Actually, I have moved to Porto.\nAssistant: Noted.');
  await untilRemembered('homer', ...all);
  const { session: next } = await alice.chat('homer');
  await alice.ask(next, 'Where do I live, in Lisbon?', { target_agent: 'homer' });
  all.push('User: Where do I live, in Lisbon?\nAssistant: Noted.');
  await untilRemembered('homer', ...all);
  expect(instructionsShown()).toContain('moved to Porto');
  expect(instructionsShown()).not.toContain('I live in Lisbon.');

  const current = await memories('homer');
  expect(current.map(({ text }) => text)).toEqual(all.slice(1));
  const [old, corrected] = await memories('homer', '&history=true');
  expect(old).toMatchObject({ session_id: session, agent_version: 1, superseded_by: corrected?.id });
  expect(old?.message_id).toMatch(/^msg_/);
  expect(corrected?.uses).toEqual({ succeeded: 1, failed: 0 });
});

test('an agent that saves a fact about a subject again keeps the earlier one as history, with where both come from', async () => {
  const { alice, artel } = here;
  const { session } = await alice.chat('saver', { tools: ['memory_save'] });
  const saving = (text: string) => ({
    tool_calls: [{ name: 'memory_save', arguments: JSON.stringify({ subject: 'tea', text }) }],
  });
  artel.model.script(saving('Likes green tea'), { text: 'Saved.' });
  await alice.ask(session, 'One', { target_agent: 'saver' });
  artel.model.script(saving('Likes black tea'), { text: 'Saved.' });
  await alice.ask(session, 'Two', { target_agent: 'saver' });
  const facts = (await memories('saver', '&type=fact&history=true')) as Memory[];
  expect(facts).toMatchObject([
    {
      text: 'tea: Likes green tea',
      subject: 'tea',
      session_id: session,
      agent_version: 1,
      superseded_by: facts[1]?.id,
    },
    { text: 'tea: Likes black tea', subject: 'tea', session_id: session, agent_version: 1, superseded_by: null },
  ]);
  for (const { message_id } of facts) expect(message_id).toMatch(/^msg_/);
});

test('a memory that fills up tells it in the chat and in its statistics, and how turns ended with memories and without', async () => {
  const { alice, artel } = here;
  artel.model.always({ text: 'Fine.' });
  const { session } = await alice.chat('filler', { memory: { max_vectors: 10 } });
  const lines = Array.from({ length: 7 }, (_, n) => JSON.stringify({ id: `n${n}`, text: `note ${n}` })).join('\n');
  await alice.call('POST', '/my/agents/filler/context/import', lines, { 'content-type': 'application/x-ndjson' });
  await alice.ask(session, 'A note to remember', { target_agent: 'filler' });
  const alerts = (await storedEvents(alice, session)).filter(({ event_type }) => event_type === 'memory_alert');
  expect(alerts.map(({ payload }) => payload)).toMatchObject([{ alert: 'nearly_full', memories: 8, max_vectors: 10 }]);
  const { body } = await alice.call('GET', '/my/agents/filler/context/stats');
  expect(body).toMatchObject({
    alert: 'nearly_full',
    superseded: 0,
    with_memories: { succeeded: 1, failed: 0 },
    without_memories: { succeeded: 0, failed: 0 },
  });
});

test('an agent may have its model asked what a new memory makes untrue, and an added memory is compared too', async () => {
  const { alice, artel } = here;
  artel.model.always({ text: '{"untrue": [1]}' });
  const { session } = await alice.chat('judge', { memory: { max_vectors: 100, contradictions: 'model' } });
  await alice.ask(session, 'The grey cat sleeps in the kitchen', { target_agent: 'judge' });
  await expect.poll(async () => (await memories('judge')).length).toBe(1);
  await alice.ask(session, 'The grey cat sleeps upstairs since Friday', { target_agent: 'judge' });
  const texts = async () => (await memories('judge')).map(({ text }) => text.split('\n')[0]);
  await expect.poll(texts).toEqual(['User: The grey cat sleeps upstairs since Friday']);
  await alice.call('POST', '/my/agents/judge/context', { text: 'Since Monday the grey cat sleeps in the garden' });
  expect(await texts()).toEqual(['Since Monday the grey cat sleeps in the garden']);
});

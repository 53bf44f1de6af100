import { afterEach, describe, expect, test } from 'vitest';
import { startArtel } from '../../support/artel.ts';
import { storedEvents, typesOf } from '../../support/events.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: CH6. */

const here = inArtel(() => startArtel({ environment: { ARTEL_MODEL_TIMEOUT_MS: '1500' } }));

afterEach(() => here.artel.model.always({ text: 'Fine.' }));

/** Whatever the model did: the message stands, and the run has exactly one end. */
const afterwards = async (session: string, content: string): Promise<string[]> => {
  const types = typesOf(await storedEvents(here.alice, session));
  expect(types.filter((type) => type === 'run_completed')).toHaveLength(1);
  expect(types.at(-1)).toBe('run_completed');
  const history = await here.alice.call<{ items: { content: string }[] }>('GET', `/my/chat/${session}/messages`);
  expect(history.body.items[0]?.content).toBe(content);
  const state = await here.alice.call<{ busy: boolean }>('GET', `/my/chat/sessions/${session}`);
  expect(state.body.busy).toBe(false);
  return types;
};

describe('a model that answers in pieces', () => {
  for (const chunks of ['bytes', 'odd', 'whole'] as const) {
    test(`an answer cut as ${chunks} gives the same text`, async () => {
      const { session } = await here.alice.chat();
      const text = 'Здравствуй, 世界! A café 🙂 in one line.';
      here.artel.model.script({ text, chunks });
      const asked = await here.alice.ask(session, 'Greet me', { target_agent: 'helper' });
      expect(asked.answer).toBe(text);
      await afterwards(session, 'Greet me');
    });
  }
});

describe('a model that fails', () => {
  test('a model that fails once with a 500 still answers', async () => {
    const { session } = await here.alice.chat();
    here.artel.model.script({ status: 500 }, { text: 'Second try.' });
    const asked = await here.alice.ask(session, 'Please', { target_agent: 'helper' });
    expect(asked).toMatchObject({ run: { state: 'completed' }, answer: 'Second try.' });
    await afterwards(session, 'Please');
  });

  test('a model that fails midway is asked again, and the text is that of the second answer', async () => {
    const { session } = await here.alice.chat();
    here.artel.model.script({ text: 'This answer breaks off here', cut: 3 }, { text: 'A whole answer.' });
    const asked = await here.alice.ask(session, 'Go on', { target_agent: 'helper' });
    expect(asked).toMatchObject({ run: { state: 'completed' }, answer: 'A whole answer.' });
    const types = await afterwards(session, 'Go on');
    expect(types).toContain('task_waiting');
  });

  test('G4: an answer cut within a tool call is the run’s answer, and says that it was cut', async () => {
    const { session } = await here.alice.chat();
    here.artel.model.script({
      text: 'I will look.',
      tool_calls: [{ name: 'clock', arguments: '{"zone": "Eur' }],
      finish: 'length',
    });
    const asked = await here.alice.ask(session, 'Tell me everything', { target_agent: 'helper' });
    expect(asked.run).toMatchObject({ state: 'completed' });
    expect(asked.answer).toMatch(/^I will look\.\n\n\[The answer ends here: it reached the model’s length limit/);
    await afterwards(session, 'Tell me everything');
  });

  test('G4: a model that reaches its length limit before its first word ends the run with a clear error', async () => {
    const { session } = await here.alice.chat();
    here.artel.model.script({ text: '', finish: 'length' });
    const asked = await here.alice.ask(session, 'Think', { target_agent: 'helper' });
    expect(asked.run).toMatchObject({
      state: 'failed',
      error: { error_code: 'model_too_long', detail: expect.stringContaining('before it had said anything') },
    });
    await afterwards(session, 'Think');
  });

  test('a model that stays silent ends the run with a clear error', async () => {
    const { session } = await here.alice.chat();
    here.artel.model.always({ hang: true });
    const asked = await here.alice.ask(session, 'Anybody?', { target_agent: 'helper' });
    expect(asked.run).toMatchObject({ state: 'failed', error: { error_code: 'model_timeout' } });
    const types = await afterwards(session, 'Anybody?');
    expect(types.filter((type) => type === 'error')).toHaveLength(1);
  });

  test('a malformed model answer ends the run with a clear error', async () => {
    const { session } = await here.alice.chat();
    here.artel.model.always({ malformed: 'html' });
    const asked = await here.alice.ask(session, 'Speak', { target_agent: 'helper' });
    expect(asked.run).toMatchObject({ state: 'failed', error: { error_code: 'model_malformed' } });
    await afterwards(session, 'Speak');
  });

  test('a model that only thinks is asked once more, and then the run ends with an error that says so', async () => {
    const { session } = await here.alice.chat();
    here.artel.model.script({ reasoning: 'Hm.', text: '' }, { text: 'At last.' });
    expect(await here.alice.ask(session, 'Well?', { target_agent: 'helper' })).toMatchObject({ answer: 'At last.' });
    const { session: another } = await here.alice.chat();
    const before = here.artel.model.requests.length;
    here.artel.model.always({ reasoning: 'Hm.', text: '' });
    const asked = await here.alice.ask(another, 'And now?', { target_agent: 'helper' });
    expect(asked.run).toMatchObject({
      state: 'failed',
      error: { error_code: 'model_silent', detail: expect.stringContaining('thought') },
    });
    const questions = here.artel.model.requests.slice(before).filter(({ body }) => 'messages' in body);
    expect(questions).toHaveLength(2);
    await afterwards(another, 'And now?');
  });

  test('an answer that a filter kept back whole ends the run at once, with an error that says so', async () => {
    const { session } = await here.alice.chat();
    here.artel.model.script({ text: '', finish: 'content_filter' });
    const asked = await here.alice.ask(session, 'Hm?', { target_agent: 'helper' });
    expect(asked.run).toMatchObject({
      state: 'failed',
      error: { error_code: 'model_refused', detail: expect.stringContaining('filter') },
    });
    await afterwards(session, 'Hm?');
  });

  test('a permanent model failure, such as a wrong key, ends the run at once and reveals nothing of the provider', async () => {
    const { session } = await here.alice.chat();
    here.artel.model.always({ status: 401, body: { error: { message: 'Incorrect API key provided: sk-secret' } } });
    const asked = await here.alice.ask(session, 'Open up', { target_agent: 'helper' });
    expect(asked.run).toMatchObject({ state: 'failed', error: { error_code: 'model_unauthorized' } });
    expect(JSON.stringify(await storedEvents(here.alice, session))).not.toContain('sk-secret');
    const types = await afterwards(session, 'Open up');
    expect(types).not.toContain('task_waiting');
  });
});

describe('embeddings that fail', () => {
  test('embeddings that fail cost the agent its memory for this turn, not the answer', async () => {
    const { session } = await here.alice.chat();
    const failing = { embeddings: { status: 500 } } as const;
    here.artel.model.script(...Array.from({ length: 12 }, () => failing));
    const asked = await here.alice.ask(session, 'Do you remember?', { target_agent: 'helper' });
    expect(asked.run.state).toBe('completed');
    await afterwards(session, 'Do you remember?');
  });
});

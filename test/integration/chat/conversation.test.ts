import { beforeAll, describe, expect, test } from 'vitest';
import { storedEvents, textOfDeltas, typesOf } from '../../support/events.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: WS5, MEM7, CH1, CH2, CH3, CH7. */

const here = inArtel();

beforeAll(() => here.artel.model.always({ text: 'A fair answer, in several words.' }));

type Prompt = { messages: { role: string; content: string }[] };
const chats = () => here.artel.model.requests.filter(({ path }) => path.endsWith('/chat/completions'));
const lastPrompt = (): Prompt => chats().at(-1)?.body as Prompt;

describe('a direct chat', () => {
  test('a direct chat answers, and both messages are in the history in order', async () => {
    const { session } = await here.alice.chat();
    const asked = await here.alice.ask(session, 'How are you?', { target_agent: 'helper' });
    expect(asked).toMatchObject({
      status: 200,
      run: { state: 'completed' },
      answer: 'A fair answer, in several words.',
    });
    const history = await here.alice.call<{ items: { role: string; content: string }[] }>(
      'GET',
      `/my/chat/${session}/messages`,
    );
    expect(history.body.items.map(({ role, content }) => [role, content])).toEqual([
      ['user', 'How are you?'],
      ['assistant', 'A fair answer, in several words.'],
    ]);
  });

  test('a direct chat writes every step to the log: accepted, started, context, the words, the answer, the end', async () => {
    const { session } = await here.alice.chat();
    const { answer } = await here.alice.ask(session, 'Tell me more.', { target_agent: 'helper' });
    const events = await storedEvents(here.alice, session);
    expect(events.map(({ event_id }) => event_id)).toEqual(events.map((_, place) => place + 1));
    const types = typesOf(events).filter((type, place, all) => type !== 'message_delta' || all[place - 1] !== type);
    expect(types).toEqual([
      'message_created',
      'task_queued',
      'run_started',
      'task_started',
      'context_retrieved',
      'direct_agent_call',
      'message_delta',
      'message_created',
      'task_completed',
      'run_completed',
    ]);
    const created = events.findLast(({ event_type }) => event_type === 'message_created');
    expect(created?.payload.content).toBe(answer);
    expect(textOfDeltas(events, String(created?.payload.message_id))).toBe(answer);
  });

  test('what an agent remembers of a chat names its session, its message and the version of the agent', async () => {
    const { session } = await here.alice.chat('rememberer');
    const { body } = await here.alice.call<{ message: { id: string } }>('POST', `/my/chat/${session}/message?wait=25`, {
      content: 'Remember this.',
      target_agent: 'rememberer',
    });
    const read = () => here.alice.call<string>('GET', '/my/agents/rememberer/context/export');
    // It may be remembered a moment after the answer.
    await expect.poll(async () => (await read()).body).toContain('Remember this.');
    const exported = await read();
    expect(
      exported.body
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { type: 'interaction', session_id: session, message_id: body.message.id, agent_version: 1, success: true },
    ]);
  });

  test('a direct chat sends the agent’s own prompt and the earlier messages to the model', async () => {
    const { session } = await here.alice.chat('poet', { system_prompt: 'You speak in verse.' });
    await here.alice.ask(session, 'First line', { target_agent: 'poet' });
    await here.alice.ask(session, 'Second line', { target_agent: 'poet' });
    const { messages } = lastPrompt();
    expect(messages[0]).toMatchObject({ role: 'system' });
    expect(messages[0]?.content).toContain('You speak in verse.');
    expect(messages.slice(1).map(({ content }) => content)).toEqual([
      'First line',
      'A fair answer, in several words.',
      'Second line',
    ]);
  });

  test('a direct chat sends at most ten messages of a long history', async () => {
    const { session } = await here.alice.chat('short');
    for (let turn = 1; turn <= 7; turn += 1)
      await here.alice.ask(session, `Message ${turn}`, { target_agent: 'short' });
    const shown = lastPrompt().messages.slice(1);
    // The tenth is an answer, and a conversation begins with the person.
    expect(shown).toHaveLength(9);
    expect(shown[0]).toMatchObject({ role: 'user', content: 'Message 3' });
    expect(shown.at(-1)?.content).toBe('Message 7');
  });

  test('a direct chat sends at most 4,000 tokens of history, but always the question', async () => {
    const { session } = await here.alice.chat('long');
    const long = 'many words '.repeat(1_500);
    await here.alice.ask(session, `${long} one`, { target_agent: 'long' });
    await here.alice.ask(session, `${long} two`, { target_agent: 'long' });
    const shown = () => lastPrompt().messages.slice(1);
    // The answer to the first would fit, but a conversation begins with the person.
    expect(shown().map(({ role, content }) => [role, content.slice(-3)])).toEqual([['user', 'two']]);
    await here.alice.ask(session, `${long} ${long} three`, { target_agent: 'long' });
    expect(shown().map(({ content }) => content.slice(-5))).toEqual(['three']);
  });

  test('a message that names no agent goes to the project’s only agent', async () => {
    const bob = await here.artel.register('bob');
    const { session } = await bob.chat('single', { system_prompt: 'You are the only one.' });
    const answered = await bob.ask(session, 'Two');
    expect(answered.run).toMatchObject({ state: 'completed', mode: 'direct' });
    expect(lastPrompt().messages[0]?.content).toContain('You are the only one.');
  });

  test('a message that names no agent in a project without agents is told what to do first', async () => {
    const carol = await here.artel.register('carol');
    const session = await carol.call<{ id: string }>('POST', '/my/chat/sessions', {});
    const answer = await carol.call<{ errors: { path: string; message: string }[] }>(
      'POST',
      `/my/chat/${session.body.id}/message`,
      { content: 'Hello?' },
    );
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toEqual([
      { path: 'target_agent', message: 'The project has no agent yet: create one first.' },
    ]);
  });

  test('a message to an agent that does not exist answers 404 and stores nothing', async () => {
    const { session } = await here.alice.chat();
    const answer = await here.alice.call('POST', `/my/chat/${session}/message`, {
      content: 'Hello?',
      target_agent: 'nobody',
    });
    expect(answer.status).toBe(404);
    expect(answer.body).toMatchObject({ error_code: 'not_found', detail: 'There is no such agent.' });
    expect(await storedEvents(here.alice, session)).toEqual([]);
  });

  test('a repeated request with the same Idempotency-Key is one message', async () => {
    const { session } = await here.alice.chat();
    const send = () =>
      here.alice.call<{ message: { id: string } }>(
        'POST',
        `/my/chat/${session}/message?wait=25`,
        { content: 'Only once', target_agent: 'helper' },
        { 'idempotency-key': `once-${session}` },
      );
    const first = await send();
    const second = await send();
    expect(second.body.message.id).toBe(first.body.message.id);
    const history = await here.alice.call<{ items: unknown[] }>('GET', `/my/chat/${session}/messages`);
    expect(history.body.items).toHaveLength(2);
  });

  test('an empty message is refused with the field that is wrong', async () => {
    const { session } = await here.alice.chat();
    const answer = await here.alice.call('POST', `/my/chat/${session}/message`, {
      content: '  ',
      target_agent: 'helper',
    });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ error_code: 'validation_failed', errors: [{ path: 'content' }] });
  });
});

describe('what an agent remembers', () => {
  test('what an agent remembers reaches it in another session', async () => {
    const { session } = await here.alice.chat('keeper');
    await here.alice.ask(session, 'My boat is called Marigold.', { target_agent: 'keeper' });
    const later = await here.alice.call<{ id: string }>('POST', '/my/chat/sessions', {});
    await here.alice.ask(later.body.id, 'What is my boat called?', { target_agent: 'keeper' });
    expect(lastPrompt().messages[0]?.content).toContain('My boat is called Marigold.');
  });

  test('what an agent remembers does not reach another agent, another project or another person', async () => {
    const { session } = await here.alice.chat('keeper');
    await here.alice.ask(session, 'My parrot is called Quisling.', { target_agent: 'keeper' });
    const question = 'What is my parrot called?';

    const { session: other } = await here.alice.chat('stranger');
    await here.alice.ask(other, question, { target_agent: 'stranger' });
    expect(JSON.stringify(lastPrompt())).not.toContain('Quisling');

    const project = await here.alice.call<{ id: string }>('POST', '/my/projects', { name: 'Elsewhere' });
    const base = `/my/projects/${project.body.id}`;
    await here.alice.call('POST', `${base}/agents`, { name: 'keeper', system_prompt: 'You keep.' });
    const there = await here.alice.call<{ id: string }>('POST', `${base}/chat/sessions`, {});
    await here.alice.call('POST', `${base}/chat/${there.body.id}/message?wait=25`, {
      content: question,
      target_agent: 'keeper',
    });
    expect(JSON.stringify(lastPrompt())).not.toContain('Quisling');

    const bob = await here.artel.register('bob');
    const { session: his } = await bob.chat('keeper');
    await bob.ask(his, question, { target_agent: 'keeper' });
    expect(JSON.stringify(lastPrompt())).not.toContain('Quisling');
  });
});

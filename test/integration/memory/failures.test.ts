import { beforeEach, describe, expect, test } from 'vitest';
import { startArtel } from '../../support/artel.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: MEM2, WS5. */

const here = inArtel(startArtel);

type Memory = { text: string; type: string; success: boolean | null; tags: string[]; session_id: string | null };

const remembered = async (agent: string, success?: boolean): Promise<Memory[]> => {
  const query = success === undefined ? '' : `?success=${success}`;
  return (await here.alice.call<{ items: Memory[] }>('GET', `/my/agents/${agent}/context${query}`)).body.items;
};

const ONE_STEP = { tools: ['clock'], limits: { max_steps: 1 } };
const aLook = { tool_calls: [{ name: 'clock', arguments: '{}' }] };

/** What the model was shown as the agent's instructions, the last time it was asked. */
const lastInstructions = (): string => {
  const asked = here.artel.model.requests.findLast(({ path }) => path.endsWith('/chat/completions'));
  const [system] = (asked?.body.messages ?? []) as { content: string }[];
  return system?.content ?? '';
};

beforeEach(() => here.artel.model.always({ text: 'Fine.' }));

describe('an agent that failed at what it was asked', () => {
  test('a failure of its own is remembered once, with what was asked and why it failed, and the filter finds it', async () => {
    const { session } = await here.alice.chat('ann', ONE_STEP);
    here.artel.model.script(aLook);
    const asked = await here.alice.ask(session, 'Which trains leave Oslo tonight?', { target_agent: 'ann' });
    expect(asked.run).toMatchObject({ state: 'failed', error: { error_code: 'limit_steps' } });
    await here.alice.ask(session, 'Say something', { target_agent: 'ann' });

    // What is remembered may come a moment after the end of its run.
    await expect
      .poll(() => remembered('ann', false))
      .toEqual([
        expect.objectContaining({
          text: `User: Which trains leave Oslo tonight?\nFailed: ${asked.run.error?.detail}`,
          type: 'failure',
          success: false,
          tags: ['limit_steps'],
          session_id: session,
        }),
      ]);
    const succeeded = async () => (await remembered('ann', true)).map(({ text }) => text);
    await expect.poll(succeeded).toEqual(['User: Say something\nAssistant: Fine.']);
  });

  test('its model is not shown the failure when it is asked the same again', async () => {
    const { session } = await here.alice.chat('ben', ONE_STEP);
    here.artel.model.script(aLook);
    await here.alice.ask(session, 'Which ferries leave Bergen tonight?', { target_agent: 'ben' });
    await expect.poll(async () => (await remembered('ben', false)).length).toBe(1);
    const { session: next } = await here.alice.chat('ben');
    await here.alice.ask(next, 'Which ferries leave Bergen tonight?', { target_agent: 'ben' });
    expect(lastInstructions()).not.toContain('Bergen');
  });

  test('a failed part of a plan is remembered by the agent that had it', async () => {
    const { session } = await here.alice.chat('carl', ONE_STEP);
    here.artel.model.script(aLook);
    const plan = { tasks: [{ id: 'a', description: 'Look at the clock of Trondheim', agent: 'carl' }] };
    await here.alice.ask(session, 'What time is it there?', { plan });
    await expect
      .poll(() => remembered('carl', false))
      .toEqual([
        expect.objectContaining({ text: expect.stringMatching(/^User: Look at the clock of Trondheim\nFailed: /) }),
      ]);
  });
});

describe('what an agent cannot learn from', () => {
  test('a model that does not exist leaves no memory', async () => {
    const { session } = await here.alice.chat('dora', { model: 'no-such-model' });
    here.artel.model.script({ status: 404 });
    expect((await here.alice.ask(session, 'Hello?', { target_agent: 'dora' })).run.state).toBe('failed');
    expect(await remembered('dora')).toEqual([]);
  });
});

test('a note of a person that something did not work is shown to the model as such', async () => {
  const { session } = await here.alice.chat('emil');
  const note = { text: 'Booking the night train by phone.', success: false };
  await here.alice.call('POST', '/my/agents/emil/context', note);
  await here.alice.ask(session, 'How do I book the night train by phone?', { target_agent: 'emil' });
  expect(lastInstructions()).toMatch(/- \([\d-]+, did not work\) Booking the night train by phone\./);
});

import { expect, test } from 'vitest';
import { ENV } from '../../../shared/core/environment.ts';
import { startArtel } from '../../support/artel.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: GW6. */

/** As a deployment is that says nothing of tiers. Its own model is called "scripted", which no price list has. */
const here = inArtel(() => startArtel({ environment: { [ENV.tiers]: '{}' } }));

const UNKNOWN = 'The price of the model "scripted" is not known, and your tier has only models with a price.';

test('a model without a price is refused in OpenAI’s shape and in Anthropic’s, and nothing is sent', async () => {
  const messages = [{ role: 'user', content: 'Hi' }];
  const before = here.artel.model.requests.length;
  const openai = await here.alice.call('POST', '/v1/chat/completions', { model: 'scripted', messages });
  expect([openai.status, openai.body]).toMatchObject([403, { error: { message: UNKNOWN, code: 'forbidden' } }]);
  const anthropic = await here.alice.call('POST', '/v1/messages', { model: 'scripted', messages, max_tokens: 5 });
  expect([anthropic.status, anthropic.body]).toMatchObject([
    403,
    { type: 'error', error: { type: 'permission_error', message: UNKNOWN } },
  ]);
  const embedding = await here.alice.call('POST', '/v1/embeddings', { model: 'nomic', input: 'Hi' });
  expect([embedding.status, embedding.body]).toMatchObject([
    403,
    { error: { message: expect.stringContaining('nomic') } },
  ]);
  expect(here.artel.model.requests.length).toBe(before);
});

test('an agent’s run on a model without a price fails and says why; on one with a price it goes on', async () => {
  const { session } = await here.alice.chat('scribe', { model: 'scripted' });
  const { run } = await here.alice.ask(session, 'Hi');
  expect(run).toMatchObject({ state: 'failed', error: { error_code: 'forbidden', detail: UNKNOWN } });
  here.artel.model.always({ text: 'Hello' });
  const { session: other } = await here.alice.chat('clerk', { model: 'gpt-4.1-mini' });
  expect(await here.alice.ask(other, 'Hi', { target_agent: 'clerk' })).toMatchObject({ answer: 'Hello' });
});

test('a plan is not drawn up with a model without a price', async () => {
  for (const name of ['cook', 'waiter']) await here.alice.chat(name);
  const { session } = await here.alice.chat('cook');
  const { run } = await here.alice.ask(session, 'Serve dinner');
  expect(run).toMatchObject({ mode: 'orchestrated', error: { error_code: 'forbidden', detail: UNKNOWN } });
  const config = { model: 'llama3' };
  expect((await here.alice.call('PUT', '/my/orchestrator/config', config)).status).toBe(422);
});

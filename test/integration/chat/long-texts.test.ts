import { expect, test } from 'vitest';
import { inArtel } from '../../support/in-artel.ts';

const here = inArtel();

test('an answer too long for an item of the table comes back whole in the history', async () => {
  const long = 'Вечер был долгий. '.repeat(4_000);
  here.artel.model.always({ text: long, chunks: 'whole' });
  const { session } = await here.alice.chat();
  const asked = await here.alice.ask(session, 'Tell me everything.', { target_agent: 'helper' });
  expect(asked.run).toMatchObject({ state: 'completed' });
  const history = await here.alice.call<{ items: { content: string }[] }>('GET', `/my/chat/${session}/messages`);
  expect(history.body.items.map(({ content }) => content)).toEqual(['Tell me everything.', long]);
});

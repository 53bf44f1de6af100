import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Artel, type Person, startArtel } from '../../support/artel.ts';

let artel: Artel;
let alice: Person;

beforeAll(async () => {
  artel = await startArtel();
  alice = await artel.register('alice');
});
afterAll(() => artel.stop());

test('an answer too long for an item of the table comes back whole in the history', async () => {
  const long = 'Вечер был долгий. '.repeat(4_000);
  artel.model.always({ text: long, chunks: 'whole' });
  const { session } = await alice.chat();
  const asked = await alice.ask(session, 'Tell me everything.', { target_agent: 'helper' });
  expect(asked.run).toMatchObject({ state: 'completed' });
  const history = await alice.call<{ items: { content: string }[] }>('GET', `/my/chat/${session}/messages`);
  expect(history.body.items.map(({ content }) => content)).toEqual(['Tell me everything.', long]);
});

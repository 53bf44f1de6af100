import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';

/** What a caller may still do before it dies. */
type Life = { calls: number };

const lives = new AsyncLocalStorage<Life>();

/** Not of a kind that a client of a store would try again after. */
class Crashed extends Error {
  override readonly name = 'Crashed';
}

subscribe('http.client.request.created', (message) => {
  const life = lives.getStore();
  if (!life) return;
  life.calls -= 1;
  if (life.calls < 0) (message as { request: ClientRequest }).request.destroy(new Crashed('The caller is dead.'));
});

/** Runs `act` as a process that dies after so many calls to the outside: no later one is ever made. Says whether it died. */
export const diesAfter = (calls: number, act: () => Promise<unknown>): Promise<'done' | 'died'> =>
  lives.run({ calls }, async () => {
    try {
      await act();
      return 'done';
    } catch (error) {
      if ((lives.getStore()?.calls ?? 0) < 0) return 'died';
      throw error;
    }
  });

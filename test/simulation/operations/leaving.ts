import { isDefect } from '../world/complaints.ts';
import type { Doing, Operation } from './person.ts';

const MAX_ATTEMPTS = 5;

/** `undefined`: no answer came. */
const ask = ({ person, world }: Doing): Promise<number | undefined> =>
  new Promise((resolve) => {
    const { userId } = person.client.person;
    world.begin({
      role: 'leave',
      event: userId,
      owner: userId,
      ended: (outcome) => {
        const status = outcome.kind === 'returned' ? (outcome.value as { status: number }).status : undefined;
        if (outcome.kind === 'threw' && isDefect(outcome.error)) world.complaints.push(String(outcome.error.stack));
        world.say(`${person.name} leaves -> ${status ?? outcome.kind}`);
        resolve(status);
      },
    });
  });

/** Asks until there is an answer. 401: nobody of this name is let in any more, as an earlier request has seen to it. */
const leave = async (doing: Doing): Promise<void> => {
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    const status = await ask(doing);
    if (status === 202 || status === 401) {
      doing.person.hasLeft = true;
      doing.person.wasAnswered ||= status === 202;
      return;
    }
    await doing.world.wait(attempt * 8_000);
  }
};

export const leavingOperations: Operation[] = [
  {
    name: 'person leaves',
    weight: 0.4,
    run: async (doing) => {
      await doing.world.wait(doing.chance.one([1, 100, 1_000, 10_000, 60_000]));
      const times = doing.chance.happens(0.2) ? 2 : 1;
      await Promise.all(Array.from({ length: times }, () => leave(doing)));
    },
  },
];

import type { Operation } from './person.ts';

export const administrationOperations: Operation[] = [
  {
    name: 'run redriven by an administrator',
    weight: 1,
    run: async ({ person, world, chance }) => {
      await world.wait(chance.one([1, 100, 1_000, 10_000, 90_000]));
      const place = chance.one(person.places);
      const runs = place.runs.slice(-4);
      if (runs.length === 0) return;
      const { userId, projectId } = person.client.person;
      const project_id = place.base.split('/')[3] ?? projectId;
      const event = { user_id: userId, project_id, run: chance.one(runs) };
      await new Promise<void>((resolve) => {
        world.begin({ role: 'redrive', event, owner: userId, ended: () => resolve() });
      });
    },
  },
];

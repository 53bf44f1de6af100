import type { Operation } from './person.ts';

export const settingOperations: Operation[] = [
  {
    name: 'limits of plans changed',
    weight: 2,
    run: async ({ person, chance }) => {
      const body = {
        approval: { max_tasks: chance.one([0, 3, 20]), max_cost: 1, min_risk: chance.one(['medium', 'high']) },
        max_parallel: chance.integer(1, 4),
        max_tasks: chance.one([3, 50]),
        budget_per_run: chance.one([null, 5]),
      };
      await person.client.call('PUT', '/my/orchestrator/config', { body });
    },
  },
  {
    name: 'secret stored',
    weight: 1,
    run: async ({ person, chance, number }) => {
      const body = { name: 'token', value: `${person.name} ${number}` };
      await person.client.call('POST', `${chance.one(person.places).base}/secrets`, { body });
    },
  },
  {
    name: 'secret removed',
    weight: 0.5,
    run: async ({ person, chance }) => {
      await person.client.call('DELETE', `${chance.one(person.places).base}/secrets/token`);
    },
  },
  {
    name: 'things looked at',
    weight: 2,
    run: async ({ person, chance }) => {
      const { base, runs } = chance.one(person.places);
      const paths = ['/runs', '/agents', '/agents/writer/stats', '/approvals', '/chat/sessions'];
      if (runs.length > 0) paths.push(`/runs/${chance.one(runs)}`, `/plans/${chance.one(runs)}`);
      await person.client.call('GET', `${base}${chance.one(paths)}`);
    },
  },
];

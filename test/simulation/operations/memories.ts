import { AGENT_NAMES } from './messages.ts';
import type { Doing, Operation } from './person.ts';

const onMemory = ({ person, chance }: Doing): string =>
  `${chance.one(person.places).base}/agents/${chance.one(AGENT_NAMES)}/context`;

export const memoryOperations: Operation[] = [
  {
    name: 'memory saved',
    weight: 1.5,
    run: async (doing) => {
      const body = { text: `Something to remember, ${doing.number}.` };
      await doing.person.client.call('POST', onMemory(doing), { body, key: `memory-${doing.number}` });
    },
  },
  {
    name: 'memories forgotten',
    weight: 0.5,
    run: async (doing) => {
      await doing.person.client.call('DELETE', onMemory(doing));
    },
  },
  {
    name: 'memories looked at',
    weight: 0.5,
    run: async (doing) => {
      await doing.person.client.call('GET', onMemory(doing), { query: { query: 'something' } });
    },
  },
];

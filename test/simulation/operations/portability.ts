import { isDefect } from '../world/complaints.ts';
import { type Doing, idOf, type Operation } from './person.ts';

const MAX_ATTEMPTS = 4;

/** A request of a person, which the simulation makes of the function below it: keys may not do this. `undefined`: no answer came. */
const request = <T>({ person, world }: Doing, role: 'exported' | 'imported', event: object): Promise<T | undefined> =>
  new Promise((resolve) => {
    world.begin({
      role,
      event: { user_id: person.client.person.userId, ...event },
      owner: person.client.person.userId,
      ended: (outcome) => {
        if (outcome.kind === 'threw' && isDefect(outcome.error)) world.complaints.push(String(outcome.error.stack));
        resolve(outcome.kind === 'returned' ? (outcome.value as T) : undefined);
      },
    });
  });

const chatsIn = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('{"kind":"session"'))
    .map((line) => (JSON.parse(line) as { value: { id: string } }).value.id);

/** A project is filled from another one's export. An import that breaks off is sent again. */
const takeAlong = async (doing: Doing): Promise<void> => {
  const { person, world, chance } = doing;
  if (person.places.length > 3) return;
  const { base } = chance.one(person.places);
  const from = base.split('/')[3] ?? person.client.person.projectId;
  const text = await request<string>(doing, 'exported', { project_id: from });
  const id = text && idOf(await person.client.call('POST', '/my/projects', { body: { name: 'Copy' } }));
  if (!text || !id) return;
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    const answer = await request<{ status: number }>(doing, 'imported', { project_id: id, text });
    world.say(`${person.name} imports -> ${answer?.status ?? 'nothing'}`);
    if (answer?.status === 200)
      person.places.push({ base: `/my/projects/${id}`, sessions: chatsIn(text), agents: [], runs: [] });
    if (answer && answer.status !== 503) return;
    await world.wait(attempt * 8_000);
  }
};

export const portabilityOperations: Operation[] = [
  { name: 'project imported from another', weight: 0.4, run: takeAlong },
];

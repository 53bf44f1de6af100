import { isFinal } from '../../../shared/bus/index.ts';
import type { Person, Place } from '../operations/index.ts';
import { AGENT_NAMES } from '../operations/messages.ts';
import type { PlainItem } from '../table/values.ts';
import type { Driver } from '../world/driver.ts';
import type { World } from '../world/world.ts';

/** By project and id, as are sessions: what is imported keeps its ids. */
const runsIn = (world: World): Map<string, PlainItem> =>
  new Map(
    world.table
      .items()
      .flatMap((item) =>
        item.sk === `RUN#${String(item.run_id)}` ? [[`${item.pk.split('#')[3]} ${String(item.run_id)}`, item]] : [],
      ),
  );

const openSessions = (world: World): Set<string> =>
  new Set(
    world.table
      .items()
      .flatMap(({ pk, sk, status, session_id }) =>
        sk === 'STATE' && status === 'open' ? [`${pk.split('#')[3]} ${String(session_id)}`] : [],
      ),
  );

const projectOf = ({ base }: Place, { person }: Person['client']): string => base.split('/')[3] ?? person.projectId;

/** A message that was accepted gets its run, and that ends, unless its chat was deleted with it. */
export const acceptedRunsNotEnded = (world: World, people: Person[]): string[] => {
  const runs = runsIn(world);
  const open = openSessions(world);
  return people.flatMap(({ accepted, client }) =>
    accepted.flatMap(({ run, session, place }) => {
      const project = projectOf(place, client);
      if (!open.has(`${project} ${session}`)) return [];
      const state = String(runs.get(`${project} ${run}`)?.state ?? 'gone');
      return isFinal(state as 'completed') ? [] : [`the accepted run ${run} is ${state} at rest`];
    }),
  );
};

/** A chat that is open takes the next message, and answers it. */
export const sessionsThatTakeNoMessage = async (world: World, people: Person[], driver: Driver): Promise<string[]> => {
  const open = openSessions(world);
  const problems: string[] = [];
  const sent: string[] = [];
  for (const { client, places } of people) {
    for (const place of places) {
      const project = projectOf(place, client);
      const sessions = place.sessions.filter((session) => open.has(`${project} ${session}`));
      if (sessions.length === 0) continue;
      const agent = await driver.until(readyAgent(client, place));
      for (const session of sessions) {
        const body = { content: 'Are you there?', target_agent: agent };
        const answer = await driver.until(client.call('POST', `${place.base}/chat/${session}/message`, { body }));
        if (answer?.status === 202) sent.push(`${project} ${(answer.body as { run: { id: string } }).run.id}`);
        else problems.push(`${session} answers ${answer?.status} ${JSON.stringify(answer?.body)} to the next message`);
      }
    }
  }
  await driver.rest({ checkEvery: Number.POSITIVE_INFINITY, look: () => true });
  const runs = runsIn(world);
  const unended = sent.filter((run) => !isFinal(String(runs.get(run)?.state ?? 'gone') as 'completed'));
  return [...problems, ...unended.map((run) => `the run ${run} of a last message is ${String(runs.get(run)?.state)}`)];
};

/** Whatever was done to the agents: one that takes a message. */
const readyAgent = async (client: Person['client'], { base }: Place): Promise<string> => {
  const name = AGENT_NAMES[0] as string;
  await client.call('POST', `${base}/agents`, { body: { name, system_prompt: 'You answer.' } });
  await client.call('PUT', `${base}/agents/${name}`, { body: { system_prompt: 'You answer.', max_pending: 100 } });
  await client.call('POST', `${base}/agents/${name}/register`);
  return name;
};

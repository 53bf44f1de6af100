import type { components } from '../../../../clients/typescript/src/index.ts';
import { texts } from '../../texts/index.ts';

type Agent = components['schemas']['Agent'];

/** The name in the id of an agent's version, `user_project_name_version`. */
const named = (id: string, { name }: Agent): boolean => id.replace(/_\d+$/, '').endsWith(`_${name}`);

/** The agent that an id is of, if the project has it still. Where one name ends like another, the longer one is meant. */
const agentIn = (agents: readonly Agent[], id: string): Agent | undefined =>
  agents.filter((agent) => named(id, agent)).toSorted((one, other) => other.name.length - one.name.length)[0];

/** What a person calls an agent; who is none of the project's any more is called as it was, and nobody is the team. */
export const namesOf =
  (agents: readonly Agent[]) =>
  (id: string | undefined): string => {
    if (id === undefined) return texts().chat.team;
    const known = agentIn(agents, id);
    return known?.config.display_name ?? known?.name ?? /_([^_]+)_\d+$/.exec(id)?.[1] ?? texts().chat.team;
  };

/** By what name addresses call the agent of an id. */
export const agentsOf =
  (agents: readonly Agent[]) =>
  (id: string | undefined): string | undefined =>
    id === undefined ? undefined : agentIn(agents, id)?.name;

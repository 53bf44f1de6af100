import type { World } from '../world/world.ts';

/** What an agent remembered goes with it, and what it remembered of a chat with the chat. A tenant is named after project and agent. */
export const memoriesLeft = (world: World): string[] =>
  world.vectors.payloads().flatMap(({ tenant, session_id, memory_id }) => {
    const agent = [...world.agentsRemoved].find((one) => String(tenant).includes(one));
    if (agent !== undefined) return [`the memory ${memory_id} outlives its agent ${agent}`];
    const project = String(tenant).split('_').slice(1, 3).join('_');
    const isOfRemoved = world.sessionsRemoved.has(`${project} ${String(session_id)}`);
    return isOfRemoved ? [`the memory ${memory_id} outlives its chat`] : [];
  });

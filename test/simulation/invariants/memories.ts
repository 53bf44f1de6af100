import type { World } from '../world/world.ts';

/** What an agent remembered goes with it, and what it remembered of a chat with the chat. A tenant is named after its agent. */
export const memoriesLeft = (world: World): string[] =>
  world.vectors.payloads().flatMap(({ tenant, session_id, memory_id }) => {
    const agent = [...world.agentsRemoved].find((one) => String(tenant).includes(one));
    if (agent !== undefined) return [`the memory ${memory_id} outlives its agent ${agent}`];
    return world.sessionsRemoved.has(String(session_id)) ? [`the memory ${memory_id} outlives its chat`] : [];
  });

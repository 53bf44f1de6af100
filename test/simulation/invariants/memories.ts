import type { World } from '../world/world.ts';

/**
 * What an agent remembered goes with it. What a writer that began before stores after the deletion looked stays behind:
 * nobody looks again, and this is not held against it here. A tenant is named after its user, project and agent.
 */
export const memoriesLeft = (world: World): string[] => {
  const tenants = new Set(world.vectors.payloads().map(({ tenant }) => String(tenant)));
  return [...tenants].flatMap((tenant) => {
    const removed = [...world.agentsRemoved].find(([agent]) => tenant.includes(agent))?.[1];
    const isLeft = removed !== undefined && (world.vectors.written.get(tenant) ?? 0) < removed;
    return isLeft ? [`the memories of ${tenant} outlive their agent`] : [];
  });
};

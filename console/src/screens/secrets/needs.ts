import type { components } from '../../../../clients/typescript/src/index.ts';

type Agent = Pick<components['schemas']['Agent'], 'name' | 'config'>;

/** Names of the agents that need a secret, by its name. */
export type Needs = ReadonlyMap<string, readonly string[]>;

/** Which secrets the newest versions of the agents name, in headers of their servers. */
export const needsOf = (agents: readonly Agent[]): Needs => {
  const needs = new Map<string, string[]>();
  for (const { name, config } of agents) {
    const named = config.tools.flatMap((tool) =>
      typeof tool === 'string' ? [] : Object.values(tool.mcp.headers ?? {}).map(({ secret }) => secret),
    );
    for (const secret of new Set(named)) needs.set(secret, [...(needs.get(secret) ?? []), name]);
  }
  return needs;
};

/** Secrets that agents need and that are not there, by name. */
export const missing = (needs: Needs, names: readonly string[]): string[] =>
  [...needs.keys()].filter((name) => !names.includes(name)).sort();

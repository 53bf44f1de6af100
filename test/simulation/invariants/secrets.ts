import type { World } from '../world/world.ts';

/** A person's server is shown that person's secrets, and whole ones: each says whose it is. */
export const strangersSecrets = (world: World): string[] =>
  [...world.servers.tokens].flatMap(([host, tokens]) =>
    [...tokens]
      .filter((token) => !new RegExp(`^${host.split('.')[0]} \\d+$`).test(token))
      .map((token) => `${host} was shown the secret ${JSON.stringify(token)}`),
  );

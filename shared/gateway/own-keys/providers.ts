import { type ProviderSettings, type Upstream, upstreamsOf } from '../settings/upstreams.ts';

/**
 * The deployment's providers by the names that users' keys have, in the order of asking: those of the secret's list by
 * their own names, the usual one by its API's, `openai` or `anthropic`, or as `default` where one of the list has that.
 */
export const providersOf = (settings: ProviderSettings): Map<string, Upstream> => {
  const listed = settings.upstreams ?? [];
  const taken = new Set(listed.map(({ name }) => name));
  const named = upstreamsOf(settings).flatMap((upstream): [string, Upstream][] => {
    if (listed.includes(upstream)) return [[upstream.name, upstream]];
    const free = [upstream.kind ?? 'openai', 'default'].find((name) => !taken.has(name));
    return free === undefined ? [] : [[free, upstream]];
  });
  return new Map(named);
};

import type { Artel } from '../../../../clients/typescript/src/index.ts';

/** What ids are called, as far as it is known. */
export type Names = ReadonlyMap<string, string>;

/** Somebody with more projects sees ids of the others. */
const MAX_PROJECTS = 10;

/** The agents and the newest chats of these projects. What was removed meanwhile has no name any more. */
export const loadNames = async (
  artel: Pick<Artel, 'call'>,
  projects: readonly string[],
  signal: AbortSignal,
): Promise<Names> => {
  const named = projects
    .slice(0, MAX_PROJECTS)
    .flatMap((id) => [agentsOf(artel, id, signal), chatsOf(artel, id, signal)]);
  // A project that is gone has neither; the figures are shown all the same.
  const found = (await Promise.allSettled(named)).flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
  return new Map(found);
};

type Named = [id: string, name: string][];

const agentsOf = async (artel: Pick<Artel, 'call'>, project_id: string, signal: AbortSignal): Promise<Named> => {
  const query = { limit: 100 };
  const { items } = await artel.call('GET /my/projects/{project_id}/agents', { path: { project_id }, query, signal });
  return items.map(({ key, name, config }) => [key, config.display_name ?? name]);
};

const chatsOf = async (artel: Pick<Artel, 'call'>, project_id: string, signal: AbortSignal): Promise<Named> => {
  const path = { project_id };
  const query = { limit: 100 };
  const { items } = await artel.call('GET /my/projects/{project_id}/chat/sessions', { path, query, signal });
  return items.map(({ id, title }) => [id, title]);
};

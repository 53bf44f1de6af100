import { ndjson } from '../../../app/person/ndjson.ts';

/** An agent's memory, named by its project and agent. */
export type Whose = { project: string; agent: string };

export const contextPath = ({ project, agent }: Whose): string =>
  `/my/projects/${encodeURIComponent(project)}/agents/${encodeURIComponent(agent)}/context`;

/** Everything an agent remembers, as lines of JSON, part by part. */
export async function* exportedParts(whose: Whose, signal?: AbortSignal): AsyncGenerator<string> {
  let cursor: string | undefined;
  do {
    const search = cursor === undefined ? '' : `?${new URLSearchParams({ cursor })}`;
    const answer = await ndjson(`${contextPath(whose)}/export${search}`, { signal });
    yield await answer.text();
    cursor = answer.headers.get('x-next-cursor') ?? undefined;
  } while (cursor !== undefined);
}

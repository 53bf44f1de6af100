import type { Artel } from '../../typescript/src/index.ts';

type Place = { project: string; build: string; session: string };

export type Result = { succeeded: boolean; lines: string[] };

/** What came of the build, what it used, and where everything is. */
export async function resultOf(artel: Artel, place: Place & { who: string }, seconds: number): Promise<Result> {
  const path = { project_id: place.project, run_id: place.build };
  const build = await artel.call('GET /my/projects/{project_id}/builds/{run_id}', { path });
  const { items } = await artel.call('GET /my/projects/{project_id}/chat/{session_id}/messages', {
    path: { project_id: place.project, session_id: place.session },
    query: { limit: 1, order: 'desc' },
  });
  const succeeded = build.state === 'completed';
  const answer = succeeded ? items[0]?.content : build.error?.detail;
  const url = succeeded ? build.preview?.url : undefined;
  const newest = build.versions.at(-1)?.version;
  return {
    succeeded,
    lines: [
      '',
      answer ?? `The build is ${build.state}.`,
      '',
      ...(succeeded ? [`  See it   ${url ?? 'it has no page; README.md says how it is started'}`] : []),
      `  Files    GET /my/projects/${place.project}/files (version ${newest ?? 0}; ${build.versions.length} made)`,
      `  Go on    npm run build-app -- --project ${place.project} --continue ${place.build}${place.who} "…"`,
      `  Used     ${usageOf(build.usage)} in ${seconds.toFixed(0)} s`,
    ],
  };
}

type Usage = { prompt_tokens: number; completion_tokens: number; cost?: number } | null;

const usageOf = (usage: Usage): string => {
  if (!usage) return 'nothing';
  const tokens = usage.prompt_tokens + usage.completion_tokens;
  return `${tokens.toLocaleString('en')} tokens, $${(usage.cost ?? 0).toFixed(4)}`;
};

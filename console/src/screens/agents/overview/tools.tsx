import { everyPage } from '../../../api/all.ts';
import { useResource } from '../../../api/resource.ts';
import { artel } from '../../../app/person/session.ts';
import { href } from '../../../app/place/route.ts';
import { project } from '../../../app/project/project.ts';
import { Section } from '../../../design/layout/page.tsx';
import { Badge } from '../../../design/show/badge.tsx';
import { ProblemNote } from '../../../design/show/problem-note.tsx';
import { texts } from '../../../texts/index.ts';
import type { AgentConfig } from '../form/draft.ts';

type Server = Exclude<AgentConfig['tools'][number], string>;

/** A server, and whether the secrets it needs are there: without one of them its tools are unavailable. */
const ServerCard = ({ server: { mcp, allow }, names }: { server: Server; names: readonly string[] | undefined }) => {
  const { agents } = texts();
  const headers = Object.entries(mcp.headers ?? {});
  return (
    <li class="card">
      <p>
        <code dir="ltr">{mcp.url}</code>
      </p>
      <p class="agent-badges">
        <Badge tone={mcp.trusted ? 'attention' : 'neutral'}>{mcp.trusted ? agents.trusted : agents.notTrusted}</Badge>
      </p>
      <p dir="auto">
        {agents.offers} {allow ? allow.join(', ') : agents.allItsTools}
      </p>
      {headers.map(([header, { secret }]) => (
        <p key={header}>
          <code>{header}</code>: <a href={href({ screen: 'secrets' })}>{secret}</a>{' '}
          {names && !names.includes(secret) && <Badge tone="bad">{agents.secretMissing}</Badge>}
          {names?.includes(secret) && <Badge tone="good">{agents.secretSet}</Badge>}
        </p>
      ))}
    </li>
  );
};

/** What the agent may use. */
export const Tools = ({ tools }: { tools: AgentConfig['tools'] }) => {
  const { agents } = texts();
  const builtins = tools.filter((tool) => typeof tool === 'string');
  const servers = tools.filter((tool) => typeof tool !== 'string');
  const needsSecrets = servers.some(({ mcp }) => mcp.headers);
  const secrets = useResource(async (signal) => {
    if (!needsSecrets) return [];
    const path = { project_id: project.value };
    const all = await everyPage((cursor) =>
      artel().call('GET /my/projects/{project_id}/secrets', { path, query: { cursor, limit: 100 }, signal }),
    );
    return all.map(({ name }) => name);
  });
  return (
    <Section title={agents.tools}>
      {tools.length === 0 && <p>{agents.noTools}</p>}
      {builtins.length > 0 && (
        <ul class="agent-tools">
          {builtins.map((name) => (
            <li key={name}>
              <code>{name}</code> <span class="hint">{agents.toolNames[name]}</span>
            </li>
          ))}
        </ul>
      )}
      {servers.length > 0 && (
        <>
          <h3>{agents.servers}</h3>
          <ProblemNote problem={secrets.problem.value} onRetry={() => void secrets.reload()} />
          <ul class="cards agent-servers">
            {servers.map((server) => (
              <ServerCard key={server.mcp.url} server={server} names={secrets.data.value} />
            ))}
          </ul>
        </>
      )}
    </Section>
  );
};

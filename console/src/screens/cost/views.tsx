import { href } from '../../app/place/route.ts';
import { texts } from '../../texts/index.ts';
import { Groups } from './groups.tsx';
import type { Names } from './names.ts';
import { type SessionUsage, sumBy, type UsageDay } from './sums.ts';

/** Stands for the agent of calls that no agent made. */
const NO_AGENT = 'none';

export const ByDay = ({ items }: { items: readonly UsageDay[] }) => {
  const { views, day } = texts().cost;
  const days = sumBy(items, (one) => one.day).toSorted((one, other) => other.key.localeCompare(one.key));
  return <Groups label={views.day} title={day} groups={days} name={({ key }) => <time dateTime={key}>{key}</time>} />;
};

export const ByModel = ({ items }: { items: readonly UsageDay[] }) => {
  const { views, model, noModel } = texts().cost;
  const name = (key: string): string => (key === 'none' ? noModel : key);
  return (
    <Groups
      label={views.model}
      title={model}
      groups={sumBy(items, (one) => one.model)}
      name={({ key }) => <span dir="auto">{name(key)}</span>}
    />
  );
};

type Named = { names: Names; projects: Names };

/** An agent's name, and its project where there are several. */
export const ByAgent = ({ items, names, projects }: Named & { items: readonly UsageDay[] }) => {
  const { views, agent, noAgent } = texts().cost;
  const hasSeveral = new Set(items.map((one) => one.project_id)).size > 1;
  const groups = sumBy(items, (one) => `${one.project_id} ${one.agent_key}`);
  return (
    <Groups
      label={views.agent}
      title={agent}
      groups={groups}
      name={({ key }) => {
        const [project = '', id = ''] = key.split(' ');
        return (
          <>
            <span dir="auto">{id === NO_AGENT ? noAgent : (names.get(id) ?? id)}</span>
            {hasSeveral && (
              <span class="hint" dir="auto">
                {' '}
                {projects.get(project) ?? project}
              </span>
            )}
          </>
        );
      }}
    />
  );
};

type BySessionProps = Named & { items: readonly SessionUsage[]; isWhole: boolean };

/** Each chat with what it cost; its name leads to its calls below. */
export const BySession = ({ items, isWhole, names, projects }: BySessionProps) => {
  const { cost } = texts();
  const groups = sumBy(items, (one) => `${one.project_id} ${one.session_id ?? ''}`);
  return (
    <>
      {!isWhole && <p class="hint">{cost.notWhole}</p>}
      <Groups
        label={cost.views.session}
        title={cost.session}
        groups={groups}
        name={({ key }) => {
          const [project = '', session = ''] = key.split(' ');
          if (session === '') return cost.noSession;
          return (
            <>
              <a href={href({ screen: 'cost', query: { by: 'session', session } })} dir="auto">
                {names.get(session) ?? session}
              </a>
              <span class="hint" dir="auto">
                {' '}
                {projects.get(project)}
              </span>
            </>
          );
        }}
      />
    </>
  );
};

import { usePages } from '../../../api/pages.ts';
import { artel } from '../../../app/person/session.ts';
import { refine } from '../../../app/place/route.ts';
import { project } from '../../../app/project/project.ts';
import { Time } from '../../../design/figure/time.tsx';
import { Select } from '../../../design/form/field.tsx';
import { Section } from '../../../design/layout/page.tsx';
import { Empty } from '../../../design/show/empty.tsx';
import { Listed } from '../../../design/show/loaded.tsx';
import { Table } from '../../../design/show/table.tsx';
import { filled, formattedNumber, texts } from '../../../texts/index.ts';
import type { Agent } from '../status.tsx';
import { changesBetween } from './difference.ts';
import { Difference } from './difference-view.tsx';

/** Every version, and the difference between two of them, which the address names. */
export const Versions = ({ agent, query }: { agent: Agent; query: Readonly<Record<string, string>> }) => {
  const { agents } = texts();
  const versions = usePages(
    (cursor, signal) =>
      artel().call('GET /my/projects/{project_id}/agents/{agent}/versions', {
        path: { project_id: project.value, agent: agent.name },
        query: { cursor },
        signal,
      }),
    [agent.version],
  );
  return (
    <Listed from={versions} empty={<Empty title={agents.noVersions} />}>
      {(items) => {
        const number = (text: string | undefined, otherwise: number) =>
          items.some(({ version }) => String(version) === text) ? Number(text) : otherwise;
        const after = number(query.after, agent.version);
        const before = number(query.before, Math.max(1, after - 1));
        const [one, other] = [before, after].map((wanted) => items.find(({ version }) => version === wanted));
        const options = items.map(({ version }) => ({
          value: String(version),
          label: filled(agents.versionNumber, { version: formattedNumber(version) }),
        }));
        return (
          <>
            <Section title={agents.compare}>
              {items.length === 1 && <p>{agents.oneVersion}</p>}
              {items.length > 1 && (
                <>
                  <div class="row">
                    <Select
                      label={agents.from}
                      options={options}
                      value={String(before)}
                      onInput={(value) => refine({ before: value })}
                    />
                    <Select
                      label={agents.to}
                      options={options}
                      value={String(after)}
                      onInput={(value) => refine({ after: value })}
                    />
                  </div>
                  {one && other && <Difference before={one.config} after={other.config} />}
                </>
              )}
            </Section>
            <Section title={agents.versions}>
              <Table
                label={agents.versions}
                rows={items}
                keyOf={({ version }) => String(version)}
                columns={[
                  { title: agents.version, cell: ({ version }) => formattedNumber(version) },
                  { title: agents.changed, cell: ({ updated_at }) => <Time at={updated_at} /> },
                  {
                    title: agents.changesSettings,
                    cell: ({ version, config }) => {
                      const former = items.find((earlier) => earlier.version === version - 1);
                      return former ? <Summary before={former.config} after={config} /> : '–';
                    },
                  },
                ]}
              />
            </Section>
          </>
        );
      }}
    </Listed>
  );
};

type Configs = { before: Agent['config']; after: Agent['config'] };

/** In a word or two what a version changed. */
const Summary = ({ before, after }: Configs) => {
  const { agents } = texts();
  const settings = changesBetween(before, after).map(({ setting }) => agents.changeable[setting]);
  const all = [...(before.system_prompt === after.system_prompt ? [] : [agents.prompt]), ...new Set(settings)];
  return <>{all.length === 0 ? agents.nothingChanged : all.join(', ')}</>;
};

import { useResource } from '../../api/resource.ts';
import { artel } from '../../app/person/session.ts';
import { href } from '../../app/place/route.ts';
import { Code } from '../../design/show/code.tsx';
import { Empty } from '../../design/show/empty.tsx';
import { Facts } from '../../design/show/facts.tsx';
import { Loaded } from '../../design/show/loaded.tsx';
import { counted, filled, texts } from '../../texts/index.ts';
import { versionPath } from './api.ts';
import { allFiles } from './tree/listing.ts';

/** What the project is, found by rules in its files. No model is asked. */
export const Overview = ({ version }: { version: number | undefined }) => {
  const t = texts().files;
  const found = useResource(
    async (signal) => {
      const at = version ?? (await allFiles(undefined, signal)).version;
      if (at === 0) return null;
      return await artel().call('GET /my/projects/{project_id}/versions/{version}/overview', {
        path: versionPath(at),
        signal,
      });
    },
    [version],
  );
  return (
    <Loaded from={found}>
      {(known) => {
        if (!known) return <Empty title={t.none} />;
        const { test, build, start } = known.commands;
        const commands = [
          { title: t.testedBy, command: test },
          { title: t.builtBy, command: build },
          { title: t.startedBy, command: start },
        ];
        const paths = (list: readonly string[]) =>
          list.length === 0 ? undefined : (
            <ul class="file-paths">
              {list.map((path) => (
                <li key={path}>
                  <a href={href({ screen: 'files', query: { path } })}>
                    <bdi>{path}</bdi>
                  </a>
                </li>
              ))}
            </ul>
          );
        return (
          <>
            <p class="hint">{filled(t.overviewOf, { version: known.version })}</p>
            <Facts
              facts={[
                [texts().common.name, known.name && <bdi>{known.name}</bdi>],
                [t.summary, known.summary && <span dir="auto">{known.summary}</span>],
                [t.size, counted(known.files, t.countFiles)],
                [t.root, known.root === '' ? undefined : <code>{known.root}</code>],
                [t.languages, known.languages.map(({ name, files }) => `${name} (${files})`).join(', ') || undefined],
                [t.entryPoints, paths(known.entry_points)],
                [t.manifests, paths(known.manifests)],
              ]}
            />
            {commands.map(
              ({ title, command }) =>
                command && (
                  <div key={title}>
                    <p class="hint">{filled(title, { file: command.found_in })}</p>
                    <Code label={filled(title, { file: command.found_in })} text={command.command} />
                  </div>
                ),
            )}
          </>
        );
      }}
    </Loaded>
  );
};

import { usePages } from '../../../api/pages.ts';
import { artel } from '../../../app/person/session.ts';
import { href } from '../../../app/place/route.ts';
import { project } from '../../../app/project/project.ts';
import { Time } from '../../../design/figure/time.tsx';
import { Badge } from '../../../design/show/badge.tsx';
import { Empty } from '../../../design/show/empty.tsx';
import { Listed } from '../../../design/show/loaded.tsx';
import { Table } from '../../../design/show/table.tsx';
import { filled, texts } from '../../../texts/index.ts';
import type { Version } from '../api.ts';
import { Author, Changes } from './author.tsx';

/** Every version that is kept, the newest first. */
export const Versions = () => {
  const versions = usePages<Version>((cursor, signal) =>
    artel().call('GET /my/projects/{project_id}/versions', {
      path: { project_id: project.value },
      query: { limit: 50, sort: 'created_at', order: 'desc', ...(cursor !== undefined && { cursor }) },
      signal,
    }),
  );
  const t = texts().files;
  return (
    <Listed from={versions} empty={<Empty title={t.noVersions}>{<p>{t.noneHint}</p>}</Empty>}>
      {(items) => (
        <Table
          label={t.versions}
          rows={items}
          keyOf={({ version }) => String(version)}
          columns={[
            { title: t.version, cell: NameOf },
            { title: t.why, cell: ({ reason }) => <span dir="auto">{reason}</span> },
            { title: t.who, cell: Author },
            { title: t.changes, cell: Changes },
            { title: t.when, cell: ({ created_at }) => <Time at={created_at} /> },
          ]}
        />
      )}
    </Listed>
  );
};

const NameOf = ({ version, tag, restored }: Version) => (
  <span class="version-name">
    <a href={href({ screen: 'files', item: String(version) })}>{filled(texts().files.versionName, { version })}</a>{' '}
    {tag && <Badge tone="good">{tag}</Badge>}
    {restored !== null && <span class="hint">{filled(texts().files.restoredFrom, { version: restored })}</span>}
  </span>
);

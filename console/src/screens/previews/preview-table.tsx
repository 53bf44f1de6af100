import { href } from '../../app/place/route.ts';
import { Time } from '../../design/figure/time.tsx';
import { Table } from '../../design/show/table.tsx';
import { filled, texts } from '../../texts/index.ts';
import { addresses } from './addresses.ts';
import type { Preview } from './api.ts';
import { OpenLink } from './open-link.tsx';

/** What a preview shows, in words. */
export const shownText = ({ version }: Pick<Preview, 'version'>): string => {
  const t = texts().previews;
  return version === 'newest' ? t.newest : filled(t.versionName, { version });
};

export const PreviewTable = ({ previews }: { previews: readonly Preview[] }) => {
  const t = texts().previews;
  const nameOf = (preview: Preview) => (
    <a href={href({ screen: 'previews', item: preview.id })}>
      {shownText(preview)}
      {preview.folder !== null && <bdi> · {preview.folder}/</bdi>}
    </a>
  );
  return (
    <Table
      label={t.list}
      rows={previews}
      keyOf={({ id }) => id}
      columns={[
        { title: t.shows, cell: nameOf },
        { title: t.published, cell: ({ created_at }) => <Time at={created_at} /> },
        { title: t.until, cell: ({ expires_at }) => <Time at={expires_at} /> },
        { title: t.address, cell: ({ id }) => <OpenLink url={addresses.value.get(id)} /> },
      ]}
    />
  );
};

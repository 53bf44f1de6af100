import { useState } from 'preact/hooks';
import { usePages } from '../../api/pages.ts';
import { artel } from '../../app/person/session.ts';
import { href } from '../../app/place/route.ts';
import { project } from '../../app/project/project.ts';
import type { Screen as ScreenType } from '../../app/screens.ts';
import { Page, Section } from '../../design/layout/page.tsx';
import { Empty } from '../../design/show/empty.tsx';
import { Listed } from '../../design/show/loaded.tsx';
import { texts } from '../../texts/index.ts';
import type { Preview, Published } from './api.ts';
import { PreviewPage } from './preview-page.tsx';
import { PreviewTable } from './preview-table.tsx';
import { PublishForm } from './publish-form.tsx';
import { PublishedCard } from './published-card.tsx';

/** `previews/prv_1` is one preview; without an item, all of them and the form for another. */
export const Screen: ScreenType = ({ place: { item, query } }) =>
  item === undefined ? <All version={query.version} /> : <PreviewPage key={item} id={item} />;

const All = ({ version }: { version: string | undefined }) => {
  const [published, show] = useState<Published>();
  const previews = usePages<Preview>((cursor, signal) =>
    artel().call('GET /my/projects/{project_id}/previews', {
      path: { project_id: project.value },
      query: { limit: 50, sort: 'created_at', order: 'desc', ...(cursor !== undefined && { cursor }) },
      signal,
    }),
  );
  const { screens, previews: t } = texts();
  const done = (one: Published): void => {
    show(one);
    void previews.reload();
  };
  return (
    <Page title={screens.previews}>
      <p class="lead">{t.lead}</p>
      <Section title={t.publishTitle}>
        <PublishForm version={version} onPublished={done} />
        {published && <PublishedCard key={published.id} preview={published} />}
      </Section>
      <Section title={t.list}>
        <Listed
          from={previews}
          empty={
            <Empty title={t.none}>
              <p>{t.noneHint}</p>
              <a href={href({ screen: 'builds' })}>{t.toBuilds}</a>
            </Empty>
          }
        >
          {(items) => <PreviewTable previews={items} />}
        </Listed>
      </Section>
    </Page>
  );
};

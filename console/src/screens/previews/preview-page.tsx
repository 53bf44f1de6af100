import { useResource } from '../../api/resource.ts';
import { artel } from '../../app/person/session.ts';
import { href } from '../../app/place/route.ts';
import { Time } from '../../design/figure/time.tsx';
import { Page } from '../../design/layout/page.tsx';
import { Facts } from '../../design/show/facts.tsx';
import { Loaded } from '../../design/show/loaded.tsx';
import { texts } from '../../texts/index.ts';
import { addresses } from './addresses.ts';
import { previewPath } from './api.ts';
import { EndButton } from './end-button.tsx';
import { Errors } from './errors.tsx';
import { ExtendForm } from './extend-form.tsx';
import { OpenLink } from './open-link.tsx';
import { shownText } from './preview-table.tsx';

/** One preview: what it shows, until when, and what browsers say goes wrong in it. */
export const PreviewPage = ({ id }: { id: string }) => {
  const preview = useResource(
    (signal) => artel().call('GET /my/projects/{project_id}/previews/{preview_id}', { path: previewPath(id), signal }),
    [id],
  );
  const { screens, common, previews: t } = texts();
  const known = preview.data.value;
  const url = addresses.value.get(id);
  return (
    <Page
      title={known ? `${t.title}: ${shownText(known)}` : t.title}
      back={{ href: href({ screen: 'previews' }), label: screens.previews }}
      actions={
        <>
          <EndButton id={id} />
          {url !== undefined && <OpenLink url={url} isMain />}
        </>
      }
    >
      <Loaded from={preview}>
        {(one) => (
          <>
            <Facts
              facts={[
                [t.shows, shownText(one)],
                [t.folder, one.folder === null ? undefined : <code>{one.folder}</code>],
                [t.fallback, one.fallback ? common.yes : common.no],
                [t.published, <Time at={one.created_at} />],
                [t.until, <Time at={one.expires_at} />],
                [t.address, url === undefined ? <OpenLink url={url} /> : <code>{url}</code>],
              ]}
            />
            <ExtendForm id={id} onExtended={preview.set} />
            <Errors id={id} />
          </>
        )}
      </Loaded>
    </Page>
  );
};

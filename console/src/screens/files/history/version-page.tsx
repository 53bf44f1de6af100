import { useResource } from '../../../api/resource.ts';
import { artel } from '../../../app/person/session.ts';
import { href } from '../../../app/place/route.ts';
import { size } from '../../../design/figure/size.ts';
import { Time } from '../../../design/figure/time.tsx';
import { Page } from '../../../design/layout/page.tsx';
import { Facts } from '../../../design/show/facts.tsx';
import { Loaded } from '../../../design/show/loaded.tsx';
import { counted, filled, texts } from '../../../texts/index.ts';
import { type Version, versionPath } from '../api.ts';
import { DownloadButton } from '../transfer/download-button.tsx';
import { Author, Changes } from './author.tsx';
import { CompareWith } from './compare-with.tsx';
import { DiffView } from './diff-view.tsx';
import { RestoreButton } from './restore-button.tsx';
import { TagForm } from './tag-form.tsx';

/** One version: who made it and why, and what it changed; with `from`, what is different between that one and this. */
export const VersionPage = ({ version, from }: { version: number; from: number | undefined }) => {
  const known = useResource(
    (signal) =>
      artel().call('GET /my/projects/{project_id}/versions/{version}', { path: versionPath(version), signal }),
    [version],
  );
  const t = texts().files;
  return (
    <Page
      title={filled(t.versionName, { version })}
      back={{ href: href({ screen: 'files', query: { view: 'versions' } }), label: t.versions }}
      actions={
        <>
          <a class="button" href={href({ screen: 'files', query: { version: String(version) } })}>
            {t.browse}
          </a>
          <DownloadButton
            path="archive"
            query={{ version, format: 'zip' }}
            name={`version-${version}.zip`}
            label={t.asZip}
          />
          <RestoreButton version={version} />
        </>
      }
    >
      <Loaded from={known}>
        {(one) => (
          <>
            <About version={one} />
            <TagForm version={one} onChanged={known.set} />
            <CompareWith version={version} from={from} />
            <DiffView key={from ?? one.parent} from={from ?? one.parent} to={version} />
          </>
        )}
      </Loaded>
    </Page>
  );
};

const About = ({ version: one }: { version: Version }) => {
  const { files: t, runs } = texts();
  const { reason, created_at, made_by, restored, files, bytes } = one;
  return (
    <Facts
      facts={[
        [t.why, <span dir="auto">{reason}</span>],
        [t.who, <Author author={one.author} />],
        [t.when, <Time at={created_at} />],
        [t.changes, <Changes changes={one.changes} />],
        [t.size, `${counted(files, t.countFiles)}, ${size(bytes)}`],
        [
          t.restored,
          restored === null ? undefined : (
            <a href={href({ screen: 'files', item: String(restored) })}>
              {filled(t.versionName, { version: restored })}
            </a>
          ),
        ],
        [
          t.madeBy,
          made_by === null ? undefined : <a href={href({ screen: 'runs', item: made_by.run_id })}>{runs.toRun}</a>,
        ],
      ]}
    />
  );
};

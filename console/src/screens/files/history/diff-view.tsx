import { useState } from 'preact/hooks';
import { usePages } from '../../../api/pages.ts';
import { artel } from '../../../app/person/session.ts';
import { Section } from '../../../design/layout/page.tsx';
import { Empty } from '../../../design/show/empty.tsx';
import { Listed } from '../../../design/show/loaded.tsx';
import { filled, texts } from '../../../texts/index.ts';
import { type FileDiff, versionPath } from '../api.ts';
import { Review } from '../review/review.tsx';
import { FileDiffView } from './file-diff.tsx';

/** What is different from one version to another, file by file; each part can be taken back. `from` 0: before the first. */
export const DiffView = ({ from, to }: { from: number; to: number }) => {
  const [dropped, drop] = useState<ReadonlySet<string>>(new Set());
  const pages = usePages<FileDiff>(
    (cursor, signal) =>
      artel().call('GET /my/projects/{project_id}/versions/{version}/diff', {
        path: versionPath(to),
        query: { from, limit: 50, ...(cursor !== undefined && { cursor }) },
        signal,
      }),
    [from, to],
  );
  const t = texts().files;
  const keep = (ids: readonly string[], isKept: boolean): void => {
    const next = new Set(dropped);
    for (const id of ids) isKept ? next.delete(id) : next.add(id);
    drop(next);
  };
  return (
    <Section title={from === 0 ? t.diffFirst : filled(t.diffFrom, { from, to })}>
      <Listed from={pages} empty={<Empty title={t.noDifference} />}>
        {(files) => (
          <>
            <p class="hint">{t.reviewHint}</p>
            {files.map((file) => (
              <FileDiffView key={file.path} file={file} dropped={dropped} onKeep={keep} />
            ))}
            <Review files={files} dropped={dropped} from={from} to={to} onNone={() => drop(new Set())} />
          </>
        )}
      </Listed>
    </Section>
  );
};

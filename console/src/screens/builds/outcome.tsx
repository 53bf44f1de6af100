import { useResource } from '../../api/resource.ts';
import { artel } from '../../app/person/session.ts';
import { href } from '../../app/place/route.ts';
import { project } from '../../app/project/project.ts';
import { Time } from '../../design/figure/time.tsx';
import { Section } from '../../design/layout/page.tsx';
import { State } from '../../design/show/badge.tsx';
import { Markdown } from '../../design/show/markdown.tsx';
import { counted, texts } from '../../texts/index.ts';
import type { Build } from './api.ts';
import type { StoryLine } from './live/progress.ts';

/** What came of a build that has ended: its last word, what went wrong, and where its page is shown. */
export const Outcome = ({ build, story }: { build: Build; story: readonly StoryLine[] }) => {
  const { state, error, preview } = build;
  const t = texts().builds;
  const answer = story.findLast(({ kind, text }) => kind === 'team' && text !== '')?.text;
  const isLink = preview !== null && /^https?:/.test(preview.url);
  return (
    <Section title={t.outcome} actions={<State state={state} />}>
      {answer !== undefined && <Markdown text={answer} />}
      {error && <p dir="auto">{error.detail}</p>}
      {preview && isLink && (
        <p>
          <a class="button main" href={preview.url} target="_blank" rel="noopener noreferrer">
            {t.openPage}
          </a>{' '}
          <a href={href({ screen: 'previews', item: preview.id })}>{t.toPreview}</a>{' '}
          <span class="hint">
            {t.pageUntil} <Time at={preview.expires_at} />
          </span>
        </p>
      )}
      {preview && <PageErrors preview={preview.id} />}
    </Section>
  );
};

/** Whether browsers have said that something goes wrong in the page; what, stands where it can be mended. */
const PageErrors = ({ preview }: { preview: string }) => {
  const path = { project_id: project.value, preview_id: preview };
  const errors = useResource(
    (signal) => artel().call('GET /my/projects/{project_id}/previews/{preview_id}/errors', { path, signal }),
    [preview],
  );
  const count = errors.data.value?.items.length ?? 0;
  if (count === 0) return null;
  return (
    <p>
      <a href={href({ screen: 'previews', item: preview })}>{counted(count, texts().builds.pageReported)}</a>
    </p>
  );
};

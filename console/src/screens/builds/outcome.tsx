import { href } from '../../app/place/route.ts';
import { Time } from '../../design/figure/time.tsx';
import { Section } from '../../design/layout/page.tsx';
import { State } from '../../design/show/badge.tsx';
import { Markdown } from '../../design/show/markdown.tsx';
import { texts } from '../../texts/index.ts';
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
    </Section>
  );
};

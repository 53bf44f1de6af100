import { href } from '../../../app/place/route.ts';
import { Time } from '../../../design/figure/time.tsx';
import { SCROLLS } from '../../../design/show/scrolls.ts';
import { filled, texts } from '../../../texts/index.ts';
import type { StoryLine } from './progress.ts';

/** What happened, the newest first. */
export const Story = ({ lines }: { lines: readonly StoryLine[] }) => {
  const t = texts().builds;
  if (lines.length === 0) return <p class="hint">{t.noStory}</p>;
  return (
    <section class="story" {...SCROLLS} aria-label={t.story}>
      <ol>
        {lines.toReversed().map((line) => (
          <li key={line.id} class={line.kind}>
            <span class="story-who">
              {titleOf(line)} <Time at={line.at} />
            </span>
            {line.text !== '' && (
              <span class="story-text" dir="auto">
                {line.text}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
};

const titleOf = ({ kind, state, task, version }: StoryLine) => {
  const { builds: t, states } = texts();
  switch (kind) {
    case 'stage':
      return t.stageNames[state as keyof typeof t.stageNames] ?? state;
    case 'task':
      return filled(t.taskLine, { task: task ?? '', state: t.taskStates[state as keyof typeof t.taskStates] ?? state });
    case 'version':
      return (
        <a href={href({ screen: 'files', item: String(version) })}>
          {filled(t.versionName, { version: version ?? '' })}
        </a>
      );
    case 'page':
      return t.pageErrors;
    case 'asked':
      return t.askedYou;
    case 'decided':
      return filled(t.decided, { status: states[state] ?? state });
    case 'ended':
      return filled(t.ended, { state: states[state] ?? state });
    default:
      return t.speakers[kind];
  }
};

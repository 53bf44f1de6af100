import { useEffect, useMemo } from 'preact/hooks';
import { useResource } from '../../api/resource.ts';
import { artel } from '../../app/person/session.ts';
import { href } from '../../app/place/route.ts';
import { inALine, useWishes } from '../../app/project/wishes.ts';
import { Page, Section } from '../../design/layout/page.tsx';
import { Loaded } from '../../design/show/loaded.tsx';
import { ProblemNote } from '../../design/show/problem-note.tsx';
import { texts } from '../../texts/index.ts';
import { CancelButton } from './after/cancel-button.tsx';
import { Continue } from './after/continue.tsx';
import { Talk } from './after/talk.tsx';
import { type Build, buildPath, isFinal } from './api.ts';
import { Asked } from './ask/asked.tsx';
import { BuildFacts } from './build-facts.tsx';
import { shownOf } from './live/progress.ts';
import { StageList } from './live/stage-list.tsx';
import { Story } from './live/story.tsx';
import { TaskList } from './live/task-list.tsx';
import { useProgress } from './live/use-progress.ts';
import { VersionList } from './live/version-list.tsx';
import { Outcome } from './outcome.tsx';

/** One build, while it goes on and after its end. */
export const BuildPage = ({ run }: { run: string }) => {
  const build = useResource(
    (signal) => artel().call('GET /my/projects/{project_id}/builds/{run_id}', { path: buildPath(run), signal }),
    [run],
  );
  const t = texts().builds;
  const known = build.data.value;
  const session = known?.session_id;
  const wishes = useWishes(useMemo(() => (session ? [{ id: run, session_id: session }] : undefined), [run, session]));
  return (
    <Page
      title={wishes.get(run) ?? t.title}
      back={{ href: href({ screen: 'builds' }), label: texts().screens.builds }}
      actions={known && !isFinal(known) && <CancelButton run={run} onCancelled={build.set} />}
    >
      <Loaded from={build}>{(one) => <Live build={one} onNews={() => void build.reload()} />}</Loaded>
    </Page>
  );
};

const Live = ({ build, onNews }: { build: Build; onNews: () => void }) => {
  const { progress, problem, again } = useProgress(build, onNews);
  const t = texts().builds;
  const told = progress.value;
  const isOver = isFinal(build);
  const { stage, tasks, versions } = shownOf(build, told, isOver);
  const asked = told.asked.length > 0 || build.approval_id === null ? told.asked : [build.approval_id];
  const wish = told.story.find(({ kind }) => kind === 'person')?.text;
  // Its state and what it has used are in no event.
  const news = `${told.stage} ${told.asked.join(' ')}`;
  useEffect(() => {
    if (told.story.length > 0 && !isOver) onNews();
  }, [news]);
  return (
    <>
      {/* The title is the beginning of a long one. */}
      {wish && wish !== inALine(wish) && (
        <p class="lead build-wish" dir="auto">
          {wish}
        </p>
      )}
      <StageList stage={stage} />
      <p class="visually-hidden" role="status">
        {t.stageNames[stage]}
      </p>
      <ProblemNote problem={problem.value} onRetry={again} />
      {!isOver && <Asked run={build.run_id} asked={asked} />}
      {isOver && <Outcome build={build} story={told.story} />}
      <Section title={t.tasks}>
        <TaskList tasks={tasks} />
      </Section>
      <Section title={t.versions}>
        <VersionList versions={versions} />
      </Section>
      <Section title={t.story}>
        <Story lines={told.story} />
      </Section>
      {isOver ? <Continue build={build} /> : <Talk run={build.run_id} />}
      <Section title={t.facts}>
        <BuildFacts build={build} />
      </Section>
    </>
  );
};

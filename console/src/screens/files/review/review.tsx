import { useAction } from '../../../api/action.ts';
import { notify } from '../../../app/frame/notices.ts';
import { go } from '../../../app/place/route.ts';
import { Button } from '../../../design/form/button.tsx';
import { Actions } from '../../../design/form/form.tsx';
import { ProblemNote } from '../../../design/show/problem-note.tsx';
import { counted, filled, texts } from '../../../texts/index.ts';
import { commitEdit, type FileDiff } from '../api.ts';
import { sidesBetween } from './read-sides.ts';
import { changesWithout } from './take-back.ts';

export type ReviewProps = {
  files: readonly FileDiff[];
  dropped: ReadonlySet<string>;
  from: number;
  to: number;
  onNone: () => void;
};

/** Takes what is not to be kept back, as a new version. What was changed since that version stays: they are put together. */
export const Review = ({ files, dropped, from, to, onNone }: ReviewProps) => {
  const t = texts().files;
  const { run, isBusy, problem } = useAction(async () => {
    const changes = await changesWithout(files, dropped, sidesBetween(from, to));
    const made = await commitEdit({ changes, base: to, reason: filled(t.reasonTakenBack, { version: to }) });
    notify(filled(made.is_new ? t.takenBackAs : t.savedSame, { version: made.version }));
    onNone();
    go({ screen: 'files', item: String(made.version) });
  });
  if (dropped.size === 0) return null;
  return (
    <section class="review-bar" aria-label={t.review}>
      <p role="status">{counted(dropped.size, t.countDropped)}</p>
      <ProblemNote problem={problem.value} />
      <Actions>
        <Button kind="main" isBusy={isBusy.value} onClick={() => void run()}>
          {t.takeBack}
        </Button>
        <Button onClick={onNone}>{t.keepAll}</Button>
      </Actions>
    </section>
  );
};

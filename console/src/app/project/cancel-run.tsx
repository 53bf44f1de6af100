import { useState } from 'preact/hooks';
import { useAction } from '../../api/action.ts';
import { Confirm } from '../../design/dialog/confirm.tsx';
import { Button } from '../../design/form/button.tsx';
import { texts } from '../../texts/index.ts';
import { notify } from '../frame/notices.ts';
import { artel } from '../person/session.ts';
import { project } from './project.ts';

/** `words`: what is cancelled, in the words of the screen that shows it. */
export type CancelRunProps = { id: string; words: { cancel: string; cancelText: string }; onDone: () => void };

/** Cancels a run, of whatever kind, once the person has said that they mean it. */
export const CancelRun = ({ id, words, onDone }: CancelRunProps) => {
  const [isAsked, ask] = useState(false);
  const { run, isBusy, problem } = useAction(async () => {
    await artel().call('POST /my/projects/{project_id}/runs/{run_id}/cancel', {
      path: { project_id: project.value, run_id: id },
    });
    ask(false);
    notify(texts().runs.cancelling);
    onDone();
  });
  return (
    <>
      <Button kind="danger" onClick={() => ask(true)}>
        {words.cancel}
      </Button>
      {isAsked && (
        <Confirm
          title={words.cancel}
          text={words.cancelText}
          action={words.cancel}
          isBusy={isBusy.value}
          problem={problem.value}
          onConfirm={() => void run()}
          onClose={() => ask(false)}
        />
      )}
    </>
  );
};

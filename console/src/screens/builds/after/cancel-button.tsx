import { useState } from 'preact/hooks';
import { useAction } from '../../../api/action.ts';
import { notify } from '../../../app/frame/notices.ts';
import { artel } from '../../../app/person/session.ts';
import { Confirm } from '../../../design/dialog/confirm.tsx';
import { Button } from '../../../design/form/button.tsx';
import { texts } from '../../../texts/index.ts';
import { type Build, buildPath } from '../api.ts';

export const CancelButton = ({ run: id, onCancelled }: { run: string; onCancelled: (build: Build) => void }) => {
  const [isOpen, open] = useState(false);
  const t = texts().builds;
  const { run, isBusy, problem } = useAction(async () => {
    const build = await artel().call('POST /my/projects/{project_id}/builds/{run_id}/cancel', { path: buildPath(id) });
    open(false);
    notify(t.cancelled);
    onCancelled(build);
  });
  return (
    <>
      <Button kind="danger" onClick={() => open(true)}>
        {t.cancel}
      </Button>
      {isOpen && (
        <Confirm
          title={t.cancelTitle}
          text={t.cancelText}
          action={t.cancel}
          isBusy={isBusy.value}
          problem={problem.value}
          onConfirm={() => void run()}
          onClose={() => open(false)}
        />
      )}
    </>
  );
};

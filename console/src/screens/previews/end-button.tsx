import { useState } from 'preact/hooks';
import { useAction } from '../../api/action.ts';
import { notify } from '../../app/frame/notices.ts';
import { artel } from '../../app/person/session.ts';
import { go } from '../../app/place/route.ts';
import { Confirm } from '../../design/dialog/confirm.tsx';
import { Button } from '../../design/form/button.tsx';
import { texts } from '../../texts/index.ts';
import { previewPath } from './api.ts';

export const EndButton = ({ id }: { id: string }) => {
  const [isOpen, open] = useState(false);
  const t = texts().previews;
  const { run, isBusy, problem } = useAction(async () => {
    await artel().call('DELETE /my/projects/{project_id}/previews/{preview_id}', { path: previewPath(id) });
    open(false);
    notify(t.ended);
    go({ screen: 'previews' }, { replace: true });
  });
  return (
    <>
      <Button kind="danger" onClick={() => open(true)}>
        {t.end}
      </Button>
      {isOpen && (
        <Confirm
          title={t.endTitle}
          text={t.endText}
          action={t.end}
          isBusy={isBusy.value}
          problem={problem.value}
          onConfirm={() => void run()}
          onClose={() => open(false)}
        />
      )}
    </>
  );
};

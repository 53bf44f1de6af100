import { useState } from 'preact/hooks';
import { useAction } from '../../../api/action.ts';
import { notify } from '../../../app/frame/notices.ts';
import { artel } from '../../../app/person/session.ts';
import { go } from '../../../app/place/route.ts';
import { Confirm } from '../../../design/dialog/confirm.tsx';
import { Button } from '../../../design/form/button.tsx';
import { filled, texts } from '../../../texts/index.ts';
import { versionPath } from '../api.ts';

/** Brings all files of a version back, as a new version. */
export const RestoreButton = ({ version }: { version: number }) => {
  const [isOpen, open] = useState(false);
  const t = texts().files;
  const { run, isBusy, problem } = useAction(async () => {
    const made = await artel().call('POST /my/projects/{project_id}/versions/{version}/restore', {
      path: versionPath(version),
    });
    open(false);
    notify(filled(made.is_new ? t.restoredAs : t.savedSame, { version: made.version }));
    go({ screen: 'files', item: String(made.version) });
  });
  return (
    <>
      <Button onClick={() => open(true)}>{t.restore}</Button>
      {isOpen && (
        <Confirm
          title={filled(t.restoreTitle, { version })}
          text={t.restoreText}
          action={t.restore}
          isBusy={isBusy.value}
          problem={problem.value}
          onConfirm={() => void run()}
          onClose={() => open(false)}
        />
      )}
    </>
  );
};

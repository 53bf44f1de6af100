import { useState } from 'preact/hooks';
import { useAction } from '../../../api/action.ts';
import { notify } from '../../../app/frame/notices.ts';
import { go, href } from '../../../app/place/route.ts';
import { Confirm } from '../../../design/dialog/confirm.tsx';
import { Dialog } from '../../../design/dialog/dialog.tsx';
import { Button } from '../../../design/form/button.tsx';
import { TextField } from '../../../design/form/field.tsx';
import { Actions, Form } from '../../../design/form/form.tsx';
import { filled, texts } from '../../../texts/index.ts';
import { commitEdit, type FileChange } from '../api.ts';

export type MoveAndDeleteProps = { path: string; version: number; onChanged: () => void };

/** Of a file, or of a folder with all in it. Both make a version, so that earlier ones keep what was there. */
export const MoveAndDelete = ({ path, version, onChanged }: MoveAndDeleteProps) => {
  const [open, show] = useState<'move' | 'delete'>();
  const [target, setTarget] = useState(path);
  const { common, files: t } = texts();
  const { run, isBusy, problem } = useAction(
    async ({ change, reason, target: shown }: { change: FileChange; reason: string; target: string | undefined }) => {
      const made = await commitEdit({ changes: [change], base: version, reason });
      notify(filled(t.savedAs, { version: made.version }), {
        to: href({ screen: 'files', item: String(made.version) }),
      });
      show(undefined);
      go({ screen: 'files', query: { path: shown } }, { replace: true });
      onChanged();
    },
  );
  const move = (): void => {
    const to = target.trim();
    const reason = filled(t.reasonMoved, { path, to }).slice(0, 500);
    void run({ change: { path, move_to: to }, reason, target: to });
  };
  const remove = (): void =>
    void run({
      change: { path, remove: true },
      reason: filled(t.reasonRemoved, { path }).slice(0, 500),
      target: undefined,
    });
  return (
    <>
      <Button onClick={() => show('move')}>{t.move}</Button>
      <Button kind="danger" onClick={() => show('delete')}>
        {common.delete}
      </Button>
      {open === 'move' && (
        <Dialog title={t.moveTitle} onClose={() => show(undefined)}>
          <Form problem={problem.value} onSubmit={move}>
            <TextField
              label={t.newPath}
              hint={t.pathHint}
              value={target}
              onInput={setTarget}
              maxLength={512}
              autocomplete="off"
            />
            <Actions>
              <Button
                kind="main"
                type="submit"
                isBusy={isBusy.value}
                isDisabled={target.trim() === '' || target.trim() === path}
              >
                {t.move}
              </Button>
              <Button onClick={() => show(undefined)}>{common.cancel}</Button>
            </Actions>
          </Form>
        </Dialog>
      )}
      {open === 'delete' && (
        <Confirm
          title={filled(t.deleteTitle, { path })}
          text={t.deleteText}
          action={common.delete}
          isBusy={isBusy.value}
          problem={problem.value}
          onConfirm={remove}
          onClose={() => show(undefined)}
        />
      )}
    </>
  );
};

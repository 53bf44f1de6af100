import { useState } from 'preact/hooks';
import { useAction } from '../../../api/action.ts';
import { notify } from '../../../app/frame/notices.ts';
import { href } from '../../../app/place/route.ts';
import { useUnsaved } from '../../../app/place/unsaved.ts';
import { Button } from '../../../design/form/button.tsx';
import { TextArea, TextField } from '../../../design/form/field.tsx';
import { Actions, Form } from '../../../design/form/form.tsx';
import { filled, texts } from '../../../texts/index.ts';
import { commitEdit } from '../api.ts';
import { Conflict, isConflict } from './conflict.tsx';
import { forEditing, forSaving, lineEndsIn } from './text.ts';

export type EditorProps = {
  path: string;
  text: string;
  /** The version the text is of: what others changed since is put together with this, or shown. */
  version: number;
  onLeave: () => void;
  onSaved: () => void;
};

export const Editor = ({ path, text, version, onLeave, onSaved }: EditorProps) => {
  const before = forEditing(text);
  const ends = lineEndsIn(text);
  const [typed, setTyped] = useState(before);
  const [reason, setReason] = useState('');
  const { common, files: t } = texts();
  const isDirty = typed !== before;
  useUnsaved(isDirty);
  const { run, isBusy, problem } = useAction(async ({ isOver }: { isOver: boolean }) => {
    const content = forSaving(typed, ends);
    const saved = await commitEdit({
      changes: [{ path, content, encoding: 'utf-8' }],
      reason: reason.trim() || filled(t.reasonEdited, { path }),
      // Without a base it replaces what is there.
      ...(!isOver && { base: version }),
    });
    const word = saved.merged.length > 0 ? t.savedMerged : saved.is_new ? t.savedAs : t.savedSame;
    notify(filled(word, { version: saved.version }), {
      to: href({ screen: 'files', item: String(saved.version) }),
    });
    onSaved();
  });
  const said = problem.value;
  return (
    <Form
      label={filled(t.editing, { path })}
      problem={isConflict(said) ? undefined : said}
      onSubmit={() => void run({ isOver: false })}
    >
      <TextArea
        label={t.text}
        isCode
        rows={20}
        value={typed}
        onInput={setTyped}
        hint={ends === 'mixed' ? t.mixedEnds : undefined}
      />
      <TextField
        label={t.reason}
        hint={t.reasonHint}
        value={reason}
        onInput={setReason}
        maxLength={500}
        autocomplete="off"
      />
      {isConflict(said) && (
        <Conflict problem={said} isBusy={isBusy.value} onOver={() => void run({ isOver: true })} onTheirs={onSaved} />
      )}
      <Actions>
        <Button kind="main" type="submit" isBusy={isBusy.value} isDisabled={!isDirty}>
          {t.saveVersion}
        </Button>
        <Button onClick={() => (!isDirty || confirm(common.unsavedHere)) && onLeave()}>{common.cancel}</Button>
      </Actions>
    </Form>
  );
};

import { useState } from 'preact/hooks';
import { useAction } from '../../../api/action.ts';
import { notify } from '../../../app/frame/notices.ts';
import { artel } from '../../../app/person/session.ts';
import { Button } from '../../../design/form/button.tsx';
import { TextField } from '../../../design/form/field.tsx';
import { Actions, Form } from '../../../design/form/form.tsx';
import { texts } from '../../../texts/index.ts';
import { type Version, versionPath } from '../api.ts';

/** A tag keeps a version however old it gets. */
export const TagForm = ({ version, onChanged }: { version: Version; onChanged: (version: Version) => void }) => {
  const [tag, setTag] = useState(version.tag ?? '');
  const { common, files: t } = texts();
  const { run, isBusy, problem } = useAction(async (wanted: string | null) => {
    const changed = await artel().call('PUT /my/projects/{project_id}/versions/{version}/tag', {
      path: versionPath(version.version),
      body: { tag: wanted },
    });
    setTag(changed.tag ?? '');
    onChanged(changed);
    notify(common.saved);
  });
  return (
    <details class="fold">
      <summary>{t.tag}</summary>
      <Form label={t.tag} problem={problem.value} onSubmit={() => tag.trim() !== '' && void run(tag.trim())}>
        <TextField label={t.tag} hint={t.tagHint} value={tag} onInput={setTag} maxLength={64} autocomplete="off" />
        <Actions>
          <Button type="submit" isBusy={isBusy.value} isDisabled={tag.trim() === '' || tag.trim() === version.tag}>
            {common.save}
          </Button>
          {version.tag !== null && (
            <Button isBusy={isBusy.value} onClick={() => void run(null)}>
              {t.untag}
            </Button>
          )}
        </Actions>
      </Form>
    </details>
  );
};

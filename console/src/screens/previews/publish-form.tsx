import { useState } from 'preact/hooks';
import { useAction } from '../../api/action.ts';
import { artel } from '../../app/person/session.ts';
import { project } from '../../app/project/project.ts';
import { Button } from '../../design/form/button.tsx';
import { Checkbox, Select, TextField } from '../../design/form/field.tsx';
import { Actions, Form } from '../../design/form/form.tsx';
import { texts } from '../../texts/index.ts';
import { rememberAddress } from './addresses.ts';
import type { Published } from './api.ts';
import { LIFETIMES, type Lifetime, newPreviewOf, type PreviewFields } from './order.ts';

export type PublishFormProps = { version: string | undefined; onPublished: (preview: Published) => void };

/** Shows files of the project as a website, to whoever is told its address. */
export const PublishForm = ({ version = '', onPublished }: PublishFormProps) => {
  const [fields, setFields] = useState<PreviewFields>({ version, folder: '', hasFallback: false, lifetime: 'day' });
  const t = texts().previews;
  const { run, isBusy, problem } = useAction(async () => {
    const { preview } = await artel().call('POST /my/projects/{project_id}/previews', {
      path: { project_id: project.value },
      body: newPreviewOf(fields),
    });
    rememberAddress(preview.id, preview.url);
    onPublished(preview);
  });
  const change = (more: Partial<PreviewFields>): void => setFields({ ...fields, ...more });
  const wrong = problem.value?.fields ?? {};
  return (
    <Form label={t.publish} problem={problem.value} onSubmit={() => void run()}>
      <div class="row level">
        <TextField
          label={t.version}
          hint={t.versionHint}
          type="number"
          min={1}
          step={1}
          value={fields.version}
          error={wrong.version}
          onInput={(typed) => change({ version: typed })}
        />
        <TextField
          label={t.folder}
          hint={t.folderHint}
          value={fields.folder}
          error={wrong.folder}
          onInput={(folder) => change({ folder })}
          maxLength={512}
          autocomplete="off"
        />
        <Select
          label={t.lifetime}
          value={fields.lifetime}
          options={Object.keys(LIFETIMES).map((value) => ({ value, label: t.lifetimes[value as Lifetime] }))}
          onInput={(value) => change({ lifetime: value as Lifetime })}
        />
      </div>
      <Checkbox
        label={t.fallback}
        hint={t.fallbackHint}
        isChecked={fields.hasFallback}
        onChange={(hasFallback) => change({ hasFallback })}
      />
      <Actions>
        <Button kind="main" type="submit" isBusy={isBusy.value}>
          {t.publish}
        </Button>
      </Actions>
    </Form>
  );
};

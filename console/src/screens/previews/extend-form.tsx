import { useState } from 'preact/hooks';
import { useAction } from '../../api/action.ts';
import { notify } from '../../app/frame/notices.ts';
import { artel } from '../../app/person/session.ts';
import { Button } from '../../design/form/button.tsx';
import { Select } from '../../design/form/field.tsx';
import { Actions, Form } from '../../design/form/form.tsx';
import { texts } from '../../texts/index.ts';
import { type Preview, previewPath } from './api.ts';
import { LIFETIMES, type Lifetime } from './order.ts';

/** Lets a preview end at another time; its address stays. */
export const ExtendForm = ({ id, onExtended }: { id: string; onExtended: (preview: Preview) => void }) => {
  const [lifetime, setLifetime] = useState<Lifetime>('day');
  const t = texts().previews;
  const { run, isBusy, problem } = useAction(async () => {
    onExtended(
      await artel().call('PATCH /my/projects/{project_id}/previews/{preview_id}', {
        path: previewPath(id),
        body: { ttl_seconds: LIFETIMES[lifetime] },
      }),
    );
    notify(texts().common.saved);
  });
  return (
    <details class="fold">
      <summary>{t.extend}</summary>
      <Form label={t.extend} problem={problem.value} onSubmit={() => void run()}>
        <Select
          label={t.fromNow}
          value={lifetime}
          options={Object.keys(LIFETIMES).map((value) => ({ value, label: t.lifetimes[value as Lifetime] }))}
          onInput={(value) => setLifetime(value as Lifetime)}
        />
        <Actions>
          <Button type="submit" isBusy={isBusy.value}>
            {texts().common.save}
          </Button>
        </Actions>
      </Form>
    </details>
  );
};

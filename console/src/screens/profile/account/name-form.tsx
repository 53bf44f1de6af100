import { useState } from 'preact/hooks';
import type { components } from '../../../../../clients/typescript/src/index.ts';
import { useAction } from '../../../api/action.ts';
import { notify } from '../../../app/frame/notices.ts';
import { artel, renameUser } from '../../../app/person/session.ts';
import { Button } from '../../../design/form/button.tsx';
import { TextField } from '../../../design/form/field.tsx';
import { Actions, Form } from '../../../design/form/form.tsx';
import { texts } from '../../../texts/index.ts';

export type Profile = components['schemas']['Profile'];

/** Without a name the person is shown by their address. */
export const NameForm = ({ who, onChanged }: { who: Profile; onChanged: (who: Profile) => void }) => {
  const [name, setName] = useState(who.display_name ?? '');
  const { common, profile } = texts();
  const { run, isBusy, problem } = useAction(async () => {
    const changed = await artel().call('PATCH /my', { body: { display_name: name.trim() || null } });
    onChanged(changed);
    renameUser(changed);
    notify(common.saved);
  });
  return (
    <Form label={profile.name} problem={problem.value} onSubmit={() => void run()}>
      <TextField
        label={profile.shownName}
        hint={profile.shownNameHint}
        value={name}
        onInput={setName}
        error={problem.value?.fields.display_name}
        autocomplete="name"
        maxLength={100}
      />
      <Actions>
        <Button type="submit" isBusy={isBusy.value} isDisabled={name.trim() === (who.display_name ?? '')}>
          {profile.saveName}
        </Button>
      </Actions>
    </Form>
  );
};

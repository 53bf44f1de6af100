import { useState } from 'preact/hooks';
import type { components } from '../../../../../clients/typescript/src/index.ts';
import { useAction } from '../../../api/action.ts';
import { artel } from '../../../app/person/session.ts';
import { Button } from '../../../design/form/button.tsx';
import { TextField } from '../../../design/form/field.tsx';
import { Actions, Form } from '../../../design/form/form.tsx';
import { texts } from '../../../texts/index.ts';

type Made = components['schemas']['CreatedInvitation'];

export const Invite = ({ onMade }: { onMade: (made: Made) => void }) => {
  const [email, setEmail] = useState('');
  const [days, setDays] = useState('7');
  const { admin } = texts();
  const { run, isBusy, problem } = useAction(async () => {
    const named = email.trim();
    const body = { ...(named && { email: named }), expires_in_days: Number(days) };
    onMade(await artel().call('POST /admin/invitations', { body }));
    setEmail('');
  });
  const fields = problem.value?.fields ?? {};
  return (
    <Form label={admin.invite} problem={problem.value} onSubmit={() => void run()}>
      <div class="row top-aligned">
        <TextField
          label={admin.inviteEmail}
          hint={admin.inviteHint}
          type="email"
          value={email}
          onInput={setEmail}
          error={fields.email}
          autocomplete="off"
        />
        <TextField
          label={admin.inviteDays}
          type="number"
          min={1}
          max={90}
          step={1}
          value={days}
          onInput={setDays}
          error={fields.expires_in_days}
        />
      </div>
      <Actions>
        <Button kind="main" type="submit" isBusy={isBusy.value} isDisabled={!days}>
          {admin.invite}
        </Button>
      </Actions>
    </Form>
  );
};

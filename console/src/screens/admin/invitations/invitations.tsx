import { useState } from 'preact/hooks';
import type { components } from '../../../../../clients/typescript/src/index.ts';
import { useAction } from '../../../api/action.ts';
import { usePages } from '../../../api/pages.ts';
import { notify } from '../../../app/frame/notices.ts';
import { artel } from '../../../app/person/session.ts';
import { Confirm } from '../../../design/dialog/confirm.tsx';
import { ShownOnce } from '../../../design/dialog/shown-once.tsx';
import { Time } from '../../../design/figure/time.tsx';
import { Button } from '../../../design/form/button.tsx';
import { Section } from '../../../design/layout/page.tsx';
import { Empty } from '../../../design/show/empty.tsx';
import { Listed } from '../../../design/show/loaded.tsx';
import { Table } from '../../../design/show/table.tsx';
import { filled, texts } from '../../../texts/index.ts';
import { UserLink } from '../user-link.tsx';
import { Invite } from './invite.tsx';

type Invitation = components['schemas']['Invitation'];

export const InvitationsPart = () => {
  const [link, show] = useState<string>();
  const [leaving, ask] = useState<Invitation>();
  const { admin, common } = texts();
  const list = usePages((cursor, signal) => artel().call('GET /admin/invitations', { query: { cursor }, signal }));
  const withdraw = useAction(async ({ id }: Invitation) => {
    await artel().call('DELETE /admin/invitations/{invitation_id}', { path: { invitation_id: id } });
    list.change((items) => items.filter((one) => one.id !== id));
    ask(undefined);
    notify(admin.withdrawn);
  });
  const columns = [
    { title: admin.invited, cell: ({ email }: Invitation) => (email ? <bdi>{email}</bdi> : admin.anybody) },
    { title: admin.mailed, cell: ({ mailed }: Invitation) => (mailed ? common.yes : common.no) },
    { title: admin.invitedBy, cell: ({ created_by }: Invitation) => <UserLink id={created_by} /> },
    { title: admin.made, cell: ({ created_at }: Invitation) => <Time at={created_at} /> },
    { title: admin.expires, cell: ({ expires_at }: Invitation) => <Time at={expires_at} /> },
    {
      title: admin.withdraw,
      cell: (row: Invitation) => (
        <Button label={filled(admin.withdrawThis, { email: row.email ?? admin.anybody })} onClick={() => ask(row)}>
          {admin.withdraw}
        </Button>
      ),
    },
  ];
  return (
    <Section title={admin.parts.invitations}>
      <Invite
        onMade={(made) => {
          if (made.link) show(made.link);
          else notify(filled(admin.invitationMailed, { email: made.email ?? '' }));
          void list.reload();
        }}
      />
      <Listed from={list} empty={<Empty title={admin.noInvitations} />}>
        {(rows) => <Table label={admin.parts.invitations} columns={columns} rows={rows} keyOf={({ id }) => id} />}
      </Listed>
      {leaving && (
        <Confirm
          title={filled(admin.withdrawThis, { email: leaving.email ?? admin.anybody })}
          text={admin.withdrawText}
          action={admin.withdraw}
          isBusy={withdraw.isBusy.value}
          problem={withdraw.problem.value}
          onConfirm={() => void withdraw.run(leaving)}
          onClose={() => ask(undefined)}
        />
      )}
      {link && (
        <ShownOnce
          title={admin.invitation}
          text={admin.invitationOnce}
          label={admin.invitation}
          secret={link}
          onClose={() => show(undefined)}
        />
      )}
    </Section>
  );
};

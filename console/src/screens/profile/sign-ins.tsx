import { useState } from 'preact/hooks';
import type { components } from '../../../../clients/typescript/src/index.ts';
import { useAction } from '../../api/action.ts';
import { usePages } from '../../api/pages.ts';
import { notify } from '../../app/frame/notices.ts';
import { artel } from '../../app/person/session.ts';
import { Confirm } from '../../design/dialog/confirm.tsx';
import { Time } from '../../design/figure/time.tsx';
import { Button } from '../../design/form/button.tsx';
import { Section } from '../../design/layout/page.tsx';
import { Badge } from '../../design/show/badge.tsx';
import { Empty } from '../../design/show/empty.tsx';
import { Listed } from '../../design/show/loaded.tsx';
import { ProblemNote } from '../../design/show/problem-note.tsx';
import { Table } from '../../design/show/table.tsx';
import { filled, texts } from '../../texts/index.ts';

type SignIn = components['schemas']['SignIn'];

/** Where the person is signed in. This sign-in is ended by signing out. */
export const SignIns = () => {
  const [isAsking, ask] = useState(false);
  const { profile, common } = texts();
  const list = usePages((cursor, signal) =>
    artel().call('GET /my/sign-ins', { query: { cursor, sort: 'last_used_at', order: 'desc' }, signal }),
  );
  const one = useAction(async ({ id, device }: SignIn) => {
    await artel().call('DELETE /my/sign-ins/{sign_in_id}', { path: { sign_in_id: id } });
    list.change((items) => items.filter((item) => item.id !== id));
    notify(filled(profile.signInEnded, { device: device || common.unknown }));
  });
  const others = useAction(async () => {
    await artel().call('DELETE /my/sign-ins', {});
    ask(false);
    notify(profile.othersEnded);
    await list.reload();
  });
  const hasOthers = list.items.value?.some(({ current }) => !current) || list.hasMore.value;
  const columns = [
    {
      title: profile.device,
      cell: ({ device, current }: SignIn) => (
        <span>
          <bdi>{device || common.unknown}</bdi> {current && <Badge tone="good">{profile.thisOne}</Badge>}
        </span>
      ),
    },
    { title: profile.network, cell: ({ network }: SignIn) => <bdi>{network}</bdi> },
    { title: profile.began, cell: ({ created_at }: SignIn) => <Time at={created_at} /> },
    { title: profile.lastUsed, cell: ({ last_used_at }: SignIn) => <Time at={last_used_at} /> },
    {
      title: profile.end,
      cell: (row: SignIn) =>
        row.current ? (
          <span class="hint">{profile.bySigningOut}</span>
        ) : (
          <Button
            label={filled(profile.endThis, { device: row.device || common.unknown })}
            isBusy={one.isBusy.value}
            onClick={() => void one.run(row)}
          >
            {profile.end}
          </Button>
        ),
    },
  ];
  return (
    <Section
      title={profile.parts['sign-ins']}
      actions={hasOthers && <Button onClick={() => ask(true)}>{profile.endOthers}</Button>}
    >
      <ProblemNote problem={one.problem.value} />
      <Listed from={list} empty={<Empty title={profile.noSignIns} />}>
        {(rows) => <Table label={profile.parts['sign-ins']} columns={columns} rows={rows} keyOf={({ id }) => id} />}
      </Listed>
      {isAsking && (
        <Confirm
          title={profile.endOthers}
          text={profile.endOthersText}
          action={profile.endOthers}
          isBusy={others.isBusy.value}
          problem={others.problem.value}
          onConfirm={() => void others.run()}
          onClose={() => ask(false)}
        />
      )}
    </Section>
  );
};

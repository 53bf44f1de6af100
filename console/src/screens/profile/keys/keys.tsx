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
import { filled, formattedNumber, texts } from '../../../texts/index.ts';
import { NewKey } from './new-key.tsx';
import { ProviderKeys } from './provider-keys.tsx';

type Key = components['schemas']['ApiKey'];
type Created = components['schemas']['CreatedApiKey'];

export const KeysPart = () => (
  <>
    <ApiKeys />
    <ProviderKeys />
  </>
);

const ApiKeys = () => {
  const [isMaking, make] = useState(false);
  const [created, show] = useState<Created>();
  const [revoking, ask] = useState<Key>();
  const { profile, common } = texts();
  const list = usePages((cursor, signal) =>
    artel().call('GET /my/keys', { query: { cursor, order: 'desc', sort: 'created_at' }, signal }),
  );
  const revoke = useAction(async ({ id, name }: Key) => {
    await artel().call('DELETE /my/keys/{id}', { path: { id } });
    list.change((items) => items.filter((one) => one.id !== id));
    ask(undefined);
    notify(filled(profile.keyRevoked, { name }));
  });
  const columns = [
    { title: common.name, cell: ({ name }: Key) => <bdi>{name}</bdi> },
    {
      title: profile.scopes,
      cell: ({ scopes }: Key) => scopes.map((one) => profile.scopeNames[one] ?? one).join(', '),
    },
    {
      title: profile.rateLimit,
      cell: ({ rate_limit }: Key) => (rate_limit === null ? profile.noRateLimit : formattedNumber(rate_limit)),
    },
    { title: profile.made, cell: ({ created_at }: Key) => <Time at={created_at} /> },
    {
      title: profile.lastUsed,
      cell: ({ last_used_at }: Key) => (last_used_at ? <Time at={last_used_at} /> : common.never),
    },
    {
      title: profile.revoke,
      cell: (row: Key) => (
        <Button label={filled(profile.revokeKey, { name: row.name })} onClick={() => ask(row)}>
          {profile.revoke}
        </Button>
      ),
    },
  ];
  const button = <Button onClick={() => make(true)}>{profile.newKey}</Button>;
  return (
    <Section title={profile.apiKeys} actions={button}>
      <p class="hint">{profile.apiKeysLead}</p>
      <Listed from={list} empty={<Empty title={profile.noKeys} />}>
        {(rows) => <Table label={profile.apiKeys} columns={columns} rows={rows} keyOf={({ id }) => id} />}
      </Listed>
      {isMaking && (
        <NewKey
          onClose={() => make(false)}
          onMade={(made) => {
            make(false);
            show(made);
            void list.reload();
          }}
        />
      )}
      {created && (
        <ShownOnce
          title={filled(profile.keyMade, { name: created.name })}
          text={profile.keyOnce}
          label={profile.apiKey}
          secret={created.key}
          onClose={() => show(undefined)}
        />
      )}
      {revoking && (
        <Confirm
          title={filled(profile.revokeKey, { name: revoking.name })}
          text={profile.revokeText}
          action={profile.revoke}
          isBusy={revoke.isBusy.value}
          problem={revoke.problem.value}
          onConfirm={() => void revoke.run(revoking)}
          onClose={() => ask(undefined)}
        />
      )}
    </Section>
  );
};

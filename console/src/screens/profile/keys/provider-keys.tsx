import { useState } from 'preact/hooks';
import type { components } from '../../../../../clients/typescript/src/index.ts';
import { useAction } from '../../../api/action.ts';
import { useResource } from '../../../api/resource.ts';
import { notify } from '../../../app/frame/notices.ts';
import { artel } from '../../../app/person/session.ts';
import { Confirm } from '../../../design/dialog/confirm.tsx';
import { Time } from '../../../design/figure/time.tsx';
import { Button } from '../../../design/form/button.tsx';
import { Select, TextField } from '../../../design/form/field.tsx';
import { Actions, Form } from '../../../design/form/form.tsx';
import { Section } from '../../../design/layout/page.tsx';
import { Badge } from '../../../design/show/badge.tsx';
import { Empty } from '../../../design/show/empty.tsx';
import { Loaded } from '../../../design/show/loaded.tsx';
import { Table } from '../../../design/show/table.tsx';
import { filled, texts } from '../../../texts/index.ts';

type Key = components['schemas']['ProviderKey'];

/** Keys of model providers that are the person's own. There are as many as providers, so they are read at once. */
export const ProviderKeys = () => {
  const [removing, ask] = useState<Key>();
  const { profile, common } = texts();
  const known = useResource((signal) => artel().call('GET /my/provider-keys', { query: { limit: 100 }, signal }));
  const remove = useAction(async ({ provider }: Key) => {
    await artel().call('DELETE /my/provider-keys/{provider}', { path: { provider } });
    ask(undefined);
    notify(filled(profile.providerKeyRemoved, { provider }));
    await known.reload();
  });
  const columns = [
    { title: profile.provider, cell: ({ provider }: Key) => <bdi>{provider}</bdi> },
    {
      title: profile.use,
      cell: ({ in_use }: Key) => (
        <Badge tone={in_use ? 'good' : 'attention'}>{in_use ? profile.inUse : profile.notInUse}</Badge>
      ),
    },
    { title: profile.made, cell: ({ created_at }: Key) => <Time at={created_at} /> },
    { title: profile.changed, cell: ({ updated_at }: Key) => <Time at={updated_at} /> },
    {
      title: common.delete,
      cell: (row: Key) => (
        <Button label={filled(profile.deleteProviderKey, { provider: row.provider })} onClick={() => ask(row)}>
          {common.delete}
        </Button>
      ),
    },
  ];
  return (
    <Section title={profile.providerKeys}>
      <p class="hint">{profile.providerKeysLead}</p>
      <Loaded from={known}>
        {({ items, providers }) => (
          <>
            {items.length === 0 ? (
              <Empty title={profile.noProviderKeys} />
            ) : (
              <Table label={profile.providerKeys} columns={columns} rows={items} keyOf={({ provider }) => provider} />
            )}
            {providers.length > 0 && <Store providers={providers} onStored={() => void known.reload()} />}
          </>
        )}
      </Loaded>
      {removing && (
        <Confirm
          title={filled(profile.deleteProviderKey, { provider: removing.provider })}
          text={profile.deleteProviderKeyText}
          action={common.delete}
          isBusy={remove.isBusy.value}
          problem={remove.problem.value}
          onConfirm={() => void remove.run(removing)}
          onClose={() => ask(undefined)}
        />
      )}
    </Section>
  );
};

const Store = ({ providers, onStored }: { providers: readonly string[]; onStored: () => void }) => {
  const [provider, setProvider] = useState(providers[0] ?? '');
  const [key, setKey] = useState('');
  const { profile } = texts();
  const { run, isBusy, problem } = useAction(async () => {
    await artel().call('PUT /my/provider-keys/{provider}', { path: { provider }, body: { api_key: key.trim() } });
    setKey('');
    notify(filled(profile.providerKeyStored, { provider }));
    onStored();
  });
  return (
    <Form label={profile.storeProviderKey} problem={problem.value} onSubmit={() => key.trim() && void run()}>
      <div class="row">
        <Select
          label={profile.provider}
          value={provider}
          options={providers.map((value) => ({ value, label: value }))}
          onInput={setProvider}
        />
        <TextField
          label={profile.providerKey}
          type="password"
          value={key}
          onInput={setKey}
          error={problem.value?.fields.api_key}
          autocomplete="off"
          isRequired
        />
      </div>
      <Actions>
        <Button type="submit" isBusy={isBusy.value} isDisabled={!key.trim()}>
          {profile.storeProviderKey}
        </Button>
      </Actions>
    </Form>
  );
};

import { useState } from 'preact/hooks';
import type { components } from '../../../../clients/typescript/src/index.ts';
import { usePages } from '../../api/pages.ts';
import { artel } from '../../app/person/session.ts';
import { Time } from '../../design/figure/time.tsx';
import { dayEnd, dayStart } from '../../design/form/days.ts';
import { Select, TextField } from '../../design/form/field.tsx';
import { Section } from '../../design/layout/page.tsx';
import { Empty } from '../../design/show/empty.tsx';
import { Listed } from '../../design/show/loaded.tsx';
import { Table } from '../../design/show/table.tsx';
import { actionChoices, actionName } from '../../texts/actions.ts';
import { texts } from '../../texts/index.ts';

type Entry = components['schemas']['AuditEntry'];
type Action = components['schemas']['AuditAction'];

/** The audit trail of the person's own account. */
export const Activity = () => {
  const [action, setAction] = useState('');
  const [since, setSince] = useState('');
  const [until, setUntil] = useState('');
  const { profile, common } = texts();
  const list = usePages(
    (cursor, signal) =>
      artel().call('GET /my/audit', {
        query: { cursor, action: (action as Action) || undefined, since: dayStart(since), until: dayEnd(until) },
        signal,
      }),
    [action, since, until],
  );
  const columns = [
    { title: profile.when, cell: ({ at }: Entry) => <Time at={at} /> },
    { title: profile.action, cell: (row: Entry) => actionName(row.action) },
    { title: profile.target, cell: ({ target }: Entry) => target && <code dir="auto">{target}</code> },
    { title: profile.network, cell: ({ source_ip }: Entry) => source_ip && <bdi>{source_ip}</bdi> },
    { title: profile.program, cell: ({ user_agent }: Entry) => user_agent && <Program name={user_agent} /> },
  ];
  return (
    <Section title={profile.parts.activity}>
      <p class="hint">{profile.activityLead}</p>
      <div class="row">
        <Select
          label={profile.action}
          value={action}
          options={[{ value: '', label: common.all }, ...actionChoices()]}
          onInput={setAction}
        />
        <TextField label={profile.from} type="date" value={since} onInput={setSince} />
        <TextField label={profile.to} type="date" value={until} onInput={setUntil} />
      </div>
      <Listed from={list} empty={<Empty title={profile.noActivity} />}>
        {(rows) => <Table label={profile.parts.activity} columns={columns} rows={rows} keyOf={({ id }) => id} />}
      </Listed>
    </Section>
  );
};

/** Browsers name themselves at length. */
const Program = ({ name }: { name: string }) => (
  <span class="program" dir="auto" title={name}>
    {name}
  </span>
);

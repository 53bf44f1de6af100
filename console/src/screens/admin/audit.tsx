import { signal } from '@preact/signals';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useAction } from '../../api/action.ts';
import { download } from '../../api/download.ts';
import { session } from '../../app/person/session.ts';
import { API } from '../../app/place/base.ts';
import { size } from '../../design/figure/size.ts';
import { saveFile } from '../../design/file/save-file.ts';
import { Button } from '../../design/form/button.tsx';
import { dayEnd, dayStart } from '../../design/form/days.ts';
import { Select, TextField } from '../../design/form/field.tsx';
import { Actions, Form } from '../../design/form/form.tsx';
import { Section } from '../../design/layout/page.tsx';
import { actionChoices } from '../../texts/actions.ts';
import { filled, texts } from '../../texts/index.ts';
import { auditPath } from './audit-address.ts';
import type { PartProps } from './index.tsx';

/** Audit trails as a file, of everybody or of one, also of somebody who was removed. */
export const AuditPart = ({ query }: PartProps) => {
  const [user, setUser] = useState(query.user ?? '');
  const [action, setAction] = useState('');
  const [since, setSince] = useState('');
  const [until, setUntil] = useState('');
  const [isDone, setDone] = useState(false);
  const { admin, common } = texts();
  const bytes = useMemo(() => signal(0), []);
  const leaving = useMemo(() => new AbortController(), []);
  useEffect(() => () => leaving.abort(), [leaving]);
  const { run, isBusy, problem } = useAction(async () => {
    setDone(false);
    bytes.value = 0;
    const token = await session.value?.token();
    if (token === undefined) return;
    const path = auditPath({ user: user.trim(), action, since: dayStart(since), until: dayEnd(until) });
    const onBytes = (count: number): void => {
      bytes.value = count;
    };
    const lines = await download({ url: `${API}${path}`, token, signal: leaving.signal, onBytes });
    saveFile(`audit-${new Date().toISOString().slice(0, 10)}.ndjson`, lines);
    setDone(true);
  });
  const fields = problem.value?.fields ?? {};
  return (
    <Section title={admin.parts.audit}>
      <p class="hint">{admin.auditLead}</p>
      <Form label={admin.parts.audit} problem={problem.value} onSubmit={() => void run()}>
        <div class="row">
          <TextField label={admin.userId} value={user} onInput={setUser} error={fields.user_id} autocomplete="off" />
          <Select
            label={admin.action}
            value={action}
            options={[{ value: '', label: common.all }, ...actionChoices()]}
            onInput={setAction}
          />
          <TextField label={admin.since} type="date" value={since} onInput={setSince} error={fields.since} />
          <TextField label={admin.until} type="date" value={until} onInput={setUntil} error={fields.until} />
        </div>
        <Actions>
          <Button kind="main" type="submit" isBusy={isBusy.value}>
            {admin.exportAudit}
          </Button>
        </Actions>
        <p role="status">
          {isBusy.value && filled(admin.exporting, { size: size(bytes.value) })}
          {isDone && !isBusy.value && filled(admin.exported, { size: size(bytes.value) })}
        </p>
      </Form>
    </Section>
  );
};

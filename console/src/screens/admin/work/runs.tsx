import { useAction } from '../../../api/action.ts';
import { usePages } from '../../../api/pages.ts';
import { notify } from '../../../app/frame/notices.ts';
import { artel } from '../../../app/person/session.ts';
import { refine } from '../../../app/place/route.ts';
import { isRunState, RUN_STATES } from '../../../app/project/run-states.ts';
import { money } from '../../../design/figure/money.tsx';
import { Time } from '../../../design/figure/time.tsx';
import { Button } from '../../../design/form/button.tsx';
import { Select } from '../../../design/form/field.tsx';
import { Section } from '../../../design/layout/page.tsx';
import { State } from '../../../design/show/badge.tsx';
import { Empty } from '../../../design/show/empty.tsx';
import { Listed } from '../../../design/show/loaded.tsx';
import { ProblemNote } from '../../../design/show/problem-note.tsx';
import { Table } from '../../../design/show/table.tsx';
import { counted, filled, texts } from '../../../texts/index.ts';
import type { PartProps } from '../index.tsx';
import { UserFilter } from '../user-filter.tsx';
import { UserLink } from '../user-link.tsx';
import { type ManagedRun, mayHaveStalled } from './stalled.ts';

/** Runs of everybody or of one; those that stand still are set going again. */
export const RunsPart = ({ query }: PartProps) => {
  const { admin, common, states } = texts();
  const state = isRunState(query.state) ? query.state : undefined;
  const asked = { ...(state && { state }), ...(query.user && { user_id: query.user }) };
  const list = usePages(
    (cursor, signal) => artel().call('GET /admin/runs', { query: { ...asked, cursor }, signal }),
    [JSON.stringify(asked)],
  );
  const redrive = useAction(async ({ id, user_id, project_id }: ManagedRun) => {
    const { redriven } = await artel().call('POST /admin/runs/{run_id}/redrive', {
      path: { run_id: id },
      body: { user_id, project_id },
    });
    notify(redriven.length > 0 ? counted(redriven.length, admin.redriven) : admin.nothingStalled);
    await list.reload();
  });
  const columns = [
    { title: admin.run, cell: ({ id }: ManagedRun) => <code>{id}</code> },
    { title: admin.stateOf, cell: (run: ManagedRun) => <State state={run.state} /> },
    { title: admin.mode, cell: ({ mode }: ManagedRun) => admin.modes[mode] ?? mode },
    { title: admin.user, cell: ({ user_id }: ManagedRun) => <UserLink id={user_id} /> },
    { title: admin.made, cell: ({ created_at }: ManagedRun) => <Time at={created_at} /> },
    { title: admin.ended, cell: ({ ended_at }: ManagedRun) => <Time at={ended_at} /> },
    { title: admin.reason, cell: ({ error_code }: ManagedRun) => error_code && <code>{error_code}</code> },
    {
      title: admin.cost,
      isNumber: true,
      cell: ({ usage }: ManagedRun) => (usage?.cost === undefined ? null : money(usage.cost)),
    },
    {
      title: admin.redrive,
      cell: (run: ManagedRun) =>
        mayHaveStalled(run) && (
          <Button
            label={filled(admin.redriveThis, { run: run.id })}
            isBusy={redrive.isBusy.value}
            onClick={() => void redrive.run(run)}
          >
            {admin.redrive}
          </Button>
        ),
    },
  ];
  return (
    <Section title={admin.parts.runs}>
      <p class="hint">{admin.runsLead}</p>
      <UserFilter user={query.user} />
      <div class="row">
        <Select
          label={admin.stateOf}
          value={state ?? ''}
          options={[
            { value: '', label: common.all },
            ...RUN_STATES.map((value) => ({ value, label: states[value] ?? value })),
          ]}
          onInput={(chosen) => refine({ state: chosen || undefined })}
        />
      </div>
      <ProblemNote problem={redrive.problem.value} />
      <Listed from={list} empty={<Empty title={admin.noRuns} />}>
        {(rows) => <Table label={admin.parts.runs} columns={columns} rows={rows} keyOf={({ id }) => id} />}
      </Listed>
    </Section>
  );
};

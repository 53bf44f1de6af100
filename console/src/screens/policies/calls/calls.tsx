import { usePages } from '../../../api/pages.ts';
import { artel, isAdministrator } from '../../../app/person/session.ts';
import { href, refine } from '../../../app/place/route.ts';
import { Time } from '../../../design/figure/time.tsx';
import { Select, TextField } from '../../../design/form/field.tsx';
import { Section } from '../../../design/layout/page.tsx';
import { Empty } from '../../../design/show/empty.tsx';
import { Listed } from '../../../design/show/loaded.tsx';
import { Table } from '../../../design/show/table.tsx';
import { texts } from '../../../texts/index.ts';
import { Decisions, Outcome } from '../compare/decisions.tsx';
import { type Call, listCalls, type Whose } from './load.ts';

/** Administrators may look at everybody's calls of a day. */
const Choose = ({ whose, day }: { whose: Whose; day: string | undefined }) => {
  const { policies } = texts();
  const options = [
    { value: 'own', label: policies.myCalls },
    { value: 'all', label: policies.allCalls },
  ];
  return (
    <div class="row policy-adding">
      <Select
        label={policies.whoseCalls}
        options={options}
        value={whose}
        onInput={(one) => refine({ of: one === 'all' ? 'all' : undefined, day: undefined })}
      />
      {whose === 'all' && (
        <TextField
          label={policies.day}
          type="date"
          value={day ?? ''}
          onInput={(one) => refine({ day: one || undefined })}
        />
      )}
    </div>
  );
};

/** Calls about which policies decided something, each with a way to before and after. */
export const Calls = ({ whose, day }: { whose: Whose; day: string | undefined }) => {
  const { policies, cost } = texts();
  const calls = usePages((cursor, signal) => listCalls(artel(), { whose, day, cursor }, signal), [whose, day]);
  const address = (id: string): string =>
    href({ screen: 'policies', item: id, query: { view: 'calls', ...(whose === 'all' && { of: 'all', day }) } });
  return (
    <Section title={policies.calls}>
      <p class="hint">{policies.callsAbout}</p>
      {isAdministrator.value && <Choose whose={whose} day={day} />}
      <Listed from={calls} empty={<Empty title={policies.noCalls}>{policies.noCallsHint}</Empty>}>
        {(items) => (
          <Table<Call>
            label={policies.calls}
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              { title: cost.at, cell: ({ at }) => <Time at={at} /> },
              ...(whose === 'all'
                ? [{ title: policies.user, cell: ({ user_id }: Call) => <code>{user_id}</code> }]
                : []),
              {
                title: cost.what,
                cell: ({ purpose, model }) => (
                  <span dir="auto">
                    {cost.purposes[purpose] ?? purpose}
                    {model && ` · ${model}`}
                  </span>
                ),
              },
              { title: cost.outcome, cell: ({ outcome }) => <Outcome outcome={outcome} /> },
              { title: policies.decided, cell: ({ decisions }) => <Decisions decisions={decisions} /> },
              { title: policies.difference, cell: ({ id }) => <a href={address(id)}>{policies.show}</a> },
            ]}
          />
        )}
      </Listed>
    </Section>
  );
};

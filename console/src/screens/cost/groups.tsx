import type { ComponentChildren } from 'preact';
import { language } from '../../app/preferences/preferences.ts';
import { Money } from '../../design/figure/money.tsx';
import { Empty } from '../../design/show/empty.tsx';
import { type Column, Table } from '../../design/show/table.tsx';
import { formattedNumber, texts } from '../../texts/index.ts';
import { type Group, type Sum, share, total } from './sums.ts';

const figures = (): Column<Sum>[] => {
  const { cost } = texts();
  const number = (title: string, of: (sum: Sum) => number): Column<Sum> => ({
    title,
    isNumber: true,
    cell: (row) => formattedNumber(of(row)),
  });
  return [
    number(cost.calls, (row) => row.calls),
    number(cost.failedCalls, (row) => row.failed_calls),
    number(cost.promptTokens, (row) => row.prompt_tokens),
    number(cost.answerTokens, (row) => row.completion_tokens),
    { title: cost.cost, isNumber: true, cell: (row) => <Money dollars={row.cost} /> },
  ];
};

/** How much of the whole it was, as a bar and in words. */
const Share = ({ of }: { of: number }) => (
  <span class="cost-share">
    <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="cost-track" width="100" height="8" />
      <rect class="cost-bar" width={of * 100} height="8" />
    </svg>
    <span class="number">{new Intl.NumberFormat(language.value, { style: 'percent' }).format(of)}</span>
  </span>
);

type Props = {
  label: string;
  /** What the first column is called, and what stands in it. */
  title: string;
  name: (group: Group) => ComponentChildren;
  groups: readonly Group[];
};

/** Sums with a name each, and what part of all they were; the last row sums them all up. */
export const Groups = ({ label, title, name, groups }: Props) => {
  const { cost } = texts();
  if (groups.length === 0) return <Empty title={cost.nothing}>{cost.nothingHint}</Empty>;
  const all = total(groups);
  const whole = all.cost > 0 ? (sum: Sum) => share(sum.cost, all.cost) : (sum: Sum) => share(sum.calls, all.calls);
  const rows: Group[] = [...groups, { key: '', ...all }];
  return (
    <Table
      label={label}
      rows={rows}
      keyOf={({ key }) => key}
      columns={[
        { title, cell: (row) => (row.key === '' ? <strong>{cost.total}</strong> : name(row)) },
        { title: cost.share, cell: (row) => <Share of={whole(row)} /> },
        ...figures(),
      ]}
    />
  );
};

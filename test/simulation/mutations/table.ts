import { readFileSync, writeFileSync } from 'node:fs';
import { type Condition, idOf } from './conditions.ts';
import { recorded } from './seen.ts';
import { UNSEEN } from './unseen.ts';

const README = new URL('./README.md', import.meta.url);
const BEGIN = '| condition | file | seen by |';

/** What is known of each condition, as the README shows it. */
export const tableOf = (all: readonly Condition[]): string => {
  const seen = recorded();
  const rows = all.map((condition) => {
    const { name, file } = condition;
    const known = seen[idOf(condition)];
    const how = known
      ? `${known.situation} ${known.seed}: ${known.breaks}${besideOf(known.beside)}`
      : `**not seen**: ${UNSEEN[idOf(condition)] ?? 'nobody has said why'}`;
    return `| \`${name}\` | \`${file.slice('shared/'.length)}\` | ${how.replaceAll('|', '\\|')} |`;
  });
  return [BEGIN, '| --- | --- | --- |', ...rows].join('\n');
};

const besideOf = (beside: string[] | undefined): string =>
  beside ? ` (without it and ${beside.map((id) => `\`${id.split(' ')[1]}\``).join(', ')})` : '';

export const shownTable = (): string => {
  const text = readFileSync(README, 'utf8');
  return text.slice(text.indexOf(BEGIN)).trimEnd();
};

/** The table is the last thing in the README. */
export const showTable = (all: readonly Condition[]): void => {
  const text = readFileSync(README, 'utf8');
  writeFileSync(README, `${text.slice(0, text.indexOf(BEGIN))}${tableOf(all)}\n`);
};

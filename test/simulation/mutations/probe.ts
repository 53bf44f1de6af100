import type { Changed } from '../container/bundle.ts';
import { judged } from '../table/expressions.ts';
import type { Table } from '../table/table.ts';
import { packedItem } from '../table/values.ts';
import type { Call } from '../world/schedule.ts';
import { ALWAYS, type Condition, rewritten } from './conditions.ts';

/*
 * A condition that is never refused can be missed by nobody: the life without it is the same life, up to the first write
 * that only this condition refuses. So it is looked for first where it decides, in lives of the product as it is: each
 * condition carries a mark that is always true, and each refused write is judged again without the marked one.
 */

const MARK = /\(attribute_not_exists\(mark_(\d+)\) and /g;

/** Every condition with its mark: the number it has in the list. */
export const withMarks = (all: readonly Condition[]): Changed[] =>
  [...new Set(all.map(({ file }) => file))].map((file) => ({
    file,
    text: (before) =>
      all.reduce(
        (text, condition, at) =>
          condition.file === file ? rewritten(text, condition.name, (use) => withMark(at, use)) : text,
        before,
      ),
  }));

/** No parentheses around the condition itself: DynamoDB refuses a pair too many. The mark is true whichever way it reads. */
const withMark = (at: number, use: string): string => `\`(attribute_not_exists(mark_${at}) and \${${use}})\``;

type Write = {
  Item?: { pk: string; sk: string };
  Key?: { pk: string; sk: string };
  ConditionExpression?: string | undefined;
  UpdateExpression?: string;
  ExpressionAttributeNames?: Record<string, string> | undefined;
  ExpressionAttributeValues?: Record<string, unknown> | undefined;
};

/**
 * The numbers of the conditions that refuse a write, each if it stood alone; and of those the ones that decide, without any
 * one of which it would be carried out.
 */
export const refusing = (
  { service, operation, input }: Call,
  table: Table,
): { refuses: number[]; decides: number[] } => {
  if (service !== 'table') return { refuses: [], decides: [] };
  const writes = writesOf(operation, input).filter((write) => write.ConditionExpression);
  const refused = writes.filter((write) => !holds(write, table));
  const suspects = [
    ...new Set(
      refused.flatMap(({ ConditionExpression = '' }) =>
        [...ConditionExpression.matchAll(MARK)].map(([, at]) => String(at)),
      ),
    ),
  ];
  const holdsOnlyWithout = (at: string, write: Write): boolean => holds(withoutMarked(write, at), table);
  return {
    refuses: suspects.filter((at) => refused.some((write) => refusesAlone(write, { at, suspects, table }))).map(Number),
    decides: suspects.filter((at) => refused.every((write) => holdsOnlyWithout(at, write))).map(Number),
  };
};

/** Whether the write is refused even if of its marked conditions only this one is left. */
const refusesAlone = (
  write: Write,
  { at, suspects, table }: { at: string; suspects: string[]; table: Table },
): boolean => {
  const left = suspects.filter((one) => one !== at).reduce(withoutMarked, write);
  return !holds(left, table) && holds(withoutMarked(left, at), table);
};

const writesOf = (operation: string, input: unknown): Write[] => {
  if (operation === 'TransactWriteCommand') {
    return (input as { TransactItems: Record<string, Write>[] }).TransactItems.flatMap((part) => Object.values(part));
  }
  return ['PutCommand', 'UpdateCommand', 'DeleteCommand'].includes(operation) ? [input as Write] : [];
};

const holds = (write: Write, table: Table): boolean => {
  const { pk, sk } = (write.Item ?? write.Key) as { pk: string; sk: string };
  const { UpdateExpression: _, ...condition } = write;
  return judged(withUsedNames(condition), table.get(pk, sk), packedItem({ pk, sk })).holds;
};

/** DynamoDB refuses names and values that no expression uses. */
const withUsedNames = (write: Write): Write => {
  const { ExpressionAttributeNames = {}, ExpressionAttributeValues = {}, ...others } = write;
  const text = `${write.ConditionExpression} ${write.UpdateExpression}`;
  const isUsed = ([name]: [string, unknown]): boolean => new RegExp(`${name}\\b`).test(text);
  const names = Object.entries(ExpressionAttributeNames).filter(isUsed);
  const values = Object.entries(ExpressionAttributeValues).filter(isUsed);
  return {
    ...others,
    ...(names.length > 0 && { ExpressionAttributeNames: Object.fromEntries(names) }),
    ...(values.length > 0 && { ExpressionAttributeValues: Object.fromEntries(values) }),
  };
};

/**
 * Takes marked conditions out of every write just before it is carried out: the product without them. `log` is taken out
 * only of transactions that carry all of the others, `beside`: everywhere else the log stays as it is.
 */
export const removing =
  (removed: readonly number[], { log, beside }: { log: number; beside: readonly number[] }) =>
  ({ service, operation, input }: Call): void => {
    if (service !== 'table') return;
    const writes = writesOf(operation, input);
    const text = writes.map(({ ConditionExpression }) => ConditionExpression).join();
    const isBeside = beside.every((at) => text.includes(`mark_${at})`));
    const here = removed.filter((at) => at !== log || isBeside).map(String);
    for (const write of writes) {
      const left = here.reduce(withoutMarked, write);
      if (left.ConditionExpression === (write.ConditionExpression ?? '')) continue;
      const { ConditionExpression, ExpressionAttributeNames, ExpressionAttributeValues } = withUsedNames(left);
      write.ConditionExpression = ConditionExpression;
      write.ExpressionAttributeNames = ExpressionAttributeNames;
      write.ExpressionAttributeValues = ExpressionAttributeValues;
    }
  };

/** The write with what carries this mark replaced by what always holds. */
const withoutMarked = (write: Write, at: string): Write => {
  let text = write.ConditionExpression ?? '';
  const begin = `(attribute_not_exists(mark_${at}) and `;
  for (let from = text.indexOf(begin); from >= 0; from = text.indexOf(begin)) {
    text = text.slice(0, from) + ALWAYS + text.slice(closing(text, from) + 1);
  }
  return { ...write, ConditionExpression: text };
};

const closing = (text: string, from: number): number => {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return text.length - 1;
};

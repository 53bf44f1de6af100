import type { State } from './state.ts';
import type { Item, ItemWrite, Transaction, Write } from './writes.ts';

/*
 * The table of the model: a transaction is a list of writes, each with conditions in DynamoDB's words, evaluated on what
 * stands there when it is committed. All hold, or nothing is written.
 */
type Check = (item: Item | null, values: Item) => boolean;
const compiled = new Map<string, Check>();

/** Comparisons of attributes (`#name`) and values (`:name`), with `or` inside parentheses, and the two functions. */
const compile = (text: string): Check => {
  const bare = text.startsWith('(') && text.endsWith(')') ? text.slice(1, -1) : text;
  const branches = bare.split(' or ');
  if (branches.length > 1) {
    const checks = branches.map(compile);
    return (item, values) => checks.some((check) => check(item, values));
  }
  const exists = /^attribute_(not_)?exists\(#(\w+)\)$/.exec(bare);
  if (exists) {
    const [, not, name] = exists as unknown as [string, string | undefined, string];
    return (item) => (name === 'pk' ? item !== null : (item?.[name] ?? null) !== null) === (not === undefined);
  }
  const parts = /^#(\w+) (=|<>|<=|>=|<|>) ([#:])(\w+)$/.exec(bare);
  if (!parts) throw new Error(`The model does not know the condition ${text}.`);
  const [, left, operator, kind, right] = parts as unknown as [string, string, string, string, string];
  return (item, values) => {
    const one = item?.[left] ?? null;
    const other = (kind === '#' ? item?.[right] : values[right]) ?? null;
    if (one === null || other === null) return false;
    if (operator === '=') return one === other;
    if (operator === '<>') return one !== other;
    if (operator === '<') return one < other;
    if (operator === '>') return one > other;
    return operator === '<=' ? one <= other : one >= other;
  };
};

export const holds = (condition: string, item: Item | null, values: Item): boolean => {
  const check = compiled.get(condition) ?? compile(condition);
  compiled.set(condition, check);
  return check(item, values);
};

const nameOf = (write: Write): string =>
  'put' in write ? `${write.table} ${write.of} ${write.id}` : `${write.table} ${write.id}`;

/** As DynamoDB refuses it: a transaction that names an item twice is no transaction. */
export const transaction = (name: string, writes: Write[], starts: number[]): Transaction => {
  const names = new Set(writes.map(nameOf));
  if (names.size < writes.length) throw new Error(`"${name}" names an item twice: ${writes.map(nameOf).join(', ')}`);
  return { name, writes, starts };
};

const isRefused = (state: State, write: ItemWrite, removed: ReadonlySet<string>): boolean => {
  const item = state[write.table][write.id] as Item | null;
  return write.when.some(
    (condition) => !removed.has(`${write.label}: ${condition}`) && !holds(condition, item, write.values ?? {}),
  );
};

/** The state after the transaction, or `undefined` when a condition refused it. */
export const commit = (state: State, { writes }: Transaction, removed: ReadonlySet<string>): State | undefined => {
  for (const write of writes) if (!('put' in write) && isRefused(state, write, removed)) return undefined;
  const next = { ...state } as unknown as Record<string, unknown[]>;
  const copied = new Set<string>();
  for (const write of writes) {
    if (!copied.has(write.table)) next[write.table] = [...(next[write.table] as unknown[])];
    copied.add(write.table);
    const list = next[write.table] as unknown[];
    if ('put' in write) {
      const others = (list[write.of] as number[]).filter((id) => id !== write.id);
      list[write.of] = write.put ? [...others, write.id].sort((a, b) => a - b) : others;
      continue;
    }
    const item: Item = { ...(list[write.id] as Item | null), ...write.set };
    for (const [name, by] of Object.entries(write.add ?? {})) item[name] = (item[name] as number) + by;
    list[write.id] = item;
  }
  return next as unknown as State;
};

/*
 * The table of the model: a transaction is a list of writes, each with conditions in DynamoDB's words, evaluated on what
 * stands there when it is committed. All hold, or nothing is written.
 */

export type Value = string | number | boolean | null;

export type ItemTable = 'lanes' | 'sessions' | 'runs' | 'tasks' | 'approvals';

/** `label: condition` is the name under which a mutation takes the condition out. */
export type ItemWrite = {
  table: ItemTable;
  id: number;
  label: string;
  when: string[];
  values?: Item;
  set?: Item;
  add?: Record<string, number>;
};

export type EntryWrite = { table: 'entries' | 'queuedRuns'; of: number; id: number; put: boolean };

export type Write = ItemWrite | EntryWrite;

/** `starts`: the tasks whose messages are sent after the commit. */
export type Transaction = { name: string; writes: Write[]; starts: number[] };

/*
 * The table of the model: a transaction is a list of writes, each with conditions in DynamoDB's words, evaluated on what
 * stands there when it is committed. All hold, or nothing is written.
 */
export type Item = Record<string, Value>;

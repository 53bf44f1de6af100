import { startDynamoDb } from '../../infra/local/services/dynamodb/server.ts';
import { tableInput } from '../support/table-definition.ts';
import { clientFor, everything, role } from './dynamodb-target.ts';

/** Writes pairs without end, several at once, and reports each number whose reply it has. Lives until it is killed. */
const [, , folder = '', first = '0'] = process.argv;
const LOOPS = 4;
const TableName = 'artel';
const server = await startDynamoDb({
  folder,
  principals: [role('admin', everything)],
  tables: [tableInput(TableName)],
});
const documents = clientFor(server.url);

async function loop(pair: number): Promise<void> {
  for (let n = Number(first); ; n++) {
    // Every other write takes the left item out of the index, or moves it there.
    const due = n % 2 === 0 ? { due_shard: 's', due_at: n } : {};
    await documents.transactWrite({
      TransactItems: [
        { Put: { TableName, Item: { pk: `PAIR#${pair}`, sk: 'left', n, ...due } } },
        { Put: { TableName, Item: { pk: `PAIR#${pair}`, sk: 'right', n } } },
        { Put: { TableName, Item: { pk: `PAIR#${pair}`, sk: `log#${n}`, n, due_shard: 's', due_at: n } } },
      ],
    });
    process.send?.({ pair, n });
  }
}

await Promise.all(Array.from({ length: LOOPS }, (_, pair) => loop(pair)));

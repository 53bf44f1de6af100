import { tableAccess } from '../access.ts';
import { invalid } from '../errors.ts';
import { parse } from '../requests.ts';
import { action, NO_USAGE } from './action.ts';
import { nameShape, timeToLiveShape } from './table-shapes.ts';

type Update = { TableName: string; TimeToLiveSpecification: { AttributeName: string; Enabled: boolean } };

export const updateTimeToLive = action<Update>({
  parse: (body) => parse(timeToLiveShape, body),
  access: ({ TableName }) => [tableAccess('UpdateTimeToLive', TableName)],
  run: ({ TableName, TimeToLiveSpecification: wanted }, { catalog, database }) => {
    const table = catalog.get(TableName);
    const { ttlAttribute: current, ...rest } = table.definition;
    if (wanted.Enabled && current !== undefined) throw invalid('TimeToLive is already enabled');
    if (!wanted.Enabled && current === undefined) throw invalid('TimeToLive is already disabled');
    if (!wanted.Enabled && current !== wanted.AttributeName) {
      throw invalid(`TimeToLive is active on a different AttributeName: current AttributeName is ${current}`);
    }
    const definition = wanted.Enabled ? { ...rest, ttlAttribute: wanted.AttributeName } : rest;
    database.atomically(() => catalog.change(table, definition));
    return { reply: { TimeToLiveSpecification: wanted }, usage: NO_USAGE };
  },
});

export const describeTimeToLive = action<{ TableName: string }>({
  parse: (body) => parse(nameShape, body),
  access: ({ TableName }) => [tableAccess('DescribeTimeToLive', TableName)],
  run: ({ TableName }, { catalog }) => {
    const name = catalog.get(TableName).definition.ttlAttribute;
    const description =
      name === undefined ? { TimeToLiveStatus: 'DISABLED' } : { TimeToLiveStatus: 'ENABLED', AttributeName: name };
    return { reply: { TimeToLiveDescription: description }, usage: NO_USAGE };
  },
});

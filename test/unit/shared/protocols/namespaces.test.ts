import { expect, test } from 'vitest';
import { functionsByName, offersOf, responsesTools } from '../../../../shared/protocols/openai/responses-tools.ts';

/* Requirements: GW1. */

const inner = (name: string) => ({ type: 'function', name, parameters: {} });
const within = (name: string, ...names: string[]) => ({ type: 'namespace', name, tools: names.map(inner) });
const tools = responsesTools.parse([
  within('a', 'b__c'),
  within('a__b', 'c'),
  within('x', 'y', 'y'),
  { type: 'custom', name: 'x__y' },
]);

test('G40: of functions in namespaces that a model would know by one name, one is offered, and a call is of that one', () => {
  const { tools: offers } = offersOf(tools);
  expect(offers.map(({ name }) => name)).toEqual(['a__b__c', 'x__y']);
  const called = functionsByName(tools);
  expect(called.get('a__b__c')).toEqual({ namespace: 'a', name: 'b__c' });
  expect(called.get('x__y')).toEqual({ namespace: 'x', name: 'y' });
});

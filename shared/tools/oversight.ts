import { ApprovalsScopeRequired, type FieldError } from '../core/errors.ts';
import type { UserScope } from '../core/scope.ts';
import type { BuiltinName, McpSetting, ToolSetting } from './settings.ts';

/** Something that may happen from now on. `within` names a wider one, which holds this one. */
type Freedom = { name: string; within?: string };

/** What decides which calls and plans a person is asked about, as far as it can be changed. */
export type Oversight = {
  /** By path of the field. A higher value: less is asked. */
  thresholds: Readonly<Record<string, number>>;
  freedoms: readonly Freedom[];
};

/** One respect in which less would be asked, or more could be done, than before. */
export type Loosening = FieldError;

/**
 * The one rule for whether a change loosens the oversight of a person: a threshold rises, or there is a freedom that was not
 * there before. A change that only tightens, or leaves all as it is, has none. What is made anew is compared with the defaults.
 */
export const loosenings = (before: Oversight, after: Oversight): Loosening[] => {
  const had = new Set(before.freedoms.map(({ name }) => name));
  const isNew = ({ name, within }: Freedom): boolean => !had.has(name) && (within === undefined || !had.has(within));
  return [
    ...Object.entries(after.thresholds)
      .filter(([path, value]) => value > (before.thresholds[path] ?? 0))
      .map(([path]) => ({ path, message: 'A person would be asked less often than before.' })),
    ...after.freedoms.filter(isNew).map(({ name }) => ({ path: 'tools', message: `This adds ${name}.` })),
  ];
};

/** A person may loosen what they are asked; an API key only with the scope that could give the answers as well. */
export const mayLoosen = ({ permissions }: UserScope, found: Loosening[]): void => {
  if (found.length === 0 || permissions.includes('approvals:decide')) return;
  throw new ApprovalsScopeRequired(
    'This would let more happen without asking a person: an API key needs the scope "approvals:decide" for it.',
    { errors: found },
  );
};

/** They compute, or ask the person themselves: there is nothing to be asked about. */
const HARMLESS: readonly BuiltinName[] = ['calculate', 'clock', 'ask_person'];

/** What an agent with these tools may do that one without could not. */
export const freedomsOf = (tools: readonly ToolSetting[]): Freedom[] =>
  tools.flatMap((tool) => (typeof tool === 'string' ? builtinFreedoms(tool) : serverFreedoms(tool)));

const builtinFreedoms = (name: BuiltinName): Freedom[] =>
  HARMLESS.includes(name) ? [] : [{ name: `the tool ${name}` }];

const serverFreedoms = ({ mcp: { url, headers = {}, trusted }, allow }: McpSetting): Freedom[] => {
  const server = `the server ${URL.parse(url)?.href ?? url}`;
  const all = `every tool of ${server}`;
  return [
    { name: server },
    ...(trusted ? [{ name: `trust in ${server}` }] : []),
    ...Object.entries(headers).map(([header, { secret }]) => ({
      name: `the secret ${secret} as ${header.toLowerCase()} for ${server}`,
    })),
    ...(allow?.map((tool) => ({ name: `the tool ${tool} of ${server}`, within: all })) ?? [{ name: all }]),
  ];
};

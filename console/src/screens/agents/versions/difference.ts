import type { AgentConfig } from '../form/draft.ts';

/** One setting that two versions do not share; what one of them does not have is `undefined`. */
export type Change = {
  setting: Setting /** Of a server: its address. */;
  of?: string;
  before?: string;
  after?: string;
};
export type Setting = (typeof PLAIN)[number][0] | 'tool' | 'server' | 'capability';

const PLAIN = [
  ['display_name', (config: AgentConfig) => config.display_name],
  ['model', (config: AgentConfig) => config.model],
  ['concurrency_limit', (config: AgentConfig) => config.concurrency_limit],
  ['max_pending', (config: AgentConfig) => config.max_pending],
  ['max_vectors', (config: AgentConfig) => config.memory.max_vectors],
  ['contradictions', (config: AgentConfig) => config.memory.contradictions ?? 'rules'],
  ['max_steps', (config: AgentConfig) => config.limits.max_steps],
  ['max_tokens', (config: AgentConfig) => config.limits.max_tokens],
  ['max_cost', (config: AgentConfig) => config.limits.max_cost],
  ['max_minutes', (config: AgentConfig) => config.limits.max_minutes],
  ['min_risk', (config: AgentConfig) => config.approval.min_risk],
] as const;

const text = (value: string | number | undefined): string | undefined =>
  value === undefined ? undefined : String(value);

const change = (setting: Setting, before: string | undefined, after: string | undefined, of?: string): Change => ({
  setting,
  ...(of !== undefined && { of }),
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
});

const setChanges = (setting: Setting, before: readonly string[], after: readonly string[]): Change[] => [
  ...before.filter((one) => !after.includes(one)).map((one) => change(setting, one, undefined)),
  ...after.filter((one) => !before.includes(one)).map((one) => change(setting, undefined, one)),
];

const builtins = ({ tools }: AgentConfig): string[] => tools.filter((tool) => typeof tool === 'string');

/** What is set of each server, by its address, in an order of its own so that equal settings are equal texts. */
const servers = ({ tools }: AgentConfig): Map<string, string> =>
  new Map(
    tools
      .filter((tool) => typeof tool !== 'string')
      .map(({ mcp, allow }) => [
        mcp.url,
        [
          ...(mcp.trusted ? ['trusted: true'] : []),
          ...Object.entries(mcp.headers ?? {})
            .map(([name, { secret }]) => `${name}: secret ${secret}`)
            .sort(),
          ...(allow ? [`allow: ${[...allow].sort().join(', ')}`] : []),
        ].join('\n'),
      ]),
  );

/** The settings in which two versions differ, the prompt apart; tools and servers whatever their order. */
export const changesBetween = (before: AgentConfig, after: AgentConfig): Change[] => {
  const plain = PLAIN.map(([setting, read]) => change(setting, text(read(before)), text(read(after)))).filter(
    (one) => one.before !== one.after,
  );
  const [had, has] = [servers(before), servers(after)];
  const ofServers = [...new Set([...had.keys(), ...has.keys()])]
    .filter((url) => had.get(url) !== has.get(url))
    .map((url) => change('server', had.get(url), has.get(url), url));
  return [
    ...plain,
    ...setChanges('capability', before.capabilities, after.capabilities),
    ...setChanges('tool', builtins(before), builtins(after)),
    ...ofServers,
  ];
};

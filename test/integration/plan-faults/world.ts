import { type Artel, type Person, person, startArtel } from '../../support/artel.ts';
import { type Call, type CallFault, type FaultProxy, startFaultProxy } from '../../support/fault-proxy.ts';
import { type Operator, operatorOf } from '../../support/operator.ts';
import { throughProxy } from '../../support/through-proxy.ts';
import { Quiet } from './quiet.ts';

/** Every function that takes part in a plan, by the beginning of its logical id. */
export const PARTS = {
  'agent-worker': 'AgentWorker',
  planner: 'Planner',
  plans: 'Plans',
  timers: 'Timers',
  sweeper: 'Sweeper',
} as const;
export type Part = keyof typeof PARTS;
const parts = Object.keys(PARTS) as Part[];
const DOORS = ['dynamodb', 'services', 'sockets'];

export type PartCall = Call & { part: Part };
export type Fate = (call: PartCall) => CallFault | undefined;

/** The whole product, with a door in front of everything that the functions of a plan call. */
export type World = {
  artel: Artel;
  operator: Operator;
  alice: Person;
  /** Beginning of all partition keys of alice's project, and the partitions of her agents' lanes. */
  project: string;
  lanes: string[];
  quiet: Quiet;
  /** Forgets all calls so far; from here on this decides about each. */
  begin(fate: Fate): void;
  calls(): PartCall[];
  kill(part: Part): Promise<void>;
  stop(): Promise<void>;
};

/** A failure of a whole invocation, which leaves its message in flight: nobody works on it. */
const GIVEN_UP = '"level":"ERROR"';

export type WorldOptions = {
  /** Agents by name, with what is not as usual about them. */
  agents?: Record<string, Record<string, unknown>>;
  /** The folder of a world that was before, and who lived in it: they are found again. */
  data?: string;
  alice?: Person;
};

export const startWorld = async (options: WorldOptions = {}): Promise<World> => {
  let artel: Artel | undefined;
  let quiet: Quiet | undefined;
  const kill = async (part: Part): Promise<void> => {
    await artel?.cloud.kill(part);
    quiet?.forget(part);
  };
  const started = await Promise.all(
    parts.map(async (part) => [part, await startFaultProxy(DOORS, () => kill(part))] as const),
  );
  const proxies = new Map<Part, FaultProxy>(started);
  const partOf = (id: string): Part | undefined => parts.find((part) => id.startsWith(PARTS[part]));
  artel = await startArtel({
    ...(options.data !== undefined && { data: options.data }),
    log: (name, text) => {
      const part = parts.find((one) => name.includes(PARTS[one]));
      if (part && text.includes(GIVEN_UP)) quiet?.forget(part, text);
    },
    environment: (id): Record<string, string> => {
      const part = partOf(id);
      return part ? throughProxy(proxies.get(part) as FaultProxy, artel?.cloud) : {};
    },
  });
  const { cloud } = artel;
  const { dynamodb, services, management } = cloud.endpoints;
  for (const proxy of proxies.values()) proxy.lead({ dynamodb, services, sockets: management });
  quiet = new Quiet(cloud, () => [...proxies.values()].some(({ busy }) => busy));
  const operator = operatorOf(cloud);
  const alice = options.alice ? person(cloud.url, options.alice) : await artel.register('alice');
  if (!options.alice) await makeAgents(alice, options.agents ?? { ann: {}, ben: {}, cleo: {} });
  const lanes = (await operator.itemsOf(`USER#${alice.id}#PRJ#`)).filter(({ sk }) => sk === 'LANE').map(({ pk }) => pk);
  const [lane = ''] = lanes;
  return {
    artel,
    operator,
    alice,
    project: lane.slice(0, lane.indexOf('#AGT#')),
    lanes,
    quiet,
    begin: (fate) => {
      for (const [part, proxy] of proxies) proxy.begin((call) => fate({ ...call, part }));
    },
    calls: () => [...proxies].flatMap(([part, { calls }]) => calls.map((call) => ({ ...call, part }))),
    kill,
    stop: async () => {
      operator.stop();
      await artel.stop();
      await Promise.all([...proxies.values()].map((proxy) => proxy.stop()));
    },
  };
};

const makeAgents = async (alice: Person, agents: Record<string, Record<string, unknown>>): Promise<void> => {
  for (const [name, config] of Object.entries(agents)) {
    const made = await alice.call('POST', '/my/agents', { name, system_prompt: `You are ${name}.`, ...config });
    if (made.status !== 201) throw new Error(`No agent: ${JSON.stringify(made.body)}`);
  }
  // Nobody is asked about a plan for being large.
  const approval = { max_tasks: 200, max_cost: 1_000, min_risk: 'high' };
  const set = await alice.call('PUT', '/my/orchestrator/config', { max_tasks: 100, approval });
  if (set.status !== 200) throw new Error(`No configuration: ${JSON.stringify(set.body)}`);
};

import { DUE_SHARDS } from '../../../shared/store/index.ts';
import { Executions } from '../cloud/executions.ts';
import { type Message, Queues } from '../cloud/queues.ts';
import { Servers } from '../cloud/servers.ts';
import { type Services, servicesOf } from '../cloud/services.ts';
import { Sockets } from '../cloud/sockets.ts';
import { Vectors } from '../cloud/vectors.ts';
import type { Load } from '../container/bundle.ts';
import { wrongMoves } from '../invariants/moves.ts';
import { Table } from '../table/table.ts';
import { type PlainItem, shownItem } from '../table/values.ts';
import { answering, nameOfCall, placeOfCall } from './answering.ts';
import { type Chance, streamOf } from './chance.ts';
import { isDefect } from './complaints.ts';
import { Container, type Invocation, type Outcome, type Role } from './container.ts';
import { Faults } from './faults.ts';
import { Fleet } from './fleet.ts';
import { type Call, type Caller, type Owner, Schedule } from './schedule.ts';
import { Trace } from './trace.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** A Wednesday morning, far from the end of any month, day or hour. */
const BEGINNING = Date.UTC(2026, 10, 18, 9, 15);

/** How long each function may run, as `infra/stacks` sets it. */
const TIME_LIMITS: Partial<Record<Role, number>> = {
  worker: 5 * MINUTE,
  planner: 5 * MINUTE,
  sweeper: 55 * SECOND,
};

export type Begun = { role: Role; event: unknown; owner?: string | undefined; ended(outcome: Outcome): void };
export type WorldOptions = {
  load: Load;
  seed: number;
  faultRate: number;
  skippedFaults?: ReadonlySet<number>;
  keepsTrace?: boolean;
};

/** The whole system in one thread: two containers, the table, queues, executions, and one clock. */
export class World {
  readonly schedule = new Schedule(BEGINNING);
  readonly table = new Table(
    () => this.schedule.now,
    (before, after) => {
      this.complaints.push(...wrongMoves(before, after));
      const sk = before?.sk?.S ?? '';
      if (sk.startsWith('AGENT#') && !after) this.agentsRemoved.set(sk.slice('AGENT#'.length), this.schedule.now);
    },
  );
  readonly queues = new Queues();
  readonly sockets = new Sockets();
  readonly vectors = new Vectors(() => this.schedule.now);
  readonly trace: Trace;
  readonly faults: Faults;
  readonly servers: Servers;
  readonly executions: Executions;
  readonly chance: Chance;
  /** Log lines of level error, and lines that no code should ever cause. */
  readonly complaints: string[] = [];
  sweptAt = BEGINNING;
  /** When each agent was deleted that was. */
  readonly agentsRemoved = new Map<string, number>();
  /** How often a container died before or after each kind of call. */
  readonly deaths = new Map<string, number>();
  readonly #load: Load;
  readonly #seed: number;
  readonly #services: Services;
  readonly #fleet: Fleet;
  #born = 0;
  #invocations = 0;

  constructor({ load, seed, faultRate, skippedFaults, keepsTrace = false }: WorldOptions) {
    this.#load = load;
    this.#seed = seed;
    this.trace = new Trace({ keeps: keepsTrace });
    this.chance = streamOf(seed, 'schedule');
    this.faults = new Faults(streamOf(seed, 'faults'), {
      rate: faultRate,
      ...(skippedFaults && { skipped: skippedFaults }),
    });
    this.servers = new Servers({ chance: streamOf(seed, 'servers'), faults: this.faults });
    this.executions = new Executions({
      schedule: this.schedule,
      chance: streamOf(seed, 'executions'),
      call: (role, payload, ended) =>
        this.begin({ role, event: payload, owner: ownerIn((payload as { plan: object }).plan), ended }),
    });
    this.#services = servicesOf({ ...this, invokePusher: (payload) => this.#push(payload) });
    this.#fleet = new Fleet(() => this.#cold());
  }

  get invocations(): Invocation[] {
    return this.#fleet.invocations;
  }

  /** Starts a function in one of the containers. */
  begin({ role, event, owner, ended }: Begun): Invocation {
    this.#invocations += 1;
    const container = this.#fleet.oneFor(role, this.chance);
    const deadline = this.schedule.now + (TIME_LIMITS[role] ?? 30 * SECOND);
    const invocation = { number: this.#invocations, role, owner, container, deadline, ended };
    this.say(`begin ${nameOf(invocation)} in ${container.name}`);
    container.invoke(invocation, event);
    return invocation;
  }

  /** Everything that waits for a time, as the sweeper would find it some day. */
  due(): PlainItem[] {
    return DUE_SHARDS.flatMap((shard) =>
      this.table.due(shard, Number.POSITIVE_INFINITY, { limit: Number.POSITIVE_INFINITY, stale: false }),
    ).map(shownItem);
  }

  say(line: string): void {
    this.trace.add(`${this.schedule.now - BEGINNING} ${line}`);
  }

  /** For those outside of any container. */
  wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.schedule.after(ms, resolve);
    });
  }

  /** Waits until all code has come to a call that the schedule has to answer. */
  async settled(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
  }

  /** Kills whatever has run for too long, with everything beside it. */
  endOverdue(): void {
    const late = this.invocations.find(({ deadline }) => deadline < this.schedule.now);
    if (!late) return;
    this.faults.count('function timed out');
    this.kill(late.container, `${nameOf(late)} was out of time`);
  }

  kill(owner: Owner, why: string): void {
    this.say(`${owner.name} dies: ${why}`);
    this.#fleet.replace(owner);
  }

  /** Hands a message to its function; it comes again unless that says it is done. */
  deliver(message: Message): void {
    const again = this.faults.happens('message delivered again while it is worked on', 0.03);
    const state = this.queues.receive(message, this.schedule.now, again);
    const role = state === 'dead' ? 'deadLetters' : message.queue === 'agents' ? 'worker' : 'timers';
    if (state === 'dead' && message.queue === 'timers') return;
    this.begin({
      role,
      event: { Records: [{ messageId: message.id, body: message.body }] },
      owner: ownerIn(JSON.parse(message.body) as object),
      ended: (outcome) => {
        if (outcome.kind !== 'returned') return;
        const { batchItemFailures } = outcome.value as { batchItemFailures: unknown[] };
        if (batchItemFailures.length === 0) this.queues.remove(message);
      },
    });
  }

  /** Carries out a call and answers it, or lets something go wrong with it. */
  answer(call: Call): void {
    this.schedule.take(call);
    this.#checkOwner(call);
    const about = `${nameOf(call.invocation)} ${nameOfCall(call)}`;
    const outcome = answering(call, this.faults, this.#services);
    if (outcome.kind === 'died') {
      const place = `${outcome.when} ${placeOfCall(call)}`;
      this.deaths.set(place, (this.deaths.get(place) ?? 0) + 1);
      this.kill(call.container, `${outcome.when} ${about}`);
    } else if (outcome.kind === 'failed') {
      this.say(`${about} ${outcome.how} ${outcome.error.name}`);
      call.reject(outcome.error);
    } else if (outcome.kind === 'done') {
      this.say(about);
      call.resolve(outcome.answer);
    } else this.say(`${about} is never answered`);
  }

  /** Whoever works for one person must touch nobody else's items. */
  #checkOwner({ invocation, service, input }: Call): void {
    const owner = invocation?.owner;
    if (owner === undefined || service !== 'table') return;
    for (const [, user] of JSON.stringify(input).matchAll(/"(?:USER|AUTH|AUDIT)#([0-9a-z]{26})/g)) {
      if (user !== owner) this.complaints.push(`${nameOf(invocation)} of ${owner} touched an item of ${user}`);
    }
  }

  #push(payload: unknown): void {
    this.begin({ role: 'pusher', event: payload, owner: ownerIn(payload as object), ended: () => undefined });
  }

  #cold(): Container {
    this.#born += 1;
    const name = `container ${this.#born}`;
    return new Container(name, {
      load: this.#load,
      schedule: this.schedule,
      chance: streamOf(this.#seed, name),
      said: (level, event, { error, ...fields }) => {
        if (level !== 'info')
          this.say(`log ${level} ${event} ${error instanceof Error ? error.message : ''} ${JSON.stringify(fields)}`);
        if (level === 'error' && isDefect(error))
          this.complaints.push(`${event}: ${error.stack} ${JSON.stringify(fields)}`);
      },
    });
  }
}

const nameOf = (invocation: Caller | undefined): string =>
  invocation ? `${invocation.role} ${invocation.number}` : 'nobody';

const ownerIn = (about: object): string | undefined =>
  'user_id' in about && typeof about.user_id === 'string' ? about.user_id : undefined;

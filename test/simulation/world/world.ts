import { DUE_SHARDS } from '../../../shared/store/index.ts';
import { Executions } from '../cloud/executions.ts';
import { type Message, Queues } from '../cloud/queues.ts';
import { Servers } from '../cloud/servers.ts';
import { type Services, servicesOf } from '../cloud/services.ts';
import { Sockets } from '../cloud/sockets.ts';
import { Vectors } from '../cloud/vectors.ts';
import type { Load } from '../container/bundle.ts';
import { Table } from '../table/table.ts';
import { type PlainItem, shownItem } from '../table/values.ts';
import type { Coverage } from '../transitions/coverage.ts';
import { answering, nameOfCall, performed, placeOfCall, pointOf } from './answering.ts';
import { type Chance, streamOf } from './chance.ts';
import { isDefect } from './complaints.ts';
import { Container, type Invocation, type Role } from './container.ts';
import { type Fault, Faults } from './faults.ts';
import { Fleet } from './fleet.ts';
import type { Outcome } from './outcome.ts';
import { foreignItems, nameOf, ownerIn } from './owners.ts';
import type { Reader } from './reader.ts';
import { type Call, type Owner, Schedule } from './schedule.ts';
import { timeLimitOf } from './time-limits.ts';
import { Trace } from './trace.ts';
import { Witness } from './witness.ts';

const SINGLE_WRITES = ['PutCommand', 'UpdateCommand', 'DeleteCommand'];
/** A Wednesday morning, far from the end of any month, day or hour. */
const BEGINNING = Date.UTC(2026, 10, 18, 9, 15);

export type Begun = {
  role: Role;
  event: unknown;
  owner?: string | undefined;
  reader?: Reader;
  ended(outcome: Outcome): void;
};
export type WorldOptions = {
  load: Load;
  seed: number;
  faultRate: number;
  skippedFaults?: ReadonlySet<number> | undefined;
  wantedFaults?: ReadonlySet<string> | undefined;
  coverage?: Coverage | undefined;
  keepsTrace?: boolean;
  faultFactors?: Partial<Record<Fault, number>>;
  /** How much likelier than others this call is slow. */
  slowness?(call: Call): number;
  /** Is shown every call just before it is carried out. */
  watch?(call: Call, table: Table): void;
};

/** The whole system in one thread: two containers, the table, queues, executions, and one clock. */
export class World {
  readonly schedule = new Schedule(BEGINNING);
  readonly #witness = new Witness(() => this.schedule.now);
  readonly table = new Table(
    () => this.schedule.now,
    (before, after) => this.#witness.changed(before, after),
  );
  readonly queues = new Queues();
  readonly sockets = new Sockets();
  readonly vectors = new Vectors();
  /** Of the bucket, by their keys. */
  readonly objects = new Map<string, string>();
  readonly trace: Trace;
  readonly faults: Faults;
  readonly servers: Servers;
  readonly executions: Executions;
  readonly chance: Chance;
  /** Moves that no write may make, log lines of level error, and lines that no code should ever cause. */
  readonly complaints = this.#witness.complaints;
  sweptAt = BEGINNING;
  readonly agentsRemoved = this.#witness.agentsRemoved;
  readonly repeatsChosen = this.#witness.repeatsChosen;
  readonly sessionsRemoved = this.#witness.sessionsRemoved;
  /** How often a container died before or after each kind of call. */
  readonly deaths = new Map<string, number>();
  readonly #load: Load;
  readonly #seed: number;
  readonly #watch: WorldOptions['watch'];
  readonly slowness: (call: Call) => number;
  readonly #services: Services;
  readonly #coverage: Coverage | undefined;
  readonly #fleet: Fleet;
  #born = 0;
  #invocations = 0;

  constructor({
    load,
    seed,
    faultRate,
    skippedFaults,
    wantedFaults,
    coverage,
    keepsTrace = false,
    faultFactors,
    watch,
    slowness = () => 1,
  }: WorldOptions) {
    this.slowness = slowness;
    this.#watch = watch;
    this.#coverage = coverage;
    this.#load = load;
    this.#seed = seed;
    this.trace = new Trace({ keeps: keepsTrace });
    this.chance = streamOf(seed, 'schedule');
    this.faults = new Faults((fault) => streamOf(seed, `fault ${fault}`), {
      rate: faultRate,
      skipped: skippedFaults,
      wanted: wantedFaults,
      ...(faultFactors && { factors: faultFactors }),
    });
    this.servers = new Servers({ chance: streamOf(seed, 'servers'), faults: this.faults });
    this.executions = new Executions({
      schedule: this.schedule,
      chance: streamOf(seed, 'executions'),
      call: (role, payload, ended) =>
        this.begin({ role, event: payload, owner: ownerIn((payload as { plan: object }).plan), ended }),
    });
    this.#services = servicesOf({
      ...this,
      invokePusher: (payload) => this.#push(payload),
      closeSocket: (id) => this.#closeSocket(id),
    });
    this.#fleet = new Fleet(() => this.#cold());
  }

  get invocations(): Invocation[] {
    return this.#fleet.invocations;
  }

  /** Starts a function in one of the containers. */
  begin({ role, event, owner, reader, ended }: Begun): Invocation {
    this.#invocations += 1;
    const container = this.#fleet.oneFor(role, this.chance);
    const deadline = this.schedule.now + timeLimitOf(role);
    const invocation = { number: this.#invocations, role, owner, container, deadline, reader, ended };
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
    this.complaints.push(...foreignItems(call));
    const about = `${nameOf(call.invocation)} ${nameOfCall(call)}`;
    this.#watch?.(call, this.table);
    const outcome = answering(call, this.faults, this.#services);
    const point = pointOf(outcome);
    if (call.site !== undefined && point) this.#coverage?.count(call.site, point);
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
      if (SINGLE_WRITES.includes(call.operation) && this.faults.happens('attempt lands late', 0.0005))
        this.#again(call);
    } else this.say(`${about} is never answered`);
  }

  /**
   * The answer was to a second attempt: the first was held up somewhere, and arrives only now. A transaction that comes
   * again is known by its token; a single write is not.
   */
  #again(call: Call): void {
    this.schedule.after(this.chance.integer(2, 1_500), () => {
      this.#watch?.(call, this.table);
      this.say(`${nameOf(call.invocation)} ${nameOfCall(call)} lands late`);
      performed(call, this.#services);
    });
  }

  #push(payload: unknown): void {
    this.begin({ role: 'pusher', event: payload, owner: ownerIn(payload as object), ended: () => undefined });
  }

  /** By the server: API Gateway tells the function, as it does when a client closes it. */
  #closeSocket(id: string): void {
    if (!this.sockets.close(id)) return;
    const event = {
      requestContext: { connectionId: id, routeKey: '$disconnect', requestId: `${id}-closed` },
      headers: {},
    };
    this.begin({ role: 'socket', event, ended: () => undefined });
  }

  #cold(): Container {
    this.#born += 1;
    const name = `container ${this.#born}`;
    return new Container(name, {
      load: this.#load,
      schedule: this.schedule,
      chance: streamOf(this.#seed, name),
      site: this.#coverage && (() => this.#coverage?.here()),
      said: (level, event, { error, ...fields }) => {
        if (level !== 'info')
          this.say(`log ${level} ${event} ${error instanceof Error ? error.message : ''} ${JSON.stringify(fields)}`);
        if (level === 'error' && isDefect(error))
          this.complaints.push(`${event}: ${error.stack} ${JSON.stringify(fields)}`);
      },
    });
  }
}

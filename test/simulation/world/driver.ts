import type { Call } from './schedule.ts';
import type { World } from './world.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** Work that has not ended by then never will. Approvals expire after five minutes, retries come within ten. */
const LONGEST_UNREST = 6 * 60 * MINUTE;
const MAX_STEPS = 400_000;
/** People and programs beside each other. */
const MAX_OPERATIONS = 6;
const MAX_INVOCATIONS = 10;

type Looking = { checkEvery: number; look(): boolean };

/** Decides what happens next, one thing at a time, until everything has happened. */
export class Driver {
  steps = 0;
  readonly #world: World;
  #sweeping = false;
  /** Steps for which no timer fires, as in a process that was not scheduled: leases end while their workers go on. */
  #stalled = 0;
  /** How likely somebody does something before time passes: the slow find much that has expired. */
  readonly #pace: number;

  constructor(world: World) {
    this.#world = world;
    this.#pace = world.chance.one([0.6, 0.9, 0.97]);
  }

  /** Lets everything go on until the work of this promise is done. */
  async until<T>(work: Promise<T>): Promise<T> {
    let over = false;
    const watched = work.finally(() => {
      over = true;
    });
    watched.catch(() => undefined);
    while (!over && this.steps < MAX_STEPS) {
      await this.#world.settled();
      if (!over) this.#step();
    }
    return watched;
  }

  /** Starts the operations one after the other, some at the same time. `false` once a look has found something. */
  async perform(operations: (() => Promise<void>)[], { checkEvery, look }: Looking): Promise<boolean> {
    const { chance } = this.#world;
    const waiting = [...operations];
    let running = 0;
    while (waiting.length > 0 || running > 0) {
      await this.#world.settled();
      if (this.steps % checkEvery === 0 && !look()) return false;
      if (this.steps > MAX_STEPS) return true;
      const begins =
        waiting.length > 0 && running < MAX_OPERATIONS && chance.happens(this.#isIdle() ? this.#pace : 0.08);
      if (begins) {
        running += 1;
        void waiting
          .shift()?.()
          .finally(() => {
            running -= 1;
          });
        this.steps += 1;
      } else this.#step();
    }
    return look();
  }

  /** Goes on until nothing is under way, queued or due any more. */
  async rest({ checkEvery, look }: Looking): Promise<boolean> {
    const until = this.#world.schedule.now + LONGEST_UNREST;
    while (this.#world.schedule.now < until && this.steps < MAX_STEPS) {
      await this.#world.settled();
      if (this.steps % checkEvery === 0 && !look()) return false;
      if (this.#isIdle() && this.#isQuiet()) return look();
      this.#step();
    }
    return false;
  }

  /** What is still under way. */
  unrest(): string {
    const { schedule, queues, executions, invocations } = this.#world;
    const due = this.#world.due().map(({ kind, sk, due_at }) => `${String(kind)} ${sk} at ${String(due_at)}`);
    return [
      `now ${schedule.now}`,
      `${schedule.calls.length} calls, ${invocations.length} invocations, ${queues.messages.length} messages`,
      `${executions.running().length} executions`,
      ...due,
    ].join('; ');
  }

  #isIdle(): boolean {
    const { schedule, queues, invocations } = this.#world;
    return schedule.calls.length === 0 && invocations.length === 0 && queues.visible(schedule.now).length === 0;
  }

  #isQuiet(): boolean {
    const { queues, executions } = this.#world;
    return queues.messages.length === 0 && executions.running().length === 0 && this.#world.due().length === 0;
  }

  #step(): void {
    const { schedule, chance } = this.#world;
    this.steps += 1;
    schedule.now += chance.integer(0, 2);
    if (this.#stalled > 0) this.#stalled -= 1;
    else if (schedule.fire()) return;
    this.#disturb();
    if (this.#isTimeToSweep()) this.#sweep();
    else this.#goOn();
  }

  /** What goes wrong without anybody's call. */
  #disturb(): void {
    const world = this.#world;
    const { schedule, chance, faults } = world;
    // A second loses races, half a minute ends requests, and a minute and a half ends leases.
    if (faults.happens('time passed', 0.0008)) {
      schedule.now += chance.one([1, 3, 10, 35, 90]) * SECOND;
      this.#stalled = chance.one([0, 0, 20, 80]);
    }
    if (faults.happens('expired items removed', 0.0005)) world.say(`expired: ${world.table.expire()}`);
    if (faults.happens('execution lost', 0.0006)) this.#loseExecution();
    if (faults.happens('socket lost', 0.0005)) world.sockets.lose(chance);
    world.endOverdue();
  }

  #isTimeToSweep(): boolean {
    const { schedule, sweptAt, faults } = this.#world;
    return schedule.now - sweptAt >= MINUTE || faults.happens('sweep out of turn', 0.002);
  }

  /** One of the calls that wait for an answer, or of the messages that wait for a function; time passes if there is none. */
  #goOn(): void {
    const world = this.#world;
    const { schedule, queues, chance } = world;
    const messages = world.invocations.length < MAX_INVOCATIONS ? queues.visible(schedule.now) : [];
    const prompt = schedule.calls.filter(({ heldUntil = 0 }) => heldUntil <= this.steps);
    const calls = prompt.length + messages.length > 0 ? prompt : schedule.calls;
    const choice = chance.integer(0, Math.max(0, calls.length + messages.length - 1));
    const call = calls[choice];
    const message = messages[choice - calls.length];
    if (call && !this.#isSlow(call)) world.answer(call);
    else if (call) return;
    else if (message) world.deliver(message);
    else this.#letTimePass();
  }

  /** What was read beside it, or before it, grows old while it waits. */
  #isSlow(call: Call): boolean {
    if (call.heldUntil !== undefined) return false;
    const { chance, faults, slowness } = this.#world;
    call.heldUntil = faults.happens('call slow', 0.01 * slowness(call))
      ? this.steps + chance.integer(5, 80)
      : this.steps;
    return call.heldUntil > this.steps;
  }

  #sweep(): void {
    this.#world.sweptAt = this.#world.schedule.now;
    if (this.#sweeping) return;
    this.#sweeping = true;
    this.#world.begin({
      role: 'sweeper',
      event: {},
      ended: () => {
        this.#sweeping = false;
      },
    });
  }

  /** Nothing can happen now: on to whatever comes first. */
  #letTimePass(): void {
    const { schedule, queues } = this.#world;
    this.#stalled = 0;
    const due = this.#world
      .due()
      .reduce((first, item) => Math.min(first, Number(item.due_at)), Number.POSITIVE_INFINITY);
    const sweep = Math.max(this.#world.sweptAt + MINUTE, Math.min(due, schedule.now + 60 * MINUTE));
    const next = Math.min(schedule.nextTimer() ?? sweep, queues.nextVisible() ?? sweep, sweep);
    schedule.now = Math.max(schedule.now, next);
  }

  #loseExecution(): void {
    const running = this.#world.executions.running();
    if (running.length === 0) return;
    const lost = this.#world.chance.one(running);
    this.#world.say(`execution ${lost.name} is lost`);
    lost.abort({ cause: 'lost' });
  }
}

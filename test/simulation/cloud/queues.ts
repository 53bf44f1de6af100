import type { Chance } from '../world/chance.ts';

export type QueueName = 'agents' | 'timers';
export type Message = { id: string; queue: QueueName; body: string; visibleAt: number; receives: number };

/** Longer than any consumer runs, and receives before a message is dead: as `infra/constructs/bus.ts` sets them. */
const VISIBILITY = 6 * 60_000;
const MAX_RECEIVES = 10;

/** SQS, whose standard queues keep no order and may deliver twice. What is lost or doubled is chosen by the caller. */
export class Queues {
  messages: Message[] = [];
  #sent = 0;

  send(queue: QueueName, body: string, at: number): void {
    this.#sent += 1;
    this.messages.push({ id: `message-${this.#sent}`, queue, body, visibleAt: at, receives: 0 });
  }

  visible(now: number): Message[] {
    return this.messages.filter(({ visibleAt }) => visibleAt <= now);
  }

  nextVisible(): number | undefined {
    return this.messages.reduce<number | undefined>(
      (next, { visibleAt }) => (next === undefined || visibleAt < next ? visibleAt : next),
      undefined,
    );
  }

  /** Hides a message while it is worked on; a `doubled` one can be received again at once. */
  receive(message: Message, now: number, doubled: boolean): 'live' | 'dead' {
    message.receives += 1;
    if (message.receives > MAX_RECEIVES) {
      this.remove(message);
      return 'dead';
    }
    if (!doubled) message.visibleAt = now + VISIBILITY;
    return 'live';
  }

  remove(message: Message): void {
    this.messages = this.messages.filter((one) => one !== message);
  }

  /** Which message comes next: any of those that are visible. */
  pick(now: number, chance: Chance): Message | undefined {
    const visible = this.visible(now);
    return visible.length > 0 ? chance.one(visible) : undefined;
  }
}

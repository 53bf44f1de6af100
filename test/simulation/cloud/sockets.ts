import type { Chance } from '../world/chance.ts';

type Connection = { id: string; open: boolean; frames: string[] };

/** The WebSocket API: what was posted to each connection, in order, while it was open. */
export class Sockets {
  readonly connections = new Map<string, Connection>();

  open(id: string): void {
    this.connections.set(id, { id, open: true, frames: [] });
  }

  /** `false` where it was not open. */
  close(id: string): boolean {
    const connection = this.connections.get(id);
    if (!connection?.open) return false;
    connection.open = false;
    return true;
  }

  /** A connection breaks, and nobody is told: the next post finds it gone. */
  lose(chance: Chance): void {
    const open = [...this.connections.values()].filter((one) => one.open);
    if (open.length > 0) chance.one(open).open = false;
  }

  post(id: string, text: string): boolean {
    const connection = this.connections.get(id);
    if (!connection?.open) return false;
    connection.frames.push(text);
    return true;
  }

  /** One event or reply a line, also where several events came in one frame. */
  lines(id: string): string[] {
    return (this.connections.get(id)?.frames ?? []).flatMap(unfolded);
  }
}

const unfolded = (frame: string): string[] => {
  const { events } = JSON.parse(frame) as { events?: unknown[] };
  return events?.map((event) => JSON.stringify(event)) ?? [frame];
};

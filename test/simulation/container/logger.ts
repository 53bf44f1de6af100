/** A line of the product's log: its level, its event name and its fields. */
export type Said = (level: 'info' | 'warn' | 'error', event: string, fields: Record<string, unknown>) => void;

/** In place of Powertools' logger: lines go to the simulation. */
export const loggerOf = (said: Said) => ({
  LogFormatter: class {},
  LogItem: class {},
  Logger: class {
    debug(): void {
      // Nobody reads these here.
    }
    info(event: string, fields: Record<string, unknown> = {}): void {
      said('info', event, fields);
    }
    warn(event: string, fields: Record<string, unknown> = {}): void {
      said('warn', event, fields);
    }
    error(event: string, fields: Record<string, unknown> = {}): void {
      said('error', event, fields);
    }
  },
});

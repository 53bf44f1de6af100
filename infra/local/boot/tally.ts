export type ActionCount = { calls: number; readUnits?: number; writeUnits?: number; items?: number };

/** How often each AWS action was called, by `<service>:<operation>`. */
export class CallTally {
  #counts = new Map<string, number>();

  add(service: string, operation: string): void {
    const action = `${service}:${operation}`;
    this.#counts.set(action, (this.#counts.get(action) ?? 0) + 1);
  }

  counts(): Record<string, ActionCount> {
    return Object.fromEntries([...this.#counts].map(([action, calls]) => [action, { calls }]));
  }

  reset(): void {
    this.#counts = new Map();
  }
}

export type DependencyState = 'ok' | 'unavailable' | 'not_configured';

/** Something without which this system does not work, or only partly. */
export type Dependency = { name: string; vital: boolean; check(signal: AbortSignal): Promise<DependencyState> };

export type DependencyState = 'ok' | 'unavailable' | 'not_configured';

/** Something this system cannot, or can only partly, work without. */
export type Dependency = { name: string; vital: boolean; check(signal: AbortSignal): Promise<DependencyState> };

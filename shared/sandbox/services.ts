import type { ProjectScope } from '../core/scope.ts';
import type { Files, Limits, WallName } from './contract.ts';

/** A program of a project that answers requests until it is stopped: the API behind a preview, for instance. */
export type ServiceStart = {
  project: ProjectScope;
  /** Chosen before by whoever has to be able to stop it whatever happens; a new one by default. */
  id?: string;
  files: Files;
  /** For a POSIX shell, in the root of the files. It runs in the foreground and listens on `port`; `PORT` names it too. */
  command: string;
  /** Of 127.0.0.1, above 1023 and not 8080, which is the wall's own. */
  port: number;
  /** `timeMs` is without effect: `deadline` ends a service. `outputBytes`: of the log, the newest are kept. */
  limits: Limits;
  /** That shows what it answers, and until when it is left alone; then the sweeper asks whether it is still needed. */
  preview?: string;
  lookAt?: Date;
  /** When it ends, whatever happens. At most eight hours ahead. */
  deadline: Date;
};

/** Where its HTTP requests go, with headers to add to each. They hold a credential: for us alone, until `expiresAt`. */
export type ServiceAddress = { url: string; headers: Readonly<Record<string, string>>; expiresAt: Date };

/**
 * `starting`: nothing listens on its port yet. `ended`: its command ended by itself, with `exit`. A service that was stopped, or is
 * past its deadline, is not found.
 */
export type ServiceState = { state: 'starting' | 'running' | 'ended'; exit?: number };

/** What was written to both streams from `offset` on; ask with `next` for what is new. `isCut`: older text is gone. */
export type ServiceLog = { text: string; next: number; isCut: boolean };

/**
 * Long-running programs behind one wall. What runs is known from the table, so any container answers for it, and the sweeper ends
 * what nobody stopped. `start` throws `Conflict` where a user has too many. All but `start` throw `NotFound` for a service that is not there (any more).
 */
export type Services = {
  readonly wall: WallName;
  /** Returns once the command was started; it listens a little later. Throws `SandboxUnavailable`. */
  start(service: ServiceStart): Promise<{ id: string; address: ServiceAddress }>;
  find(project: ProjectScope, id: string): Promise<ServiceState & { address: ServiceAddress }>;
  /** Where its requests go, whatever its command does at the moment. */
  address(project: ProjectScope, id: string): Promise<ServiceAddress>;
  /** The same command once more: on these files and no others, or on the files as the service left them. */
  restart(project: ProjectScope, id: string, files?: Files): Promise<void>;
  /** Also where it has ended already; repeatable. */
  stop(project: ProjectScope, id: string): Promise<void>;
  logs(project: ProjectScope, id: string, offset: number): Promise<ServiceLog>;
};

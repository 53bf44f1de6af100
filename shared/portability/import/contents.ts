import type { RestoredAgent, StoredAgent } from '../../agents/index.ts';
import { MINUTE } from '../../core/clock.ts';
import { beganAt } from '../../core/ids.ts';
import { isStillKept } from '../../events/index.ts';
import type { RestoredSession } from '../../sessions/index.ts';
import { isFilePath } from '../../workspace/index.ts';
import type { Line } from '../line.ts';
import { type ImportedKind, isImported, isWritable, namedSecret, schemas, type ValueOf } from './schemas.ts';

/** By how much the clock of another deployment may be ahead. */
const MAX_AHEAD = 5 * MINUTE;

export type Report = (line: number, path: PropertyKey[], message: string) => void;
/** A value with what it belongs to, and the line it stands in. */
export type Belonging<V> = { of: string; line: number; value: V };
type Numbered = Line & { number: number };
type Counts = Record<string, number>;
type Event = ValueOf<'event'>;

/** What one part of an export has for one project, by what it belongs to. */
export class Contents {
  orchestrator: ValueOf<'orchestrator'> | undefined;
  readonly agents = new Map<string, { line: number; versions: StoredAgent[] }>();
  readonly sessions = new Map<string, RestoredSession>();
  readonly messages: Belonging<ValueOf<'message'>>[] = [];
  readonly memories: Belonging<ValueOf<'memory'>>[] = [];
  readonly pieces: ValueOf<'blob'>[] = [];
  readonly versions: ValueOf<'version_files'>[] = [];
  readonly files = new Map<string, string>();
  readonly secrets = new Set<string>();
  /** By session: those that would still be kept, and the number of the last, kept or not. */
  readonly logs = new Map<string, { line: number; kept: Event[]; last: number }>();
  readonly runs: Belonging<ValueOf<'run'>>[] = [];
  readonly plans: Belonging<ValueOf<'plan'>>[] = [];
  readonly approvals: Belonging<ValueOf<'approval'>>[] = [];
  readonly imported: Counts = {};
  readonly leftOut: Counts = {};
  readonly #seen = new Set<string>();
  readonly #now: number;
  readonly #report: Report;

  constructor(now: number, report: Report) {
    this.#now = now;
    this.#report = report;
  }

  add(line: Numbered): void {
    const { kind, number } = line;
    if (kind === 'export' || kind === 'end') return;
    if (kind === 'secret') this.#addSecret(line);
    if (!isImported(kind)) {
      count(this.leftOut, kind);
      return;
    }
    const read = schemas[kind].safeParse(line.value);
    if (!read.success) {
      for (const { path, message } of read.error.issues) this.#report(number, ['value', ...path], message);
      return;
    }
    const isTaken = this.#take(kind, read.data, line);
    count(isTaken ? this.imported : this.leftOut, kind);
  }

  /** The versions of an agent that stand in this part, the newest first. */
  versionsOf(key: string): RestoredAgent {
    return this.agents.get(key)?.versions as RestoredAgent;
  }

  #addSecret({ value, number }: Numbered): void {
    const read = namedSecret.safeParse(value);
    if (read.success) this.secrets.add(read.data.name);
    else this.#report(number, ['value', 'name'], 'Must be the name of a secret.');
  }

  /** Keeps a value; `false` for one that is left out. */
  #take(kind: ImportedKind, value: ValueOf<ImportedKind>, line: Numbered): boolean {
    const { number, agent_key = '', session_id = '' } = line;
    const keep: { [K in ImportedKind]: (one: ValueOf<K>) => unknown } = {
      orchestrator: (settings) => {
        this.orchestrator = settings;
      },
      agent: ({ key, ...version }) => {
        this.#once(number, `${key} ${version.version}`);
        const agent = this.agents.get(key) ?? { line: number, versions: [] };
        agent.versions.push({ ...version, agent_key: key });
        this.agents.set(key, agent);
      },
      memory: (memory) => {
        this.#once(number, `${agent_key} ${memory.id}`);
        this.memories.push({ of: agent_key, line: number, value: memory });
      },
      blob: (piece) => {
        this.#once(number, `${piece.sha256} ${piece.offset}`);
        this.pieces.push(piece);
      },
      version_files: (version) => {
        for (const path of [...version.files.map((one) => one.path), ...version.removed])
          if (!isFilePath(path)) this.#report(number, ['value', 'files'], 'Has what is not the path of a file.');
        this.versions.push(version);
      },
      file: (file) => {
        if (!isWritable(file)) return false;
        if (!isFilePath(file.path)) this.#report(number, ['value', 'path'], 'Is not the path of a file.');
        this.#once(number, file.path);
        return this.files.set(file.path, file.content);
      },
      session: ({ id, ...session }) => {
        this.#newId(number, id);
        this.sessions.set(id, { ...session, session_id: id });
      },
      message: (message) => {
        this.#newId(number, message.id);
        this.messages.push({ of: session_id, line: number, value: message });
      },
      event: (event) => this.#takeEvent(event, line),
      run: (run) => this.#keepHistory(this.runs, line, { of: run.session_id, value: run }),
      plan: (plan) => {
        this.#once(number, `plan ${plan.run_id}`);
        this.plans.push({ of: plan.run_id, line: number, value: plan });
      },
      approval: (approval) => this.#keepHistory(this.approvals, line, { of: approval.run_id, value: approval }),
    };
    return (keep[kind] as (one: ValueOf<ImportedKind>) => unknown)(value) !== false;
  }

  #keepHistory<V extends { id: string }>(into: Belonging<V>[], { number }: Numbered, one: Omit<Belonging<V>, 'line'>) {
    this.#newId(number, one.value.id);
    into.push({ ...one, line: number });
  }

  /** Their numbers follow each other: a reader of the log takes a hole for events that it missed. */
  #takeEvent(event: Event, { number, session_id = '' }: Numbered): boolean {
    const log = this.logs.get(session_id) ?? { line: number, kept: [], last: event.event_id - 1 };
    this.logs.set(session_id, log);
    if (event.event_id !== log.last + 1) this.#report(number, ['value', 'event_id'], 'Must follow the one before.');
    if (event.session_id !== session_id)
      this.#report(number, ['value', 'session_id'], 'Must be the session of the line.');
    if (Date.parse(event.timestamp) > this.#now + MAX_AHEAD) this.#report(number, ['value', 'timestamp'], AHEAD);
    log.last = event.event_id;
    if (!isStillKept(event, this.#now)) return false;
    log.kept.push(event);
    return true;
  }

  #newId(line: number, id: string): void {
    this.#once(line, id);
    // Lists are in the order of their ids: what is written here later must come after it.
    if ((beganAt(id) ?? 0) > this.#now + MAX_AHEAD) this.#report(line, ['value', 'id'], AHEAD);
  }

  #once(line: number, id: string): void {
    if (this.#seen.has(id)) this.#report(line, ['value'], 'Is in the export twice.');
    this.#seen.add(id);
  }
}

const AHEAD = 'Begins with a time to come.';

const count = (counts: Counts, kind: string): void => {
  counts[kind] = (counts[kind] ?? 0) + 1;
};

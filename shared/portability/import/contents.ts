import type { RestoredAgent, StoredAgent } from '../../agents/index.ts';
import { MINUTE } from '../../core/clock.ts';
import { beganAt } from '../../core/ids.ts';
import type { RestoredSession } from '../../sessions/index.ts';
import { isFilePath } from '../../tools/index.ts';
import type { Line } from '../line.ts';
import { type ImportedKind, isImported, isWritable, namedSecret, schemas, type ValueOf } from './schemas.ts';

export const NOT_WHOLE = 'An export ends with a line that counts what it has: this one is not whole.';

/** Of all agents: each is embedded within the request. More are left out, and imported agent by agent. */
const MAX_MEMORIES = 2_000;
/** By how much the clock of another deployment may be ahead. */
const MAX_AHEAD = 5 * MINUTE;

type Report = (line: number, path: PropertyKey[], message: string) => void;
type Belonging<V> = { of: string; line: number; value: V };
type Counts = Record<string, number>;

/** What an export has for one project, by what it belongs to. */
export class Contents {
  orchestrator: ValueOf<'orchestrator'> | undefined;
  readonly agents = new Map<string, StoredAgent[]>();
  readonly sessions = new Map<string, RestoredSession>();
  readonly messages: Belonging<ValueOf<'message'>>[] = [];
  readonly memories: Belonging<ValueOf<'memory'>>[] = [];
  readonly files = new Map<string, string>();
  readonly secrets = new Set<string>();
  readonly imported: Counts = {};
  readonly leftOut: Counts = {};
  readonly #seen = new Set<string>();
  readonly #now: number;
  readonly #report: Report;

  constructor(now: number, report: Report) {
    this.#now = now;
    this.#report = report;
  }

  add(line: Line & { number: number }): void {
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

  /** What belongs to something belongs to what is in the export too; an agent has one name and every version once. */
  checkReferences(): void {
    const names = new Map<string, string>();
    for (const [key, versions] of this.agents) {
      versions.sort((one, other) => other.version - one.version);
      const name = versions[0]?.name ?? '';
      const isOne = versions.every((version) => version.name === name) && (names.get(name) ?? key) === key;
      if (!isOne) this.#report(1, [], `The agent "${name}" and its name do not belong together one to one.`);
      names.set(name, key);
    }
    for (const { of, line } of this.messages)
      if (!this.sessions.has(of)) this.#report(line, ['session_id'], 'There is no such session in the export.');
    for (const { of, line } of this.memories)
      if (!this.agents.has(of)) this.#report(line, ['agent_key'], 'There is no such agent in the export.');
    if (this.memories.length > MAX_MEMORIES) {
      const advice = `More than ${MAX_MEMORIES} memories: leave them all out, and import them agent by agent.`;
      this.#report(this.memories[MAX_MEMORIES]?.line ?? 1, [], advice);
    }
  }

  versionsOf(key: string): RestoredAgent {
    return this.agents.get(key) as RestoredAgent;
  }

  #addSecret({ value, number }: Line & { number: number }): void {
    const read = namedSecret.safeParse(value);
    if (read.success) this.secrets.add(read.data.name);
    else this.#report(number, ['value', 'name'], 'Must be the name of a secret.');
  }

  /** Keeps a value; `false` for one that is left out. */
  #take<K extends ImportedKind>(kind: K, value: ValueOf<ImportedKind>, line: Line & { number: number }): boolean {
    const { number, agent_key = '', session_id = '' } = line;
    const keep = {
      orchestrator: (settings: ValueOf<'orchestrator'>) => {
        this.orchestrator = settings;
      },
      agent: ({ key, ...version }: ValueOf<'agent'>) => {
        this.#once(number, `${key} ${version.version}`);
        this.agents.set(key, [...(this.agents.get(key) ?? []), { ...version, agent_key: key }]);
      },
      memory: (memory: ValueOf<'memory'>) => {
        this.#once(number, `${agent_key} ${memory.id}`);
        this.memories.push({ of: agent_key, line: number, value: memory });
      },
      file: (file: ValueOf<'file'>) => {
        if (!isWritable(file)) return false;
        if (!isFilePath(file.path)) this.#report(number, ['value', 'path'], 'Is not the path of a file.');
        this.#once(number, file.path);
        this.files.set(file.path, file.content);
      },
      session: ({ id, ...session }: ValueOf<'session'>) => {
        this.#once(number, id);
        this.#notAhead(number, id);
        this.sessions.set(id, { ...session, session_id: id });
      },
      message: (message: ValueOf<'message'>) => {
        this.#once(number, `${session_id} ${message.id}`);
        this.#notAhead(number, message.id);
        this.messages.push({ of: session_id, line: number, value: message });
      },
    };
    return (keep[kind] as (value: ValueOf<ImportedKind>) => undefined | boolean)(value) ?? true;
  }

  #once(line: number, id: string): void {
    if (this.#seen.has(id)) this.#report(line, ['value'], 'Is in the export twice.');
    this.#seen.add(id);
  }

  /** Lists are in the order of their ids: what is written here later must come after it. */
  #notAhead(line: number, id: string): void {
    if ((beganAt(id) ?? 0) > this.#now + MAX_AHEAD) this.#report(line, ['value', 'id'], 'Begins with a time to come.');
  }
}

const count = (counts: Counts, kind: string): void => {
  counts[kind] = (counts[kind] ?? 0) + 1;
};

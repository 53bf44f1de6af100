import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Payload, Point, PointId } from './point.ts';

export type StoredPoint = { point: Point; vector: Float32Array };
const floatSize = Float32Array.BYTES_PER_ELEMENT;

export type StoredCollection = { name: string; config: unknown; indexes: Record<string, unknown> };

/** Everything that survives a restart: one row a collection, one row a point, each change one transaction. */
export class Disk {
  readonly #db: DatabaseSync;
  readonly #put: StatementSync;
  readonly #setPayload: StatementSync;
  readonly #delete: StatementSync;

  constructor(file: string) {
    this.#db = new DatabaseSync(file);
    // WAL with NORMAL loses nothing when the process dies; only a power cut may cost the last changes, never the file.
    this.#db.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      CREATE TABLE IF NOT EXISTS collections (name TEXT PRIMARY KEY, config TEXT NOT NULL, indexes TEXT NOT NULL);
      CREATE TABLE IF NOT EXISTS points (
        collection TEXT NOT NULL, id TEXT NOT NULL, vector BLOB NOT NULL, payload TEXT NOT NULL, version INTEGER NOT NULL,
        PRIMARY KEY (collection, id));
    `);
    this.#put = this.#db.prepare(`INSERT INTO points VALUES (?, ?, ?, ?, ?) ON CONFLICT (collection, id) DO UPDATE
      SET vector = excluded.vector, payload = excluded.payload, version = excluded.version`);
    this.#setPayload = this.#db.prepare('UPDATE points SET payload = ?, version = ? WHERE collection = ? AND id = ?');
    this.#delete = this.#db.prepare('DELETE FROM points WHERE collection = ? AND id = ?');
  }

  collections(): StoredCollection[] {
    const rows = this.#db.prepare('SELECT name, config, indexes FROM collections ORDER BY name').all();
    return rows.map(({ name, config, indexes }) => ({
      name: String(name),
      config: JSON.parse(String(config)),
      indexes: JSON.parse(String(indexes)),
    }));
  }

  saveCollection({ name, config, indexes }: StoredCollection): void {
    this.#db
      .prepare('INSERT INTO collections VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET indexes = excluded.indexes')
      .run(name, JSON.stringify(config), JSON.stringify(indexes));
  }

  dropCollection(name: string): void {
    this.#atomically(() => {
      this.#db.prepare('DELETE FROM points WHERE collection = ?').run(name);
      this.#db.prepare('DELETE FROM collections WHERE name = ?').run(name);
    });
  }

  *points(collection: string): Iterable<StoredPoint> {
    const rows = this.#db.prepare('SELECT id, vector, payload, version FROM points WHERE collection = ?');
    for (const row of rows.iterate(collection)) {
      const bytes = row.vector as Uint8Array<ArrayBuffer>;
      // A Float32Array demands that its bytes are aligned. They are, unless SQLite changes the way it hands them out.
      const { buffer, byteOffset } = bytes.byteOffset % floatSize === 0 ? bytes : bytes.slice();
      const vector = new Float32Array(buffer, byteOffset, bytes.byteLength / floatSize);
      const point = {
        id: JSON.parse(String(row.id)) as PointId,
        payload: JSON.parse(String(row.payload)) as Payload,
        version: Number(row.version),
      };
      yield { point, vector };
    }
  }

  countPoints(collection: string): number {
    return Number(this.#db.prepare('SELECT count(*) AS n FROM points WHERE collection = ?').get(collection)?.n);
  }

  putPoints(collection: string, points: StoredPoint[]): void {
    this.#atomically(() => {
      for (const { point, vector } of points) {
        const bytes = new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
        this.#put.run(collection, JSON.stringify(point.id), bytes, JSON.stringify(point.payload), point.version);
      }
    });
  }

  setPayloads(collection: string, points: Point[]): void {
    this.#atomically(() => {
      for (const { id, payload, version } of points) {
        this.#setPayload.run(JSON.stringify(payload), version, collection, JSON.stringify(id));
      }
    });
  }

  deletePoints(collection: string, ids: PointId[]): void {
    this.#atomically(() => {
      for (const id of ids) this.#delete.run(collection, JSON.stringify(id));
    });
  }

  close(): void {
    this.#db.close();
  }

  #atomically(change: () => void): void {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      change();
      this.#db.exec('COMMIT');
    } catch (error) {
      this.#db.exec('ROLLBACK');
      throw error;
    }
  }
}

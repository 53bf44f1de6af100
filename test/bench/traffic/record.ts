import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { placeOf } from '../../../shared/store/keys/place.ts';
import { type Artel, type Person, startArtel } from '../../support/artel.ts';
import { chanceOf } from '../../support/chance.ts';
import { print } from '../figures.ts';
import { seeTable, type Touched } from './seen-table.ts';

/*
 * Records what 200 people's work asks of the table and of the embedding model, as far as CA12 names it, into
 * `test/data/traces/product.json.gz`: node infra/guard.mjs test/bench/traffic/record.ts
 */

const PEOPLE = 200;
const ACTS = 1_500;
const AT_ONCE = 6;
/** What one person asks again and again, and how much more often the first of it than the last. */
const QUESTIONS = 12;
const SKEW = 0.9;

/** Kinds of items that CA12 wants cached; none of those that have to be fresh, such as what a person may do. */
const CLASSES: Record<string, string> = {
  policies: 'policies',
  'own policies': 'policies',
  agent: 'agents',
  'agent name': 'agents',
  'agent version': 'agents',
  space: 'configuration',
  orchestrator: 'configuration',
  project: 'configuration',
  'provider key': 'configuration',
  'session pointer': 'sessions',
  session: 'sessions',
  run: 'task status',
  task: 'task status',
  'cached plan': 'plans',
};

const classOf = ({ pk, sk }: Touched): string | undefined => {
  if (pk === 'POLICIES#') return 'policies';
  if (pk === 'TIERS#') return 'tiers';
  if (pk === 'KEYS#') return 'configuration';
  const kind = placeOf({ pk, sk })?.kind;
  return kind && Object.hasOwn(CLASSES, kind) ? CLASSES[kind] : undefined;
};

/** Accesses in order: a key's number, counted from 1, and below zero where it was written. */
class Trace {
  readonly #numbers = new Map<string, number>();
  readonly #classes: string[] = [];
  readonly #accesses: number[] = [];

  add(kind: string, key: string, isWritten = false): void {
    const name = `${kind}\n${key}`;
    const number = this.#numbers.get(name) ?? this.#numbers.size + 1;
    if (!this.#numbers.has(name)) {
      this.#numbers.set(name, number);
      this.#classes.push(kind);
    }
    this.#accesses.push(isWritten ? -number : number);
  }

  get text(): string {
    return JSON.stringify({ classes: this.#classes, accesses: this.#accesses });
  }

  get length(): number {
    return this.#accesses.length;
  }
}

const chance = chanceOf(20_261_129);

/** One of so many, the first the most often. */
const skewed = (many: number): number => {
  const weights = Array.from({ length: many }, (_, at) => 1 / (at + 1) ** SKEW);
  let left = chance.next() * weights.reduce((sum, one) => sum + one, 0);
  const at = weights.findIndex((weight) => {
    left -= weight;
    return left <= 0;
  });
  return at < 0 ? many - 1 : at;
};

type Worker = { person: Person; name: string; agent: string; session: string; run: string | undefined };

const act = async (worker: Worker): Promise<void> => {
  const { person, name } = worker;
  if (chance.happens(0.25) && worker.run) {
    await person.call('GET', `/my/runs/${worker.run}`);
    return;
  }
  if (chance.happens(0.1)) {
    worker.session = (await person.call<{ id: string }>('POST', '/my/chat/sessions', {})).body.id;
  }
  const content = `Question ${skewed(QUESTIONS)} of ${name}: what was said about it?`;
  const { status, run } = await person.ask(worker.session, content, { target_agent: 'helper' });
  if (status !== 200) print(`  ${name} was answered ${status}`);
  else worker.run = run.id;
};

const work = async (people: Worker[]): Promise<void> => {
  let left = ACTS;
  const busy = new Set<Worker>();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left > 0) {
        const worker = people[skewed(people.length)];
        // A person does one thing at a time.
        const free = worker && !busy.has(worker) ? worker : people.find((one) => !busy.has(one));
        if (!free) throw new Error('Nobody is free.');
        busy.add(free);
        left -= 1;
        await act(free);
        busy.delete(free);
      }
    }),
  );
};

const trace = new Trace();
let heard = 0;
const table = await seeTable((touched) => {
  // In the order in which both were asked.
  for (const { path, body } of artel?.model.requests.slice(heard) ?? []) {
    heard += 1;
    if (path.endsWith('/embeddings')) for (const text of [body.input].flat()) trace.add('embeddings', String(text));
  }
  const kind = classOf(touched);
  if (kind) trace.add(kind, `${touched.pk}\n${touched.sk}`, touched.isWritten);
});
let artel: Artel | undefined;
let isUp = false;
try {
  artel = await startArtel({
    environment: (): Record<string, string> => (isUp ? { AWS_ENDPOINT_URL_DYNAMODB: table.url } : {}),
  });
  // Functions that start from now on ask the table through it.
  table.leadTo(artel.cloud.dynamodb.url);
  isUp = true;
  artel.model.always({ text: 'This is an answer of seven words.' });
  const people: Worker[] = [];
  for (let at = 0; at < PEOPLE; at += 1) {
    const name = `person${at}`;
    const person = await artel.register(name);
    people.push({ person, name, run: undefined, ...(await person.chat()) });
  }
  print(`  ${PEOPLE} people are there`);
  await work(people);
  const file = new URL('../../data/traces/product.json.gz', import.meta.url);
  writeFileSync(file, gzipSync(trace.text, { level: 9 }));
  print(`  ${trace.length} accesses`);
} finally {
  await artel?.stop();
  await table.stop();
}

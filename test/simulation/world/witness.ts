import type { Item } from '../../../infra/local/services/dynamodb/values/types.ts';
import { wrongMoves } from '../invariants/moves.ts';
import { Places } from '../invariants/places.ts';

const projectIn = (item: Item | undefined): string => item?.pk?.S?.split('#')[3] ?? '';

/** Sees every write, as it changes an item. */
export class Witness {
  /** Moves that no write may make. */
  readonly complaints: string[] = [];
  /** With their projects: an imported one keeps its key. */
  readonly agentsRemoved = new Set<string>();
  /** Those whose memories were to go with them. */
  readonly sessionsRemoved = new Set<string>();
  /** How often a person chose to repeat an effect of unknown outcome, by its idempotency key: task and step. */
  readonly repeatsChosen = new Map<string, number>();
  readonly #places: Places;

  constructor(now: () => number) {
    this.#places = new Places(now);
  }

  changed(before: Item | undefined, after: Item | undefined): void {
    this.complaints.push(...wrongMoves(before, after), ...this.#places.wrongMoves(before, after));
    this.#choices(before, after);
    const sk = before?.sk?.S ?? '';
    if (sk.startsWith('AGENT#') && !after) this.agentsRemoved.add(`${projectIn(before)}_${sk.slice('AGENT#'.length)}`);
    if (sk === 'STATE' && !after && !before?.keep_memories?.BOOL)
      this.sessionsRemoved.add(`${projectIn(before)} ${before?.session_id?.S}`);
  }

  #choices(before: Item | undefined, after: Item | undefined): void {
    if (after?.about?.S !== 'unknown_outcome' || after.status?.S !== 'approved' || before?.status?.S === 'approved')
      return;
    const effect = `${after.task_id?.S}-${after.step?.N}`;
    this.repeatsChosen.set(effect, (this.repeatsChosen.get(effect) ?? 0) + 1);
  }
}

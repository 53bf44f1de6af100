import type { Loaded } from './asked.ts';

/** Rounds in which what was loaded was invalidated at once each time; after so many, what there is must do. */
const MAX_ROUNDS = 5;

/** One load of a key at a time in this container, whoever asks. */
export class Flights {
  readonly #underWay = new Map<string, Promise<Loaded<unknown>>>();

  has(id: string): boolean {
    return this.#underWay.has(id);
  }

  /**
   * Joins the load under way, or leads one. Whoever joins may have asked after an invalidation that the load began before:
   *
   *     first     asks ── loads the old value ─────────────────────────── is not kept: gets it all the same, having asked before
   *     change              the truth changes ── version raised
   *     second                                              joins ─────── is not kept: goes round again
   */
  async join<V>(id: string, lead: () => Promise<Loaded<V>>, onJoined: () => void): Promise<V> {
    for (let round = 0; ; round += 1) {
      const underWay = this.#underWay.get(id) as Promise<Loaded<V>> | undefined;
      if (!underWay) return (await this.#begin(id, lead)).value;
      onJoined();
      const { value, isShared } = await underWay;
      if (isShared || round >= MAX_ROUNDS) return value;
    }
  }

  #begin<V>(id: string, lead: () => Promise<Loaded<V>>): Promise<Loaded<V>> {
    const flight = lead().finally(() => this.#underWay.delete(id));
    this.#underWay.set(id, flight);
    return flight;
  }
}

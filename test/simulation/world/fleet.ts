import type { Chance } from './chance.ts';
import type { Container, Invocation, Role } from './container.ts';
import type { Owner } from './schedule.ts';

/** Requests of people have a container of their own, so that a worker's death is not theirs. */
const FRONT: readonly Role[] = [
  'my',
  'projects',
  'v1',
  'events',
  'socket',
  'enrol',
  'signIn',
  'leave',
  'redrive',
  'exported',
  'imported',
];

/** The containers there are: one for requests, two for everything in the background. One that dies is replaced at once. */
export class Fleet {
  readonly #cold: () => Container;
  #containers: { front: Container[]; back: Container[] };

  constructor(cold: () => Container) {
    this.#cold = cold;
    this.#containers = { front: [cold()], back: [cold(), cold()] };
  }

  get invocations(): Invocation[] {
    return Object.values(this.#containers).flatMap((some) => some.flatMap(({ running }) => [...running]));
  }

  oneFor(role: Role, chance: Chance): Container {
    return chance.one(this.#containers[FRONT.includes(role) ? 'front' : 'back']);
  }

  /** Puts a cold container in its place, then ends everything in it. */
  replace(owner: Owner): void {
    for (const side of ['front', 'back'] as const) {
      const dead = this.#containers[side].find((one) => one === owner);
      if (!dead) continue;
      this.#containers[side] = this.#containers[side].map((one) => (one === dead ? this.#cold() : one));
      dead.die();
    }
  }
}

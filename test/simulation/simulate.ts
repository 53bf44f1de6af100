import type { Load } from './container/bundle.ts';
import { atRest, whileRunning } from './invariants/index.ts';
import { type Operation, type Person, script } from './operations/index.ts';
import { enrolled, type Team } from './people.ts';
import type { Coverage } from './transitions/coverage.ts';
import { streamOf } from './world/chance.ts';
import { Driver } from './world/driver.ts';
import type { Fault } from './world/faults.ts';
import { World, type WorldOptions } from './world/world.ts';

export type Options = {
  seed: number;
  operations: number;
  /** Multiplies the probability of each fault. */
  faultRate?: number;
  /** Numbers of operations and of faults that are left out. */
  withoutOperations?: ReadonlySet<number>;
  withoutFaults?: ReadonlySet<number>;
  /** Where at which writes something should go wrong, and what counts whether it did. */
  wantedFaults?: ReadonlySet<string>;
  coverage?: Coverage;
  keepsTrace?: boolean;
  /** Steps between two looks at everything. */
  checkEvery?: number;
  /** What people do, and how often each, in place of everything by the seed's own preferences. */
  mix?: readonly Operation[];
  /** Multiplies the probability of some faults. */
  faultFactors?: Partial<Record<Fault, number>>;
  team?: Team;
  slowness?: WorldOptions['slowness'];
  /** Is shown every call just before it is carried out. */
  watch?: WorldOptions['watch'];
};

export type Report = {
  seed: number;
  violations: string[];
  steps: number;
  digest: string;
  faults: Map<string, number>;
  faultsDrawn: number;
  operations: Map<string, number>;
  /** Where containers died, by what they were just doing. */
  deaths: Map<string, number>;
  trace: readonly string[];
};

/** One life of the system, from its first user to rest, by one seed. */
export const simulate = async (load: Load, options: Options): Promise<Report> => {
  const { seed, operations, faultRate = 1, withoutOperations, withoutFaults, keepsTrace, checkEvery = 60 } = options;
  const { mix, faultFactors, team, watch, slowness, coverage, wantedFaults } = options;
  const world = new World({
    load,
    seed,
    faultRate,
    skippedFaults: withoutFaults,
    wantedFaults,
    coverage,
    ...(keepsTrace !== undefined && { keepsTrace }),
    ...(faultFactors && { faultFactors }),
    ...(watch && { watch }),
    ...(slowness && { slowness }),
  });
  const driver = new Driver(world);
  const done = new Map<string, number>();
  const people = await enrolled(world, driver, team);
  const plan = script(seed, { count: operations, people: people.length, mix }).filter(
    ({ number }) => !withoutOperations?.has(number),
  );
  const violations: string[] = [];
  const look = (): boolean => {
    violations.push(...world.complaints, ...whileRunning(world, people));
    return violations.length === 0;
  };

  world.faults.begin();
  const queue = plan.map(({ operation, chance, who, number }) => () => {
    const person = people[who] as Person;
    world.say(`${person.name} ${number}: ${operation.name}`);
    done.set(operation.name, (done.get(operation.name) ?? 0) + 1);
    return operation.run({ person, world, chance, number });
  });
  // Most work goes on when the last request has been answered, and things go wrong with it as well.
  const aftermath = streamOf(seed, 'aftermath').one([1, 5_000, 60_000, 400_000]);
  const wentOn = await driver.perform([...queue, () => world.wait(aftermath)], { checkEvery, look });
  if (wentOn) {
    world.faults.end();
    if (await driver.rest({ checkEvery, look })) {
      violations.push(...(await atRest(world, people, driver)));
    } else if (violations.length === 0) violations.push(`never came to rest: ${driver.unrest()}`);
  }
  return {
    seed,
    violations,
    steps: driver.steps,
    digest: world.trace.digest(),
    faults: world.faults.counts,
    faultsDrawn: world.faults.drawn,
    operations: done,
    deaths: world.deaths,
    trace: world.trace.lines,
  };
};

import { DefaultReporter, type TestModule, type Vitest } from 'vitest/node';

const LISTED_COSTLY = 10;

/**
 * One line for each file that passed, everything for one that failed; then the files that took most CPU time, and at the very
 * end one plain line, `12 passed, 0 failed, 1 skipped`, for machines that read logs.
 */
class LineAFile extends DefaultReporter {
  constructor() {
    super({ summary: false });
  }

  override onInit(vitest: Vitest): void {
    this.ctx = vitest;
    this.silent ??= vitest.config.silent;
  }

  protected override printTestModule(module: TestModule): void {
    const state = module.state();
    if (state === 'failed') super.printTestModule(module);
    else if (state === 'passed' || state === 'skipped') this.log(`${module.relativeModuleId}: ${costOf(module)}`);
  }

  override reportTestSummary(): void {
    const modules = this.ctx.state.getTestModules();
    if (modules.length > LISTED_COSTLY) {
      const costly = modules.toSorted((left, right) => cpuOf(right) - cpuOf(left)).slice(0, LISTED_COSTLY);
      this.log('\nMost CPU time:');
      for (const module of costly) this.log(`  ${cpuOf(module).toFixed(1)} s  ${module.relativeModuleId}`);
    }
    const line = closingLine(modules);
    // After everything else that writes at the end, so that it is the last line.
    process.once('exit', () => process.stdout.write(`\n${line}\n`));
  }
}

export const lineAFile = new LineAFile();

const cpuOf = (module: TestModule): number => module.meta().cpuSeconds ?? 0;

const costOf = (module: TestModule): string => {
  const tests = [...module.children.allTests()].length;
  const seconds = (module.diagnostic().duration / 1000).toFixed(1);
  return `${tests} ${tests === 1 ? 'test' : 'tests'}, ${seconds} s, CPU ${cpuOf(module).toFixed(1)} s`;
};

const closingLine = (modules: readonly TestModule[]): string => {
  const count = { passed: 0, failed: 0, skipped: 0, pending: 0 };
  for (const module of modules) {
    for (const test of module.children.allTests()) count[test.result().state] += 1;
    if (module.state() === 'failed' && module.errors().length > 0) count.failed += 1;
  }
  return `${count.passed} passed, ${count.failed} failed, ${count.skipped + count.pending} skipped`;
};

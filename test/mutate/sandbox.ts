/** Commands: what they may reach, what is left of them, and which wall they run behind. */
export const sandbox = [
  {
    promise: 'a command says no more in the place of its sandbox than it may',
    file: 'shared/sandbox/reported.ts',
    find: 'report.output.length > limits.outputBytes',
    replace: 'false',
    test: 'test/unit/shared/sandbox/reported.test.ts',
  },
  {
    promise: 'a command reaches the hosts that a person granted, and no other',
    file: 'shared/sandbox/light/requests.ts',
    find: '!url || !grants.hosts.includes(url.hostname)',
    replace: '!url',
    test: 'test/integration/tools/commands.test.ts',
  },
  {
    promise: 'a command that names hosts always waits for a person',
    file: 'shared/tools/builtin/command-judgement.ts',
    find: "hosts.length > 0 ? 'high'",
    replace: "hosts.length > 9 ? 'high'",
    test: 'test/unit/shared/tools/builtins.test.ts',
  },
  {
    promise: 'without a chosen wall no command runs',
    file: 'shared/sandbox/sandbox-of.ts',
    find: 'const open = wall && OPENING[wall];',
    replace: "const open = OPENING[wall ?? 'light'];",
    test: 'test/integration/tools/commands.test.ts',
  },
  {
    promise: 'of a command that was killed nothing is kept',
    file: 'shared/sandbox/light/program/shell.ts',
    find: 'exit: 137, changed: [], killed',
    replace: 'exit: 137, changed: await changesIn(files), killed',
    test: 'test/contract/sandbox-light.test.ts',
  },
  {
    promise: 'a command that takes more memory than it may is killed',
    file: 'shared/sandbox/light/program/supervise.ts',
    find: '- before > memoryBytes)',
    replace: '- before > 100 * memoryBytes)',
    test: 'test/contract/sandbox-light.test.ts',
  },
  {
    promise: 'what a command changed is forgotten unless it is to be kept',
    file: 'shared/tools/builtin/run-command.ts',
    find: '!keep_changes || outcome.changed.length === 0',
    replace: 'outcome.changed.length === 0',
    test: 'test/integration/tools/commands.test.ts',
  },
];

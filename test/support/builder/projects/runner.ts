/** A test runner that a project brings itself: one line a test, in the form that `shared/builder/errors/results.ts` describes. */
export const RUNNER = String.raw`
let count = 0;
let failures = 0;

export const test = async (name, check) => {
  count += 1;
  try {
    await check();
    console.log('ok - ' + name);
  } catch (error) {
    failures += 1;
    console.log('not ok - ' + name);
    for (const line of (error.message + '\n' + error.stack).split('\n')) console.log('    ' + line);
  }
};

export const same = (actual, expected) => {
  const [is, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== wanted) throw new Error('expected ' + wanted + ', got ' + is);
};

export const end = () => {
  console.log('1..' + count);
  if (failures > 0) process.exit(1);
};
`;

export const TEST_COMMAND = 'node test/run.js';

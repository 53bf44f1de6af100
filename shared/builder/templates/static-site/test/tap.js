/**
 * A test runner of one screen. It prints TAP 14 and ends with 1 if a test failed; it needs nothing installed and runs in Node and in
 * QuickJS (`js-exec`) alike.
 */
const tests = [];

/** A fact about the program, and the function that fails if it is none. */
export const test = (title, check) => tests.push({ title, check });

/** Compares as JSON. */
export function equal(actual, expected) {
  const [is, should] = [actual, expected].map((value) => JSON.stringify(value));
  if (is !== should) throw new Error(`it is ${is}, it should be ${should}`);
}

export function includes(text, part) {
  if (!text.includes(part)) throw new Error(`${JSON.stringify(part)} is missing in ${JSON.stringify(text)}`);
}

export async function runTests() {
  console.log(`TAP version 14\n1..${tests.length}`);
  let failed = 0;
  for (const [index, { title, check }] of tests.entries()) {
    try {
      await check();
      console.log(`ok ${index + 1} - ${title}`);
    } catch (error) {
      failed += 1;
      console.log(`not ok ${index + 1} - ${title}\n# ${error.message}\n# ${error.stack}`);
    }
  }
  if (failed > 0) process.exit(1);
}

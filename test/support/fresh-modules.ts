import { afterAll, vi } from 'vitest';

/*
 * For test files that share a process but no state: each loads the modules of this project again, and the environment is
 * afterwards as it was before. What is kept from file to file stands on `globalThis`.
 */

vi.resetModules();

const before = { ...process.env };

// Registered before any hook of the test file, so it runs after all of them.
afterAll(() => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
});

import { readdirSync } from 'node:fs';
import { runTests } from './tap.js';

// Run from the project's root. Every file test/*.test.js belongs to the tests.
const files = readdirSync('test').filter((name) => name.endsWith('.test.js'));
for (const name of files.sort()) await import(`./${name}`);
await runTests();

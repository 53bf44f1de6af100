#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { run } from './command.js';

const { exit, out, err } = run(process.argv.slice(2), { read: (file) => readFileSync(file, 'utf8') });
for (const line of out) console.log(line);
for (const line of err) console.error(line);
process.exit(exit);

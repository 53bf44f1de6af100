import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe } from './describe.ts';

// `node write.ts FILE`: the API's description as the function serves it. It is made once, when functions are bundled, because
// making it loads the route table of every function.
const [, , file = ''] = process.argv;
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, JSON.stringify(describe()));

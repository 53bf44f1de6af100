import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

// `node generate.mjs DOCUMENT SCHEMA`: the types of every route, from the API's own description. The hash says of which one.
const [document, schema] = process.argv.slice(2);
const text = readFileSync(document, 'utf8');
const hash = createHash('sha256').update(text).digest('hex');
const types = astToString(await openapiTS(text, { defaultNonNullable: false }));
writeFileSync(schema, `// Made by generate.mjs from the description with the SHA-256 ${hash}\n\n${types}`);

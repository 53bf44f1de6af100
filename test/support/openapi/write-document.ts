import { writeFile } from 'node:fs/promises';
import { described } from '../../../functions/documentation/operations.ts';
import { openApi } from '../../../functions/routing/openapi.ts';

/** Writes the OpenAPI document of the whole REST API, as `/openapi.json` serves it, to the file that is named. */
await writeFile(process.argv[2] as string, JSON.stringify(openApi(described, { title: 'Artel', version: 'test' })));

import { type Json, type OpenApiInfo, openApi } from '../routing/description/openapi.ts';
import type { Operation } from '../routing/operation.ts';
import { documentation } from './document.ts';
import { described } from './operations.ts';

const DESCRIPTION =
  'Every answer has the header `x-request-id`; every answer to a known caller also has `RateLimit` and `RateLimit-Policy`. ' +
  'Answers with an `ETag` are sent once: 304 where `If-None-Match` names it.';

export const INFO: OpenApiInfo = { title: 'Artel', version: '0.1.0', description: DESCRIPTION };

/** The description of these operations and of those that serve it. */
export const describe = (operations: readonly Operation[] = described, info: OpenApiInfo = INFO): Json => {
  const document: Json = openApi([...operations, ...documentation(() => document)], info);
  return document;
};

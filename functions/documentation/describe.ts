import { type Json, type OpenApiInfo, openApi } from '../routing/description/openapi.ts';
import type { Operation } from '../routing/operation.ts';
import { documentation } from './document.ts';
import { described } from './operations.ts';

export const INFO: OpenApiInfo = { title: 'Artel', version: '0.1.0' };

/** The description of these operations and of those that serve it. */
export const describe = (operations: readonly Operation[] = described, info: OpenApiInfo = INFO): Json => {
  const document: Json = openApi([...operations, ...documentation(() => document)], info);
  return document;
};

export { type CustomPattern, customPattern, type PatternSource } from './custom/pattern.ts';
export { type DetectOptions, detect } from './detect.ts';
export {
  LITERAL,
  normalForm,
  type PlaceholderEntry,
  type Placeholders,
  type PlaceholderType,
  SessionPlaceholders,
} from './placeholders.ts';
export { type Found, redact, replaceFound } from './redact.ts';
export { RedactingStream } from './redacting-stream.ts';
export { respellArguments, restoreArguments } from './restoring/json-arguments.ts';
export { type RestoreOptions, restore, restoreValue } from './restoring/restore.ts';
export { RestoringStream } from './restoring/restoring-stream.ts';
export { type Spellings, spellingsOf } from './restoring/spellings.ts';
export { SharedScan } from './shared-scan.ts';
export {
  type BuiltInType,
  DEFAULT_TYPES,
  type PiiType,
  PROSE_TYPES,
  QUASI_IDENTIFIER_TYPES,
  type Span,
  STRUCTURED_TYPES,
} from './types.ts';

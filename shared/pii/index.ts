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
export { escapeTyped, redact } from './redact.ts';
export { type RestoreOptions, restore, restoreValue } from './restore.ts';
export { RedactingStream } from './streams/redacting-stream.ts';
export { RestoringStream } from './streams/restoring-stream.ts';
export {
  type BuiltInType,
  type PiiType,
  PROSE_TYPES,
  type Span,
  STRUCTURED_TYPES,
} from './types.ts';

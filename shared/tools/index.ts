export type { ToolAgent } from './builtin/catalogue.ts';
export { judgeOf } from './builtin/judge.ts';
export { freedomsOf, type Loosening, loosenings, mayLoosen, type Oversight } from './oversight.ts';
export {
  BUILTIN_NAMES,
  type BuiltinName,
  type ToolSetting,
  toolSettingSchema,
  toolSettingsSchema,
} from './settings.ts';
export {
  type Destination,
  type FileTouched,
  type JsonSchema,
  type KnownFiles,
  type Origin,
  OutcomeUnknown,
  type Repeat,
  type Risk,
  risks,
  type Tool,
  type ToolContext,
  type ToolResult,
  ToolUnavailable,
} from './tool.ts';
export { type ModelTool, openToolbox, type Toolbox, type ToolboxOptions } from './toolbox.ts';

export {
  BUILTIN_NAMES,
  type BuiltinName,
  type ToolSetting,
  toolSettingSchema,
  toolSettingsSchema,
} from './settings.ts';
export {
  type Destination,
  type JsonSchema,
  type Origin,
  OutcomeUnknown,
  type Repeat,
  type Risk,
  type Tool,
  type ToolContext,
  type ToolResult,
  ToolUnavailable,
} from './tool.ts';
export { type ModelTool, openToolbox, type ToolAgent, type Toolbox, type ToolboxOptions } from './toolbox.ts';

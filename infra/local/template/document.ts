/** A CloudFormation template as far as the local cloud reads it. */
export type TemplateDocument = {
  Parameters?: Record<string, { Type: string; Default?: unknown }>;
  Mappings?: Record<string, Record<string, Record<string, unknown>>>;
  Conditions?: Record<string, unknown>;
  Resources: Record<string, ResourceDocument>;
  Outputs?: Record<string, { Value: unknown; Export?: { Name: unknown }; Condition?: string }>;
};

export type ResourceDocument = {
  Type: string;
  Properties?: Record<string, unknown>;
  DependsOn?: string | string[];
  Condition?: string;
};

/** Sections that change nothing here: texts, the CLI's own checks, and interfaces for consoles. */
const INERT_SECTIONS = new Set(['AWSTemplateFormatVersion', 'Description', 'Metadata', 'Rules']);
const READ_SECTIONS = new Set(['Parameters', 'Mappings', 'Conditions', 'Resources', 'Outputs']);

/** @throws for a section that would be ignored silently (`Transform`, `Hooks` …). */
export function documentOf(stack: string, template: unknown): TemplateDocument {
  if (typeof template !== 'object' || template === null || !('Resources' in template)) {
    throw new Error(`stack ${stack}: not a CloudFormation template (no Resources)`);
  }
  const unknown = Object.keys(template).find((section) => !INERT_SECTIONS.has(section) && !READ_SECTIONS.has(section));
  if (unknown) throw new Error(`stack ${stack}: template section ${unknown} is not supported locally`);
  return template as TemplateDocument;
}

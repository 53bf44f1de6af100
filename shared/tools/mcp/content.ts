import type { CallToolResult, ContentBlock } from '@modelcontextprotocol/client';
import { failed, succeeded } from '../result.ts';
import type { ToolResult } from '../tool.ts';
import { canonicalJson } from './canonical.ts';

/** What a server answered, as text: what is not text is described, so that the model knows it is there. */
export const toolResultOf = ({ content, structuredContent, isError }: CallToolResult): ToolResult => {
  const parts = content.map(described);
  if (structuredContent !== undefined && !parts.some((part) => says(part, structuredContent))) {
    parts.push(JSON.stringify(structuredContent));
  }
  const text = parts.join('\n') || '[the tool answered with nothing]';
  return isError ? failed(text) : succeeded(text);
};

/** Servers repeat structured content as text for clients that know no better: once is enough. */
const says = (text: string, value: unknown): boolean => {
  try {
    return canonicalJson(JSON.parse(text)) === canonicalJson(value);
  } catch {
    // A SyntaxError: a text that is no JSON says something else.
    return false;
  }
};

const described = (block: ContentBlock): string => {
  if (block.type === 'text') return block.text;
  if (block.type === 'resource_link') {
    return `[resource ${block.uri}: ${block.title ?? block.name}${block.description ? ` - ${block.description}` : ''}]`;
  }
  if (block.type === 'resource') {
    const { resource } = block;
    if ('text' in resource) return `[resource ${resource.uri}]\n${resource.text}`;
    return `[resource ${resource.uri}, ${resource.mimeType ?? 'binary'}, ${sizeOf(resource.blob)}, not shown]`;
  }
  return `[${block.type}, ${block.mimeType}, ${sizeOf(block.data)}, not shown]`;
};

const sizeOf = (base64: string): string => `${Buffer.byteLength(base64, 'base64')} bytes`;

import { sha256 } from '../../core/digest.ts';

/** Of a function's name, and which characters it may have: https://platform.openai.com/docs/api-reference/chat/create */
const MAX_NAME_LENGTH = 64;
const MAX_LABEL_LENGTH = 24;
const STRANGE = /[^A-Za-z0-9_-]/g;

const digest = (text: string): string => sha256(text).slice(0, 6);

/**
 * `mcp_example_com` for `https://mcp.example.com/mcp`; any other path, port or a long host adds a digest of the address. So
 * the label follows from the address alone: adding a second server renames nothing.
 */
const serverLabel = (address: string): string => {
  const url = new URL(address);
  const host = url.hostname.replaceAll('.', '_').replace(STRANGE, '');
  const plain = url.protocol === 'https:' && url.port === '' && url.pathname === '/mcp' && url.search === '';
  return plain && host.length <= MAX_LABEL_LENGTH ? host : `${host.slice(0, MAX_LABEL_LENGTH - 7)}_${digest(url.href)}`;
};

/** What the names of all tools of a server begin with. */
export const toolPrefix = (address: string): string => `${serverLabel(address)}__`;

/** `server__tool`: the same for the same server and tool, different for any two that differ. */
export const toolName = (address: string, tool: string): string => {
  const name = `${toolPrefix(address)}${tool.replace(STRANGE, '_')}`;
  const faithful = !tool.match(STRANGE) && name.length <= MAX_NAME_LENGTH;
  return faithful ? name : `${name.slice(0, MAX_NAME_LENGTH - 7)}_${digest(`${new URL(address).href}\n${tool}`)}`;
};

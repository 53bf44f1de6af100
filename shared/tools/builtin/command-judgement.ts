import * as z from 'zod';

const MAX_COMMAND_LENGTH = 16_384;

/** A name in the DNS: no address, no port, nothing that stands for several. */
const hostName = z
  .string()
  .max(253)
  .regex(
    /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
    'Must be the name of a host, such as api.example.com.',
  );

/** The arguments of `run_command`. */
export const commandSchema = z.strictObject({
  command: z
    .string()
    .min(1)
    .max(MAX_COMMAND_LENGTH)
    .refine((text) => text.isWellFormed() && !text.includes('\0'), 'Must be text without NUL characters.')
    .describe('For a POSIX shell, in the root of the workspace'),
  keep_changes: z
    .boolean()
    .default(false)
    .describe('Whether the files it changes become a new version of the workspace; otherwise they are forgotten'),
  version: z.int().min(1).optional().describe('An earlier version of the files; by default the newest'),
  hosts: z.array(hostName).max(5).default([]).describe('Hosts it has to reach over https; the person is always asked'),
});
export type AskedCommand = z.infer<typeof commandSchema>;

/** Whatever the command is: it changes nothing unless it is said to, and reaches nobody unless they are named. */
export const commandJudgement = {
  risk: ({ hosts, keep_changes }: AskedCommand) => (hosts.length > 0 ? 'high' : keep_changes ? 'medium' : 'low'),
  // What was asked of others may have been done.
  repeat: ({ hosts }: AskedCommand) => (hosts.length > 0 ? 'unknown' : 'safe'),
  destination: ({ hosts }: AskedCommand) => (hosts.length > 0 ? { host: [...hosts].sort().join(', ') } : {}),
} as const;

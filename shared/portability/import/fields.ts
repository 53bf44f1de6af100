import * as z from 'zod';

/** A time as the interface shows it, as milliseconds. */
export const time = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));

/** Of this or another person's agent, whose name and version lead to the agent here. */
export const agentId = z.string().regex(/^user[0-9a-z]{1,64}_prj_[0-9A-HJKMNP-TV-Z]{26}_[a-z][a-z0-9-]{0,31}_\d{1,6}$/);

const MEGABYTE = 1024 * 1024;

/**
 * Bytes of a request's body, by route. Lambda's 6 MB for a whole event bound them all, and the body is a string inside that
 * event, where quotes and line breaks take two bytes or more.
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
export const MAX_BODY_BYTES = MEGABYTE;
/** Of a model call: the prompt may have 4 MB in the higher tiers, and what surrounds it needs room. */
export const MAX_CALL_BODY_BYTES = 4.5 * MEGABYTE;
/** Of an import: more than twice what one answer of an export holds. */
export const MAX_IMPORT_BODY_BYTES = 4 * MEGABYTE;

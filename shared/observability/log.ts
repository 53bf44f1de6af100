import { Logger } from '@aws-lambda-powertools/logger';
import { optional } from '../platform/configuration.ts';

/**
 * Structured JSON logs. Secrets, tokens and the contents of messages are never fields: log ids, counts and outcomes.
 * Correlation ids are appended once an invocation (`log.appendKeys`) by the middleware.
 */
export const log = new Logger({
  serviceName: 'artel',
  logLevel: (optional('logLevel') as 'DEBUG' | 'INFO' | 'WARN' | 'ERROR' | 'SILENT' | undefined) ?? 'INFO',
});

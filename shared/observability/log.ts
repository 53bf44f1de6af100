import { LogFormatter, Logger, LogItem } from '@aws-lambda-powertools/logger';
import type { LogAttributes, UnformattedAttributes } from '@aws-lambda-powertools/logger/types';
import { optional } from '../platform/configuration.ts';
import { invocationFields } from './invocation.ts';

/** An error that holds what somebody said, and says itself what a log may have of it. */
type Discreet = Error & { forLog(): LogAttributes };

const isDiscreet = (error: Error): error is Discreet => 'forLog' in error && typeof error.forLog === 'function';

/** A line, with the ids of the invocation it belongs to. */
class InvocationFormatter extends LogFormatter {
  override formatError(error: Error): LogAttributes {
    return isDiscreet(error) ? error.forLog() : super.formatError(error);
  }

  formatAttributes(line: UnformattedAttributes, fields: LogAttributes): LogItem {
    const attributes = {
      level: line.logLevel,
      message: line.message,
      timestamp: this.formatTimestamp(line.timestamp),
      service: line.serviceName,
      sampling_rate: line.sampleRateValue,
      xray_trace_id: line.xRayTraceId,
      ...invocationFields(),
    };
    return new LogItem({ attributes }).addAttributes(fields);
  }
}

/**
 * Structured JSON logs: a lower-case event name without a full stop, and fields (`log.warn('turn failed', { run_id })`).
 * Secrets, tokens and the contents of messages are never fields: log ids, counts and outcomes.
 */
export const log = new Logger({
  serviceName: 'artel',
  logLevel: (optional('logLevel') as 'DEBUG' | 'INFO' | 'WARN' | 'ERROR' | 'SILENT' | undefined) ?? 'INFO',
  logFormatter: new InvocationFormatter(),
});

import { type Clock, systemClock } from '../../shared/core/clock.ts';
import { log } from '../../shared/observability/log.ts';
import { exchangeOf, operationOf, type RestMiddleware } from '../routing/exchange.ts';

/** Of the header. API Gateway bears 10,240 bytes of headers in all, and an answer with more is lost. */
const MAX_LENGTH = 2_000;

/** As many of the names as a header bears. */
const nameable = (names: readonly string[]): string[] => {
  let left = MAX_LENGTH;
  return [...new Set(names)].filter((name) => {
    left -= name.length + 2;
    return left >= 0;
  });
};

/**
 * Says in the answer which parts of a request had no effect, and counts them: a field that a client's new version sends is
 * to be noticed before its users miss it. The line carries names alone, never values, and is a metric by its format.
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export const ignoredHeader = (clock: Clock = systemClock): RestMiddleware => ({
  after: ({ event }) => {
    const exchange = exchangeOf(event);
    const fields = nameable(exchange.ignored);
    if (fields.length === 0) return;
    exchange.replyHeaders['x-artel-ignored'] = fields.join(', ');
    const { path } = operationOf(exchange);
    log.info('request fields ignored', {
      path,
      fields,
      ignored_fields: fields.length,
      _aws: {
        Timestamp: clock.now(),
        CloudWatchMetrics: [{ Namespace: 'Artel', Dimensions: [['path']], Metrics: [{ Name: 'ignored_fields' }] }],
      },
    });
  },
});

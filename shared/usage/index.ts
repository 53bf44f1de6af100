export { bucketsIn, DURATION_BUCKETS, durationQuantile } from './duration-buckets.ts';
export { type Spent, usageWrite } from './run-usage.ts';
export {
  listUsage,
  recentUsage,
  sumOf,
  type Usage,
  type UsageDay,
  usageOfDays,
  usageSchema,
} from './usage-days.ts';

import { describe, expect, test } from 'vitest';
import { memoryLevel, SizeForecast } from '../../../../../shared/cache/memory/index.ts';

/* Requirements: CA8. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const grown = (bytesAt: (minute: number) => number, minutes = 60): SizeForecast => {
  const forecast = new SizeForecast();
  for (let minute = 0; minute <= minutes; minute += 1) forecast.observe(minute * MINUTE, bytesAt(minute));
  return forecast;
};

describe('the size in an hour', () => {
  test('of what grows evenly is what it grows to, and the moment it is full is known', () => {
    const { bytes_in_an_hour, full_at_ms } = grown((minute) => 1_000 * minute).within(240_000);
    expect(bytes_in_an_hour).toBeGreaterThan(118_000);
    expect(bytes_in_an_hour).toBeLessThan(122_000);
    expect(Math.abs((full_at_ms ?? 0) - 4 * HOUR)).toBeLessThan(5 * MINUTE);
  });

  test('of what does not change is what it is, and it is never full', () => {
    expect(grown(() => 5_000).within(10_000)).toEqual({ bytes_in_an_hour: 5_000 });
  });

  test('is never above the bound and never below nothing', () => {
    expect(grown((minute) => 1_000 * minute).within(70_000).bytes_in_an_hour).toBe(70_000);
    expect(grown((minute) => 60_000 - 1_000 * minute).within(70_000)).toEqual({ bytes_in_an_hour: 0 });
  });

  test('is still told after the clock was set back, and after two looks at once', () => {
    const forecast = grown((minute) => 1_000 * minute);
    forecast.observe(0, 60_000);
    forecast.observe(0, 60_000);
    for (let minute = 1; minute <= 10; minute += 1) forecast.observe(minute * MINUTE, 60_000 + 1_000 * minute);
    expect(forecast.within(1_000_000).bytes_in_an_hour).toBeGreaterThan(125_000);
    expect(forecast.within(1_000_000).bytes_in_an_hour).toBeLessThan(135_000);
  });
});

test('a level that is looked at each minute tells when it will be full', () => {
  let now = 0;
  const level = memoryLevel<number>({ max_entries: 10_000, max_bytes: 100_000, clock: { now: () => now } });
  for (let minute = 0; minute < 30; minute += 1) {
    level.figures();
    now += MINUTE;
    level.set(`key-${now}`, 1, { bytes: 1_000 });
  }
  const { full_at_ms } = level.figures().forecast;
  expect((full_at_ms ?? 0) / MINUTE).toBeGreaterThan(95);
  expect((full_at_ms ?? 0) / MINUTE).toBeLessThan(105);
});

import * as z from 'zod';
import { Cache, type Keep } from '../../../../shared/cache/index.ts';
import { newId } from '../../../../shared/core/ids.ts';
import { authenticated, type UserScope } from '../../../../shared/core/scope.ts';

/** A user whom no other test knows. */
export const somebody = (name = newId('run')): UserScope => authenticated({ userId: name });

export const text = z.string();
export const minute: Keep<string> = { schema: text, ttl_s: 60, early_refresh: 0 };

/** A clock that stands until it is set. */
export class HandClock {
  at: number;

  constructor(at = Date.UTC(2026, 10, 18, 9)) {
    this.at = at;
  }

  now(): number {
    return this.at;
  }

  pass(milliseconds: number): void {
    this.at += milliseconds;
  }
}

/** A source that can be changed, and counts how often it was asked. */
export class Source {
  value = 'first';
  loads = 0;

  readonly load = async (): Promise<string> => {
    this.loads += 1;
    return this.value;
  };
}

/** Two containers with one table and one clock, and what alice keeps in them. */
export const two = () => {
  const clock = new HandClock();
  const [one, other] = [new Cache({ clock }), new Cache({ clock })] as const;
  return { clock, one, other, alice: somebody(), source: new Source() };
};

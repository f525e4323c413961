import { Injectable } from '@nestjs/common';
import type { Instant } from '@shouwen/domain/time/instant';

/** The one source of time. Tests and drills put a fake in its place. */
@Injectable()
export class Clock {
  now(): Instant {
    return Date.now();
  }
}

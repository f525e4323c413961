import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What the server measures of itself, in Prometheus' form; times in seconds. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  readonly commands = new Counter({
    name: 'shouwen_commands_total',
    help: 'Commands by kind and outcome (done, replayed, refused, failed)',
    labelNames: ['command', 'outcome'] as const,
    registers: [this.registry],
  });
  readonly commandSeconds = new Histogram({
    name: 'shouwen_command_seconds',
    help: 'Time of a command from arrival to commit',
    labelNames: ['command'] as const,
    buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [this.registry],
  });
  readonly events = new Counter({ name: 'shouwen_events_total', help: 'Events appended', registers: [this.registry] });
  readonly sockets = new Gauge({
    name: 'shouwen_sockets',
    help: 'Live connections by audience',
    labelNames: ['audience'] as const,
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }
}

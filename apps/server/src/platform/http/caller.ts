import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Role } from '@shouwen/domain/catalogue/catalogue';
import type { DeviceKind } from '@shouwen/contracts/http/operation';
import type { FastifyRequest } from 'fastify';

/** Who is calling, found by the access guard. */
export type Caller =
  | { who: 'anybody' }
  | { who: 'staff'; hallId: string; staffId: string; role: Role; tokenHash: string }
  | {
      who: 'device';
      hallId: string;
      deviceId: string;
      kind: DeviceKind;
      /** A pad's window: it stands where it was paired, for as long as its token is good. */
      windowId: string | null;
      tokenHash: string;
    };

const CALLER = Symbol('caller');
type Marked = FastifyRequest & { [CALLER]?: Caller };

export const markCaller = (request: FastifyRequest, caller: Caller): void => {
  (request as Marked)[CALLER] = caller;
};

export const callerOf = (request: FastifyRequest): Caller => (request as Marked)[CALLER] ?? { who: 'anybody' };

/** The caller, in a controller. */
export const ByCaller = createParamDecorator((_data: unknown, context: ExecutionContext): Caller =>
  callerOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** As it stands in the log. */
export function actorOf(caller: Caller): string {
  switch (caller.who) {
    case 'staff':
      return `staff:${caller.staffId}`;
    case 'device':
      return `device:${caller.deviceId}`;
    case 'anybody':
      return 'citizen';
  }
}

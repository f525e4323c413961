import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Access } from '@shouwen/contracts/http/operation';
import type { FastifyRequest } from 'fastify';
import { AppError } from '../platform/http/app-error.ts';
import { markCaller, type Caller } from '../platform/http/caller.ts';
import { operationOf } from '../platform/http/operation.decorator.ts';
import { isUnlisted } from '../platform/http/unlisted.decorator.ts';
import { Callers } from './callers.service.ts';

/**
 * Whether one of these callers may do what `access` says in this hall: that caller, or the code of the refusal. Pure, and the same for
 * HTTP and sockets. Another hall's id is refused whatever the role.
 */
export function admit(access: Access, callers: readonly Caller[], hallId: string | undefined): Caller | AppError {
  if (access.who === 'public') return callers[0] ?? { who: 'anybody' };
  const fits = (caller: Caller): boolean => {
    if (caller.who === 'anybody' || (hallId !== undefined && caller.hallId !== hallId)) return false;
    if (caller.who === 'staff') return access.roles.includes(caller.role);
    return access.who === 'device' && access.kinds.includes(caller.kind);
  };
  const found = callers.find(fits);
  if (found) return found;
  const relevant = callers.some((caller) => access.who === 'device' || caller.who === 'staff');
  if (relevant) return new AppError('forbidden');
  return new AppError(access.who === 'device' ? 'device-not-paired' : 'not-signed-in');
}

/** Lets nobody through to a route that is neither in the operations table nor marked as open. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly callers: Callers) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http' || isUnlisted(context)) return true;
    const operation = operationOf(context);
    if (!operation) throw new AppError('forbidden');
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { hallId } = request.params as { hallId?: string };
    const { authorization, cookie } = request.headers;
    const callers = operation.access.who === 'public' ? [] : await this.callers.of({ authorization, cookie });
    const admitted = admit(operation.access, callers, hallId);
    if (admitted instanceof AppError) throw admitted;
    markCaller(request, admitted);
    return true;
  }
}

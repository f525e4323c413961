import { SetMetadata, type ExecutionContext } from '@nestjs/common';

const UNLISTED = Symbol('unlisted');

/** A route for machines (health, metrics) or a page that stands outside the operations table and is open to all. */
export const Unlisted = (): MethodDecorator => SetMetadata(UNLISTED, true);

export const isUnlisted = (context: ExecutionContext): boolean =>
  Reflect.getMetadata(UNLISTED, context.getHandler()) === true;

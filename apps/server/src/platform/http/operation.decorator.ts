import {
  applyDecorators,
  createParamDecorator,
  Delete,
  Get,
  HttpCode,
  Post,
  Put,
  SetMetadata,
  type ExecutionContext,
} from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiOperation,
  ApiProduces,
  ApiParam,
  ApiQuery,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { InputOf, Operation } from '@shouwen/contracts/http/operation';
import type { FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { AppError } from './app-error.ts';

const BYTES = 'application/octet-stream';
const BINARY = { type: 'string', format: 'binary' } as const;
const METHODS = { GET: Get, POST: Post, PUT: Put, DELETE: Delete };
const OPERATION = Symbol('operation');

type JsonSchema = Record<string, unknown>;
const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): JsonSchema => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'openapi-3.0' });
  return rest;
};

function fieldsOf(schema: z.ZodType): [string, JsonSchema, boolean][] {
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, field]) => [name, field, required.includes(name)]);
}

/** Binds a controller's method to an operation of the contracts: route, access, validation and documentation at once. */
export function Handles(operation: Operation): MethodDecorator {
  const hasBody = operation.method !== 'GET' && Object.keys((operation.body as z.ZodObject).shape ?? {}).length > 0;
  return applyDecorators(
    METHODS[operation.method](operation.path),
    HttpCode(200),
    SetMetadata(OPERATION, operation),
    ApiTags(operation.access.who),
    ApiOperation({ operationId: operation.name, summary: operation.summary, description: accessText(operation) }),
    ...fieldsOf(operation.params).map(([name, schema]) => ApiParam({ name, schema: schema as never })),
    ...fieldsOf(operation.query).map(([name, schema, required]) =>
      ApiQuery({ name, required, schema: schema as never }),
    ),
    ...(hasBody ? [ApiBody({ schema: schemaOf(operation.body, 'input') as never })] : []),
    ...(operation.file === 'taken' ? [ApiConsumes(BYTES), ApiBody({ schema: BINARY })] : []),
    ...(operation.file === 'given' ? [ApiProduces(BYTES)] : []),
    ApiResponse({
      status: 200,
      schema: operation.file === 'given' ? BINARY : (schemaOf(operation.reply, 'output') as never),
    }),
    ApiResponse({ status: 'default' as never, description: 'RFC 9457 problem body with `code`, `detail`, `instance`' }),
  );
}

function accessText({ access, command }: Operation): string {
  const who =
    access.who === 'public'
      ? 'Anybody.'
      : access.who === 'device'
        ? `A paired ${access.kinds.join(' / ')}${access.roles.length ? `, or staff: ${access.roles.join(', ')}` : ''}.`
        : `Staff of the hall: ${access.roles.join(', ')}.`;
  return command ? `${who} A repeat with the same \`Idempotency-Key\` has one effect.` : who;
}

/** The operation that a handler is bound to, or `undefined` (then nobody may call it). */
export function operationOf(context: ExecutionContext): Operation | undefined {
  return Reflect.getMetadata(OPERATION, context.getHandler()) as Operation | undefined;
}

function parse<S extends z.ZodType>(schema: S, value: unknown, where: string): z.output<S> {
  const result = schema.safeParse(value ?? {});
  if (result.success) return result.data;
  const fields = result.error.issues
    .slice(0, 20)
    .map((issue) => ({ path: [where, ...issue.path].join('.'), message: issue.message }));
  throw new AppError('invalid-input', { fields });
}

/** A file is read by who takes it (`Upload`); bytes for anything else, and anything else for a file, are not taken. */
function bodyOf(operation: Operation, body: unknown): unknown {
  if (body instanceof Readable !== (operation.file === 'taken')) throw new AppError('wrong-media-type');
  return operation.file === 'taken' ? {} : parse(operation.body, body, 'body');
}

/** The validated input of the operation. */
export const Input = createParamDecorator((_data: unknown, context: ExecutionContext): InputOf<Operation> => {
  const operation = operationOf(context)!;
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return {
    params: parse(operation.params, request.params, 'params'),
    query: parse(operation.query, request.query, 'query'),
    body: operation.method === 'GET' ? {} : bodyOf(operation, request.body),
  };
});

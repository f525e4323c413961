import type { z } from 'zod';
import type { Role } from '@shouwen/domain/catalogue/catalogue';

/**
 * Who may call an operation. `public`: anybody. `device`: a paired device of these kinds, or staff of these roles (a guide can do
 * at the desk what the kiosk does). `staff`: a signed-in member of these roles, in their own hall.
 */
export type Access =
  | { who: 'public' }
  | { who: 'device'; kinds: readonly DeviceKind[]; roles: readonly Role[] }
  | { who: 'staff'; roles: readonly Role[] };

export const DEVICE_KINDS = ['kiosk', 'display', 'pad'] as const;
export type DeviceKind = (typeof DEVICE_KINDS)[number];

export const EVERY_ROLE: readonly Role[] = ['clerk', 'guide', 'supervisor', 'director', 'administrator', 'auditor'];

/** One operation on the wire: server, clients, OpenAPI and the permission table all read this. */
export interface Operation<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> {
  name: string;
  summary: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Fastify path with `:params`. */
  path: string;
  access: Access;
  /** A command: carries an `Idempotency-Key` header, a repeated one gets the first answer again. */
  command: boolean;
  /**
   * Bytes instead of JSON. `taken`: the body is the file itself (`application/octet-stream`, its name in `Content-Disposition`);
   * `given`: the reply is.
   */
  file?: 'taken' | 'given';
  params: P;
  query: Q;
  body: B;
  reply: R;
}

export type ParamsOf<O extends Operation> = z.infer<O['params']>;
export type QueryOf<O extends Operation> = z.input<O['query']>;
export type BodyOf<O extends Operation> = z.input<O['body']>;
export type ReplyOf<O extends Operation> = z.infer<O['reply']>;

/** What a controller receives after validation. */
export interface InputOf<O extends Operation> {
  params: z.output<O['params']>;
  query: z.output<O['query']>;
  body: z.output<O['body']>;
}

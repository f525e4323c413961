import { Controller, Inject, Req, Res } from '@nestjs/common';
import * as operations from '@shouwen/contracts/http/access.operations';
import type { DeviceKind, InputOf, ReplyOf } from '@shouwen/contracts/http/operation';
import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { CONFIG, type Config } from '../platform/config/config.ts';
import { AppError } from '../platform/http/app-error.ts';
import { ByCaller, type Caller } from '../platform/http/caller.ts';
import { Handles, Input } from '../platform/http/operation.decorator.ts';
import { Callers } from './callers.service.ts';
import { Devices } from './devices.service.ts';
import { SESSION_MS, StaffAccess } from './staff-access.service.ts';
import { deviceCookie, SESSION_COOKIE } from './tokens.ts';

type Op = typeof operations;

function staffOnly(caller: Caller): Extract<Caller, { who: 'staff' }> {
  if (caller.who !== 'staff') throw new AppError('not-signed-in');
  return caller;
}

@Controller()
export class AccessController {
  private readonly pairings = new RateLimiterMemory({ points: 20, duration: 60 });

  constructor(
    private readonly staff: StaffAccess,
    private readonly devices: Devices,
    private readonly callers: Callers,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Handles(operations.signIn)
  async signIn(
    @Input() { body }: InputOf<Op['signIn']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReplyOf<Op['signIn']>> {
    const from = { address: request.ip, userAgent: request.headers['user-agent'] ?? '' };
    const { me, token } = await this.staff.signIn(body, from);
    this.cookie(request, reply, SESSION_COOKIE, token, SESSION_MS / 1000);
    return me;
  }

  @Handles(operations.signOut)
  async signOut(
    @ByCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Record<string, never>> {
    await this.staff.signOut(staffOnly(caller));
    void reply.clearCookie(SESSION_COOKIE, { path: '/' });
    return {};
  }

  @Handles(operations.signOutEverywhere)
  async signOutEverywhere(
    @ByCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReplyOf<Op['signOutEverywhere']>> {
    const ended = await this.staff.signOutEverywhere(staffOnly(caller));
    void reply.clearCookie(SESSION_COOKIE, { path: '/' });
    return { ended };
  }

  @Handles(operations.whoAmI)
  whoAmI(@ByCaller() caller: Caller): Promise<ReplyOf<Op['whoAmI']>> {
    return this.staff.me(staffOnly(caller));
  }

  @Handles(operations.changePassword)
  async changePassword(
    @Input() { body }: InputOf<Op['changePassword']>,
    @ByCaller() caller: Caller,
  ): Promise<Record<string, never>> {
    await this.staff.changePassword(staffOnly(caller), body.current, body.next);
    return {};
  }

  @Handles(operations.makePairingCode)
  makeCode(@Input() { params, body }: InputOf<Op['makePairingCode']>): Promise<ReplyOf<Op['makePairingCode']>> {
    return this.devices.makeCode(params.hallId, body);
  }

  @Handles(operations.pairDevice)
  async pair(
    @Input() { body }: InputOf<Op['pairDevice']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReplyOf<Op['pairDevice']>> {
    await this.limit(request);
    return this.paired(request, reply, await this.devices.pair(body.code));
  }

  @Handles(operations.pairExample)
  async pairExample(
    @Input() { params, body }: InputOf<Op['pairExample']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReplyOf<Op['pairExample']>> {
    return this.paired(request, reply, await this.devices.pairExample(params.hallId, body));
  }

  @Handles(operations.whichDevice)
  async which(
    @Input() { params }: InputOf<Op['whichDevice']>,
    @Req() request: FastifyRequest,
  ): Promise<ReplyOf<Op['whichDevice']>> {
    const { authorization, cookie } = request.headers;
    const callers = await this.callers.of({ authorization, cookie });
    const device = callers.find((caller) => caller.who === 'device' && caller.kind === params.kind);
    if (device?.who !== 'device') throw new AppError('device-not-paired');
    return this.devices.configOf(device);
  }

  @Handles(operations.listDevices)
  list(@Input() { params }: InputOf<Op['listDevices']>): Promise<ReplyOf<Op['listDevices']>> {
    return this.devices.list(params.hallId);
  }

  @Handles(operations.revokeDevice)
  async revoke(@Input() { params }: InputOf<Op['revokeDevice']>): Promise<Record<string, never>> {
    await this.devices.revoke(params.hallId, params.deviceId);
    return {};
  }

  private async limit(request: FastifyRequest): Promise<void> {
    await this.pairings.consume(request.ip).catch(() => {
      throw new AppError('too-many-requests');
    });
  }

  private paired<T extends { token: string; kind: DeviceKind }>(
    request: FastifyRequest,
    reply: FastifyReply,
    device: T,
  ): T {
    this.cookie(request, reply, deviceCookie(device.kind), device.token, 5 * 365 * 86_400);
    return device;
  }

  private cookie(request: FastifyRequest, reply: FastifyReply, name: string, value: string, maxAge: number): void {
    const secure = request.protocol === 'https' || (this.config.publicUrl?.startsWith('https:') ?? false);
    void reply.setCookie(name, value, { path: '/', httpOnly: true, sameSite: 'strict', secure, maxAge });
  }
}

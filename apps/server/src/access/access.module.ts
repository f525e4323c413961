import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessController } from './access.controller.ts';
import { AccessGuard } from './access.guard.ts';
import { Callers } from './callers.service.ts';
import { Devices } from './devices.service.ts';
import { StaffAccess } from './staff-access.service.ts';

/** Who may do what: staff sign-in, roles, devices. Fails closed. */
@Global()
@Module({
  controllers: [AccessController],
  providers: [Callers, StaffAccess, Devices, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [Callers, StaffAccess, Devices],
})
export class AccessModule {}

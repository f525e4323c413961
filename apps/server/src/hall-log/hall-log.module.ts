import { Global, Module } from '@nestjs/common';
import { ChainSigner } from './chain-signer.ts';
import { HallLog } from './hall-log.ts';
import { LogReader } from './log-reader.ts';
import { PersonalData } from './personal-data.ts';

/** The log of each hall: its one write path, its chain, its reading, and the personal data kept out of it. */
@Global()
@Module({
  providers: [HallLog, ChainSigner, PersonalData, LogReader],
  exports: [HallLog, ChainSigner, PersonalData, LogReader],
})
export class HallLogModule {}

import { z } from 'zod';
import { ofHall, read } from './define.ts';

/** A recording of a hall: language, part of a call, type of sound. */
export const RECORDING = /^(zh|en)\/[a-z0-9]{1,12}\.(mp3|wav|ogg|m4a)$/;

/** Where the file of a recording is played from. */
export const recordingUrl = (hallId: string, file: string): string => `/api/halls/${hallId}/voice/${file}`;

export const listRecordings = read({
  name: 'listRecordings',
  summary: 'The hall’s own recordings for calls, e.g. `zh/please.mp3` (docs/decisions/0003-voice.md)',
  path: '/api/halls/:hallId/voice',
  access: { who: 'public' },
  params: ofHall,
  reply: z.object({ files: z.array(z.string()) }),
});

export const VOICE_OPERATIONS = [listRecordings];

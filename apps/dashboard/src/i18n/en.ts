import { en as alarms } from './en.alarms.ts';
import { en as performance } from './en.performance.ts';
import { en as region } from './en.region.ts';
import type { WordsLike } from '@shouwen/ui/i18n/words';
import { en as appraisal } from './en.appraisal.ts';
import { en as notices } from './en.notices.ts';
import { en as board } from './en.board.ts';
import { en as clock } from './en.clock.ts';
import { en as oversight } from './en.oversight.ts';
import { en as register } from './en.register.ts';
import { en as docket } from './en.docket.ts';
import { en as history } from './en.history.ts';
import { en as rating } from './en.rating.ts';
import { en as scores } from './en.scores.ts';
import { en as settings } from './en.settings.ts';
import { en as supervision } from './en.supervision.ts';
import { en as terminal } from './en.terminal.ts';
import { en as staffing } from './en.staffing.ts';
import { en as voices } from './en.voices.ts';
import type { zhCN } from './zh-CN.ts';

export const en = {
  shell: {
    hall: 'Hall',
    window: 'Window',
    mine: 'Mine',
    docket: 'Docket',
    register: 'Register',
    ratings: 'Ratings',
    performance: 'Performance',
    region: 'Region',
    scores: 'Appraisal',
    staffing: 'Staffing',
    voices: 'Voices',
    oversight: 'Oversight',
    'about-me': 'About me',
    settings: 'Settings',
    log: 'Log',
    devices: 'Devices',
    live: 'In step with the hall',
    connecting: 'Connecting',
    stale: 'Cut off for {{seconds}} s',
    staleHint: 'You see {{time}}; reconnecting',
    signOut: 'Sign out',
    signOutEverywhere: 'Sign out on every device',
    changePassword: 'Change my password',
    currentPassword: 'Password now',
    newPassword_other: 'New password (at least {{count}} characters)',
    passwordChanged: 'Changed. You are signed out everywhere else.',
    account: 'Account',
    loading: 'Opening…',
    notYours: 'This page is not part of your role',
    notYoursHint: 'Choose another one in the menu above.',
    menu: 'Main menu',
    close: 'Close',
    retry: 'Try again',
  },
  signIn: {
    title: 'Sign in',
    hall: 'Hall',
    username: 'User name',
    password: 'Password',
    go: 'Sign in',
    ended: 'You have been signed out here. Please sign in again.',
    examples: 'Example accounts (password qingshi-2026)',
    noHall: 'There is no hall yet',
    noHallHint: 'An administrator has to load its catalogue first.',
    offline: 'The server cannot be reached. Check the network and try again.',
    roles: {
      clerk: 'window clerk',
      guide: 'guide desk',
      supervisor: 'duty supervisor',
      director: 'director',
      administrator: 'administrator',
      auditor: 'auditor',
    },
  },
  devices: {
    title: 'Devices',
    hint: 'A kiosk, a display or a pad claims its hall with a pairing code. A code lasts ten minutes and works once.',
    kind: 'Kind',
    kinds: { kiosk: 'Kiosk', display: 'Display', pad: 'Rating pad' },
    name: 'Name',
    nameHint: 'for example: kiosk at the east door',
    zone: 'Zone',
    allZones: 'the whole hall',
    window: 'Window',
    make: 'Make a pairing code',
    code: 'Pairing code',
    codeHint: 'Enter it on the device before {{time}}.',
    pairedAt: 'Paired',
    state: 'State',
    active: 'in use',
    revoked: 'withdrawn',
    revoke: 'Withdraw',
    revokeAsk: 'The device then has to be paired again.',
    empty: 'No device is paired yet',
    emptyHint: 'Make a code, open /kiosk, /display or /pad on the device and enter it.',
  },
  alarms,
  terminal,
  board,
  clock,
  register,
  docket,
  history,
  rating,
  performance,
  region,
  scores,
  staffing,
  oversight,
  voices,
  appraisal,
  notices,
  settings,
  supervision,
} satisfies WordsLike<typeof zhCN>;

/**
 * Makes the bundled voice: one WAV per language with every part of a call in it, and where each part is. Needs espeak-ng
 * (Debian: `apt-get install espeak-ng`), and only here: the product plays what this script wrote.
 *
 *   node apps/kiosk/scripts/make-voice-clips.mjs
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const target = fileURLToPath(new URL('../public/voice/', import.meta.url));
const work = join(tmpdir(), `shouwen-voice-${process.pid}`);

const letters = Object.fromEntries([...'abcdefghijklmnopqrstuvwxyz'].map((letter) => [letter, letter.toUpperCase()]));
const ones = 'zero one two three four five six seven eight nine'.split(' ');
const teens = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const english = {
  ...Object.fromEntries(ones.map((word, n) => [n, word])),
  ...Object.fromEntries(teens.map((word, n) => [n + 10, word])),
  ...Object.fromEntries(tens.map((word, n) => [(n + 2) * 10, word])),
  hundred: 'hundred',
};

/** What is said for each part; the names are the file names of a hall's own recordings too (docs/decisions/0003-voice.md). */
const LANGUAGES = {
  zh: {
    voice: 'cmn',
    speed: 165,
    letterVoice: 'en',
    parts: {
      please: '请',
      number: '号',
      to: '到',
      window: '号窗口',
      desk: '导服台',
      ...Object.fromEntries([...'零一二三四五六七八九'].map((word, n) => [n, word])),
      ten: '十',
      hundred: '百',
    },
  },
  en: {
    voice: 'en',
    speed: 150,
    letterVoice: 'en',
    parts: { number: 'Number', window: 'please go to window', desk: 'please go to the guide desk', ...english },
  },
};

/** 16-bit mono samples of a WAV file and their rate. */
function readWav(file) {
  const bytes = readFileSync(file);
  const rate = bytes.readUInt32LE(24);
  const begin = bytes.indexOf('data') + 8;
  const samples = new Int16Array((bytes.length - begin) >> 1);
  for (let i = 0; i < samples.length; i++) samples[i] = bytes.readInt16LE(begin + i * 2);
  return { samples, rate };
}

/** Without the silence at both ends, as loud as the others, faded over 4 ms so that joins do not click. */
function tidy(samples, rate) {
  const loud = (sample) => Math.abs(sample) > 300;
  const first = Math.max(0, samples.findIndex(loud) - Math.round(rate * 0.01));
  const last = Math.min(samples.length, samples.findLastIndex(loud) + Math.round(rate * 0.03));
  const cut = samples.slice(first, last);
  const peak = cut.reduce((most, sample) => Math.max(most, Math.abs(sample)), 1);
  const fade = Math.round(rate * 0.004);
  return cut.map((sample, i) => {
    const edge = Math.min(1, i / fade, (cut.length - 1 - i) / fade);
    return Math.round((sample / peak) * 29_000 * edge);
  });
}

function wav(samples, rate) {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.length * 2, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.length * 2, 40);
  return Buffer.concat([head, Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)]);
}

mkdirSync(work, { recursive: true });
mkdirSync(target, { recursive: true });
for (const [language, { voice, speed, letterVoice, parts }] of Object.entries(LANGUAGES)) {
  const pieces = [];
  const index = {};
  let at = 0;
  let rate = 0;
  const all = { ...parts, ...letters };
  for (const [name, text] of Object.entries(all)) {
    const file = join(work, 'part.wav');
    const speaker = name in letters ? letterVoice : voice;
    execFileSync('espeak-ng', ['-v', speaker, '-s', String(speed), '-p', '45', '-w', file, text]);
    const read = readWav(file);
    rate = read.rate;
    const piece = Int16Array.from(tidy(read.samples, rate));
    index[name] = [Number((at / rate).toFixed(4)), Number((piece.length / rate).toFixed(4))];
    const gap = new Int16Array(Math.round(rate * 0.02));
    pieces.push(piece, gap);
    at += piece.length + gap.length;
  }
  const joined = new Int16Array(at);
  let place = 0;
  for (const piece of pieces) {
    joined.set(piece, place);
    place += piece.length;
  }
  writeFileSync(join(target, `${language}.wav`), wav(joined, rate));
  writeFileSync(join(target, `${language}.json`), `${JSON.stringify(index)}\n`);
  process.stdout.write(`${language}: ${Object.keys(all).length} parts, ${(at / rate).toFixed(1)} s\n`);
}
rmSync(work, { recursive: true });

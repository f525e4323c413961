import fc from 'fast-check';
import { Announcer, STALE_MS, type AnnouncerOptions, type Voice } from './announcer.ts';

const call = (id: number, at = 0) => ({ id, at, phrase: { number: `A${id}`, window: 5 } });

/** A voice that takes one turn of the loop and writes down when it begins and ends. */
function scribe(fails: (number: string) => boolean = () => false) {
  const story: string[] = [];
  const voice: Voice = {
    name: 'scribe',
    speak: async ({ number }, language) => {
      story.push(`<${language} ${number}`);
      await new Promise((resolve) => setTimeout(resolve, 1));
      story.push('>');
      if (fails(number)) throw new Error('broken');
    },
  };
  return { story, voice };
}

const announcerOf = (voices: Voice[], options: Partial<AnnouncerOptions> = {}) =>
  new Announcer({ voices, now: () => 0, ...options });

/** Until nothing waits and nothing is spoken, however busy the machine is. */
const settled = async (announcer: Announcer) => {
  const isSpeaking = () => (announcer as unknown as { speaking: boolean }).speaking;
  do await new Promise((resolve) => setTimeout(resolve, 5));
  while (announcer.waiting > 0 || isSpeaking());
};
const spoken = (story: string[], language: string) =>
  story.filter((line) => line.startsWith(`<${language}`)).map((line) => line.slice(4));

describe('the hall’s voice', () => {
  it('speaks five calls of one second one after another, each once before any is repeated (PEERS 5)', async () => {
    const { story, voice } = scribe();
    const announcer = announcerOf([voice]);
    for (const id of [1, 2, 3, 4, 5]) announcer.announce(call(id));
    await settled(announcer);
    expect(spoken(story, 'zh').join(' ')).toBe('A1 A2 A3 A4 A5 A1 A2 A3 A4 A5');
    expect(spoken(story, 'en')).toHaveLength(5);
  });

  it('begins to speak in the moment of the call', () => {
    const { story, voice } = scribe();
    announcerOf([voice]).announce(call(1));
    expect(story).toEqual(['<zh A1']);
  });

  it('never overlaps, and an error never mutes what comes after (PEERS 5, PEERS 6)', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 12 }),
        fc.integer(),
        async (ids, seed) => {
          const broken = scribe((number) => (Number(number.slice(1)) + seed) % 2 === 0);
          const sound = scribe();
          const announcer = announcerOf([broken.voice, sound.voice]);
          for (const id of ids) announcer.announce(call(id));
          await settled(announcer);
          for (const { story } of [broken, sound]) {
            story.forEach((line, index) => expect(line === '>').toBe(index % 2 === 1));
          }
          // Each call twice in Mandarin and once in English, by whichever voice can.
          const heard = new Map<string, number>();
          const count = (story: string[], failed: boolean) => {
            for (const number of [...spoken(story, 'zh'), ...spoken(story, 'en')]) {
              if (failed && (Number(number.slice(1)) + seed) % 2 === 0) continue;
              heard.set(number, (heard.get(number) ?? 0) + 1);
            }
          };
          count(broken.story, true);
          count(sound.story, false);
          expect([...heard.values()].every((times) => times === 3)).toBe(true);
          expect(heard.size).toBe(new Set(ids).size);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('goes on when a voice never ends, and lets it rest after three failures (PEERS 6)', async () => {
    const { story, voice } = scribe();
    let asked = 0;
    const hanging: Voice = {
      name: 'hanging',
      speak: () => {
        asked += 1;
        return new Promise(() => undefined);
      },
    };
    let ticks = 0;
    const announcer = announcerOf([hanging, voice], { timeoutMs: 3, ticks: () => ticks });
    for (const id of [1, 2, 3]) announcer.announce(call(id));
    await settled(announcer);
    expect(asked).toBe(3);
    expect(spoken(story, 'zh')).toHaveLength(6);
    ticks = 60_001;
    announcer.announce(call(4));
    await settled(announcer);
    expect(asked).toBeGreaterThan(3);
    expect(announcer.lastError).toContain('hanging');
  });

  it('does not speak a call twice or long after it was made', async () => {
    const { story, voice } = scribe();
    const announcer = announcerOf([voice], { now: () => STALE_MS + 1 });
    announcer.announce(call(1, 0));
    announcer.announce(call(2, STALE_MS));
    announcer.announce(call(2, STALE_MS));
    await settled(announcer);
    expect(spoken(story, 'zh')).toEqual(['A2', 'A2']);
  });

  it('does not double a recall that still waits to be spoken', async () => {
    const { story, voice } = scribe();
    const announcer = announcerOf([voice]);
    announcer.announce(call(1));
    announcer.announce({ ...call(2), phrase: { number: 'B1', window: 3 } });
    announcer.announce({ ...call(3), phrase: { number: 'B1', window: 3 } });
    await settled(announcer);
    expect(spoken(story, 'zh').filter((number) => number === 'B1')).toHaveLength(2);
  });

  it('waits for the touch that a browser wants, then speaks only what is fresh', async () => {
    const { story, voice } = scribe();
    let now = 0;
    let touched = false;
    const announcer = announcerOf([voice], { now: () => now, audible: () => touched });
    announcer.announce(call(1, 0));
    now = STALE_MS + 1;
    announcer.announce(call(2, now));
    expect(story).toEqual([]);
    touched = true;
    announcer.resume();
    await settled(announcer);
    expect(spoken(story, 'zh')).toEqual(['A2', 'A2']);
  });

  it('keeps a bounded memory over weeks of calls, touched or not', async () => {
    const { voice } = scribe();
    let now = 0;
    const announcer = announcerOf([voice], { now: () => now, audible: () => false });
    for (let id = 0; id < 20_000; id++) {
      now = id * 5_000;
      announcer.announce(call(id, now));
    }
    expect(announcer.remembered).toBeLessThanOrEqual(500);
    expect(announcer.waiting).toBeLessThan(50);
  });
});

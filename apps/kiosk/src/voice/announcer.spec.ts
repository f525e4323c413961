import fc from 'fast-check';
import { Announcer, STALE_MS, type Voice } from './announcer.ts';

const call = (id: number, at = 0) => ({ id, zh: `请 A${id}`, en: `A${id}`, at });

/** A voice that takes one turn of the loop and writes down when it begins and ends. */
function scribe(fails: (text: string) => boolean = () => false) {
  const story: string[] = [];
  const voice: Voice = {
    name: 'scribe',
    speak: async (text, language) => {
      story.push(`<${language} ${text}`);
      await new Promise((resolve) => setTimeout(resolve, 1));
      story.push('>');
      if (fails(text)) throw new Error('broken');
    },
  };
  return { story, voice };
}

const settled = async (announcer: Announcer) => {
  while (announcer.waiting > 0) await new Promise((resolve) => setTimeout(resolve, 2));
  await new Promise((resolve) => setTimeout(resolve, 10));
};

describe('the hall’s voice', () => {
  it('speaks five calls of one second one after another, each once before any is repeated (PEERS 5)', async () => {
    const { story, voice } = scribe();
    const announcer = new Announcer([voice], () => 0);
    for (const id of [1, 2, 3, 4, 5]) announcer.announce(call(id));
    await settled(announcer);
    const begun = story.filter((line) => line.startsWith('<zh')).map((line) => line.slice(-1));
    expect(begun.join('')).toBe('1234512345');
    expect(story.filter((line) => line.startsWith('<en'))).toHaveLength(5);
  });

  it('never overlaps, and an error never mutes what comes after (PEERS 5, 6)', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 12 }),
        fc.integer(),
        async (ids, seed) => {
          const broken = scribe((text) => (text.length + seed) % 2 === 0);
          const sound = scribe();
          const announcer = new Announcer([broken.voice, sound.voice], () => 0);
          for (const id of ids) announcer.announce(call(id));
          await settled(announcer);
          broken.story.forEach((line, index) => expect(line === '>').toBe(index % 2 === 1));
          expect(broken.story.filter((line) => line.startsWith('<'))).toHaveLength(new Set(ids).size * 3);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('goes on when a voice never ends', async () => {
    const { story, voice } = scribe();
    const hanging: Voice = { name: 'hanging', speak: () => new Promise(() => undefined) };
    const announcer = new Announcer([hanging, voice], () => 0, 5);
    announcer.announce(call(1));
    await settled(announcer);
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(story).toContain('<zh 请 A1');
  });

  it('does not speak a call twice or long after it was made', async () => {
    const { story, voice } = scribe();
    const announcer = new Announcer([voice], () => STALE_MS + 1);
    announcer.announce(call(1, 0));
    announcer.announce(call(2, STALE_MS));
    announcer.announce(call(2, STALE_MS));
    await settled(announcer);
    expect(story.filter((line) => line.startsWith('<zh'))).toEqual(['<zh 请 A2', '<zh 请 A2']);
  });
});

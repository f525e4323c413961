import { setTimeout as sleep } from 'node:timers/promises';
import { Rounds } from './rounds.ts';

describe('rounds', () => {
  it('never overlap, go on after a failure, and leave off when the server stops', async () => {
    let [begun, atOnce, most] = [0, 0, 0];
    const failures: unknown[] = [];
    let leftOff = false;
    const rounds = new Rounds({
      everyMs: 5,
      firstMs: 1,
      work: async (stopping) => {
        begun += 1;
        atOnce += 1;
        most = Math.max(most, atOnce);
        if (begun === 3) for (; !stopping(); await sleep(2));
        else await sleep(12);
        leftOff ||= stopping();
        atOnce -= 1;
        if (begun === 1) throw new Error('not today');
      },
      failed: (error) => failures.push(error),
    });
    rounds.start();
    for (let waited = 0; begun < 3 && waited < 5_000; waited += 5) await sleep(5);
    await sleep(30);
    await rounds.stop();
    expect([begun, most, leftOff, failures.length, atOnce]).toEqual([3, 1, true, 1, 0]);
    await sleep(20);
    expect(begun).toBe(3);
  });
});

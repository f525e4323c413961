/** What the textbook says of a queue that stands still in time: people come at random, at an even rate, and nobody leaves. */
export interface ErlangC {
  /** Offered load in erlangs: how many windows are busy on average. */
  load: number;
  /** Share of people who wait at all; 1 when the windows are too few. */
  pWait: number;
  /** Share who are called within the target. */
  serviceLevel: number;
  /** Mean wait of everybody; `null`: it grows without end. */
  meanWaitMs: number | null;
}

/** Share of people who find all windows taken when nobody queues (Erlang B), by its recursion, which does not overflow. */
function erlangB(load: number, servers: number): number {
  let blocked = 1;
  for (let n = 1; n <= servers; n++) blocked = (load * blocked) / (n + load * blocked);
  return blocked;
}

/**
 * Erlang C, M/M/c.
 * @param perMs people per millisecond
 * @param handlingMs mean time that a person occupies a window
 */
export function erlangC(perMs: number, handlingMs: number, servers: number, targetMs: number): ErlangC {
  const load = perMs * handlingMs;
  if (load === 0) return { load, pWait: 0, serviceLevel: 1, meanWaitMs: 0 };
  if (servers <= load) return { load, pWait: 1, serviceLevel: 0, meanWaitMs: null };
  const blocked = erlangB(load, servers);
  const pWait = blocked / (1 - (load / servers) * (1 - blocked));
  const spare = servers - load;
  return {
    load,
    pWait,
    serviceLevel: 1 - pWait * Math.exp((-spare * targetMs) / handlingMs),
    meanWaitMs: (pWait * handlingMs) / spare,
  };
}

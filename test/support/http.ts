import { Agent } from 'node:http';
import { deviceOf, kioskOf, person, staffOf, type Person } from '../hall/support/people.ts';

/** People who talk to a test server. */
export interface People {
  anybody: Person;
  kiosk(hallId: string): Promise<Person>;
  pad(hallId: string, windowId: string): Promise<Person>;
  staff(hallId: string, username: string): Promise<Person>;
  leave(): void;
}

export function peopleAt(url: string): People {
  const agent = new Agent({ keepAlive: true });
  return {
    anybody: person(url, agent),
    kiosk: (hallId) => kioskOf(url, agent, hallId),
    pad: (hallId, windowId) => deviceOf(url, agent, hallId, { kind: 'pad', windowId }),
    staff: (hallId, username) => staffOf(url, agent, hallId, username),
    leave: () => agent.destroy(),
  };
}

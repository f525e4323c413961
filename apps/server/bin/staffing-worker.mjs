/** Tries rosters beside the server, so that nobody's command waits for thousands of simulated days. Plain Node: works from sources, too. */
import { parentPort, workerData } from 'node:worker_threads';
import { compare, propose } from '@shouwen/domain/staffing/answer';

const tell = (progress) => parentPort.postMessage({ progress });
parentPort.postMessage({ answer: workerData.ask === 'compare' ? compare(workerData) : propose(workerData, tell) });

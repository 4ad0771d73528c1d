// A closed loop of askers over kept-alive connections: each asks again as soon as it was answered.
import { Agent, request } from 'node:http';
import { cpuSecondsOf } from './cpu-time.js';

export interface Target {
  readonly url: string;
  /** Whose CPU time is measured. */
  readonly pid: number;
}

export interface Measured {
  readonly requestsPerSecond: number;
  readonly cpuMsPerRequest: number;
  /** Milliseconds, one per request. */
  readonly delays: readonly number[];
}

interface Load {
  readonly query: string;
  readonly token: string;
  readonly askers: number;
  readonly seconds: number;
}

const agents = new Map<string, Agent>();

/** Throws when any answer is not 200 or carries errors. */
export async function askSteadily({ url, pid }: Target, load: Load): Promise<Measured> {
  const agent = agents.get(url) ?? new Agent({ keepAlive: true });
  agents.set(url, agent);
  const delays: number[] = [];
  const began = performance.now();
  const cpuBefore = cpuSecondsOf(pid);
  const asker = async () => {
    while (performance.now() - began < load.seconds * 1_000) {
      const asked = performance.now();
      const answer = await post(agent, url, load);
      if (answer.includes('"errors"')) throw new Error(answer.slice(0, 500));
      delays.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: load.askers }, asker));
  const seconds = (performance.now() - began) / 1_000;
  return {
    requestsPerSecond: delays.length / seconds,
    cpuMsPerRequest: ((cpuSecondsOf(pid) - cpuBefore) * 1_000) / delays.length,
    delays,
  };
}

function post(agent: Agent, url: string, { query, token }: Load): Promise<string> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  return new Promise((resolve, reject) => {
    const asking = request(url, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => (response.statusCode === 200 ? resolve(text) : reject(new Error(text))));
    });
    asking.on('error', reject).end(JSON.stringify({ query }));
  });
}

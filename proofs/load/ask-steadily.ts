// A closed loop of askers over kept-alive connections: each asks again as soon as it was answered.
import { cpuSecondsOf } from './cpu-time.js';
import { KeptConnection } from './wire/kept-connection.js';

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

export interface Load {
  /** The body of the next request, in ASCII. */
  readonly body: () => string;
  readonly token: string;
  readonly askers: number;
  readonly seconds: number;
}

/** Throws when any answer is not 200 or carries errors. */
export async function askSteadily({ url, pid }: Target, load: Load): Promise<Measured> {
  const connections = await Promise.all(
    Array.from({ length: load.askers }, () => KeptConnection.open(url, load.token)),
  );
  try {
    const delays: number[] = [];
    const began = performance.now();
    const cpuBefore = cpuSecondsOf(pid);
    const askOn = async (connection: KeptConnection) => {
      for (let asked = began; asked - began < load.seconds * 1_000; ) {
        asked = performance.now();
        const answer = await connection.post(load.body());
        if (answer.includes('"errors"')) throw new Error(answer.slice(0, 500));
        delays.push(performance.now() - asked);
      }
    };
    await Promise.all(connections.map(askOn));
    const seconds = (performance.now() - began) / 1_000;
    return {
      requestsPerSecond: delays.length / seconds,
      cpuMsPerRequest: ((cpuSecondsOf(pid) - cpuBefore) * 1_000) / delays.length,
      delays,
    };
  } finally {
    for (const connection of connections) connection.close();
  }
}

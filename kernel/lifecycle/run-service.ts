// start -> ready -> drain -> stop, the same for every process. The only place that owns signals and exit codes.
import { ConfigError } from '../config/read-config.js';
import type { Logger } from '../telemetry/logger.js';
import { createLogger } from '../telemetry/logger.js';
import { seconds } from '../values/time.js';
import { Scope } from './scope.js';

const DRAIN_BUDGET = seconds(15);

/**
 * Runs a service until SIGINT, SIGTERM or the death of its supervisor (a closed IPC channel).
 * `start` opens everything into the scope and returns the port it listens on; readiness is then sent to the parent.
 * Exit codes: 0 after a clean stop, 1 when the start failed or the drain outlasted its budget.
 */
export async function runService(
  name: string,
  start: (scope: Scope) => Promise<{ port: number; log: Logger }>,
): Promise<void> {
  const scope = new Scope();
  let log = createLogger(name);
  let isStopping = false;

  const stop = async (reason: string) => {
    if (isStopping) return;
    isStopping = true;
    log.info('stopping', { reason });
    setTimeout(() => {
      log.critical('the drain outlasted its budget', { budgetMs: DRAIN_BUDGET });
      process.exit(1);
    }, DRAIN_BUDGET).unref();
    try {
      await scope.close();
    } catch (error) {
      log.error('a resource did not close cleanly', { error });
      process.exitCode = 1;
    }
    log.info('stopped');
    process.exit(); // not left to an empty event loop: a library's forgotten timer would keep a deployment waiting
  };

  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(signal));
  process.once('disconnect', () => void stop('the supervisor is gone'));
  process.on('uncaughtException', (error) => {
    log.critical('uncaught exception', { error });
    process.exit(1);
  });
  process.on('unhandledRejection', (error) => {
    log.critical('unhandled rejection', { error });
    process.exit(1);
  });

  try {
    const started = await start(scope);
    log = started.log;
    log.info('ready', { port: started.port });
    process.send?.({ ready: true, port: started.port });
  } catch (error) {
    if (error instanceof ConfigError) for (const problem of error.problems) log.critical(problem);
    else log.critical('the start failed', { error });
    process.exit(1);
  }
}

// A logger that adds the request id to every line. It is small because a stream that waits for hours keeps one.
import type { Fields, Logger } from '@mosaic/kernel/telemetry/logger';

export class RequestLog implements Logger {
  constructor(
    private readonly inner: Logger,
    private readonly requestId: string,
  ) {}

  debug(msg: string, fields?: Fields): void {
    this.inner.debug(msg, this.#also(fields));
  }
  info(msg: string, fields?: Fields): void {
    this.inner.info(msg, this.#also(fields));
  }
  warning(msg: string, fields?: Fields): void {
    this.inner.warning(msg, this.#also(fields));
  }
  error(msg: string, fields?: Fields): void {
    this.inner.error(msg, this.#also(fields));
  }
  critical(msg: string, fields?: Fields): void {
    this.inner.critical(msg, this.#also(fields));
  }
  with(fields: Fields): Logger {
    return this.inner.with(this.#also(fields));
  }

  #also(fields?: Fields): Fields {
    return { requestId: this.requestId, ...fields };
  }
}

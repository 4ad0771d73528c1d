// An operation that came by HTTP. What few operations need is made when it is first asked for.
import { type Locale, localeFrom, type Viewer } from '@mosaic/kernel/identity/viewer';
import type { Logger } from '@mosaic/kernel/telemetry/logger';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import type { Identity } from '../admission/token-desk.js';
import type { Answer, Asked, Passage } from '../passage.js';
import type { PassedOn } from '../plan/call.js';
import type { Accepted } from '../respond/answer-format.js';
import type { ErrorMask } from '../respond/mask-errors.js';
import type { HttpRequest, HttpResponse } from './exchange.js';
import { requestIdFrom, requestIdHeader } from './request-id.js';

export class HttpPassage implements Passage {
  readonly transport = 'http';
  readonly http: { readonly request: HttpRequest; readonly response: HttpResponse };
  readonly requestId: string;
  readonly locale: Locale;
  viewer: Viewer | null = null;
  guest: string | null = null;
  identity: Identity | null = null;
  hasLeft = false;
  declare passedOn?: PassedOn;
  declare mask?: ErrorMask;
  declare accepted?: Accepted;
  declare asked?: Asked;
  declare document?: DocumentNode;
  declare operation?: OperationDefinitionNode;
  declare answer?: Answer;
  #log: Logger | null = null;

  constructor(
    request: HttpRequest,
    response: HttpResponse,
    private readonly doorLog: Logger,
  ) {
    this.http = { request, response };
    this.requestId = requestIdFrom(request.headers[requestIdHeader]);
    this.locale = localeFrom(request.headers['accept-language']);
  }

  get log(): Logger {
    this.#log ??= this.doorLog.with({ requestId: this.requestId });
    return this.#log;
  }

  /** The client left before it was answered. */
  leave(): void {
    this.hasLeft = true;
  }
}

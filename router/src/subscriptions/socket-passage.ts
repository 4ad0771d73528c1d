// An operation that came by socket, on its way through the pipeline.
import type { Locale, Viewer } from '@mosaic/kernel/identity/viewer';
import type { Logger } from '@mosaic/kernel/telemetry/logger';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import type { Answer, Asked, Passage } from '../passage.js';
import type { PassedOn } from '../plan/call.js';
import type { ErrorMask } from '../respond/mask-errors.js';
import type { LiveSocket } from './live-socket.js';
import type { SocketOperation } from './socket-operation.js';

export class SocketPassage implements Passage {
  readonly transport = 'websocket';
  readonly socket: LiveSocket;
  readonly requestId: string;
  readonly locale: Locale;
  viewer: Viewer | null;
  guest: string | null;
  declare passedOn?: PassedOn;
  declare mask?: ErrorMask;
  declare asked?: Asked;
  declare document?: DocumentNode;
  declare operation?: OperationDefinitionNode;
  declare answer?: Answer;

  constructor(
    private readonly of: SocketOperation,
    readonly log: Logger,
  ) {
    const { live } = of;
    this.socket = live;
    this.requestId = of.requestId;
    this.locale = live.locale;
    this.viewer = live.identity?.viewer ?? null;
    this.guest = live.guest;
    if (live.passedOn) this.passedOn = live.passedOn;
  }

  get hasLeft(): boolean {
    return this.of.isOver;
  }
}

// POST /webhooks/stripe: what Stripe calls. Only a fresh signature of its own over the very bytes is believed.
import type { Handler } from '@mosaic/kernel/subgraph/assemble';
import { readBody } from '@mosaic/kernel/subgraph/read-body';
import { applyWebhook } from '../use-cases/orders/apply-webhook.js';
import type { Rooms } from '../use-cases/rooms.js';

const MOST_BYTES = 64 * 1024;

/** 200 when the effect is committed or there is none; 400 forged or older than 300 s; 405; 413; 500 is tried again. */
export const stripePage =
  (rooms: Rooms): Handler =>
  async (request, response) => {
    const tell = (status: number, told: string) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ told }));
    };
    if (request.method !== 'POST') return tell(405, 'POST');
    const body = await readBody(request, MOST_BYTES);
    if (!body) {
      response.setHeader('connection', 'close');
      return tell(413, 'too large');
    }
    const signature = request.headers['stripe-signature'];
    const event = typeof signature === 'string' ? rooms.payments.readWebhook(body, signature) : null;
    if (!event) return tell(400, 'bad signature');
    const outcome = await applyWebhook(rooms, event);
    if (outcome === 'DOES_NOT_FIT')
      rooms.log.warning('a webhook does not fit what we know', { eventId: event.id, type: event.type });
    tell(200, outcome.toLowerCase());
  };

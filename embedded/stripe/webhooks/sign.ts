// Stripe's webhook signature: `t=<seconds>,v1=<hex HMAC-SHA256 of "t.body" under the endpoint's secret>`
// (docs.stripe.com/webhooks, "Verify webhook signatures manually").
import { createHmac } from 'node:crypto';

export function signWebhook(body: string, secret: string, at: number): string {
  const mac = createHmac('sha256', secret).update(`${at}.${body}`).digest('hex');
  return `t=${at},v1=${mac}`;
}

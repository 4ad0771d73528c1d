// Opens the six subgraphs for the demo world: their use cases and stores as the supervisor set them up, without servers, with
// the demo's clock and ids.
import { readBookingConfig } from '@mosaic/booking/config';
import { openBooking } from '@mosaic/booking/subgraph';
import { readCommerceConfig } from '@mosaic/commerce/config';
import { openCommerce } from '@mosaic/commerce/subgraph';
import { readContentConfig } from '@mosaic/content/config';
import { openContent } from '@mosaic/content/subgraph';
import { readCoursesConfig } from '@mosaic/courses/config';
import { openCourses } from '@mosaic/courses/subgraph';
import type { Scope } from '@mosaic/kernel/lifecycle/scope';
import { createLogger } from '@mosaic/kernel/telemetry/logger';
import { readMediaConfig } from '@mosaic/media/config';
import { openMedia } from '@mosaic/media/subgraph';
import { readUsersConfig } from '@mosaic/users/config';
import { openUsers } from '@mosaic/users/subgraph';
import type { Stage } from './stage.js';
import { demoClock, demoMintId } from './timeline.js';

type Opened = Omit<Stage, 'today' | 'say' | 'once'>;

/** Everybody knows the demo's password, so it is hashed cheaply; the first sign-in makes a hash of today's strength. */
const PASSWORD_COST = 4;

/** `environments`: what the supervisor gives each subgraph, as JSON. Everything closes with the scope. */
export async function openStage(
  scope: Scope,
  environments: string | undefined,
  { isFirstFilling }: { isFirstFilling: boolean },
): Promise<Opened> {
  const given = JSON.parse(environments ?? '{}') as Record<string, NodeJS.ProcessEnv>;
  const envOf = (name: string): NodeJS.ProcessEnv => ({ ...given[name], PORT: '0' });
  const overrides = { clock: demoClock, mintId: demoMintId(isFirstFilling), log: createLogger('demo', 'WARNING') };
  // One after the other: each keeps this process busy for a while, and would let the others' connections wait too long.
  return {
    // The past sends no mail.
    users: await openUsers(
      scope,
      { ...readUsersConfig(envOf('users')), PASSWORD_COST },
      { ...overrides, isMute: true },
    ),
    content: await openContent(scope, readContentConfig(envOf('content')), overrides),
    booking: await openBooking(scope, readBookingConfig(envOf('booking')), overrides),
    commerce: await openCommerce(scope, readCommerceConfig(envOf('commerce')), overrides),
    courses: await openCourses(scope, readCoursesConfig(envOf('courses')), overrides),
    media: await openMedia(scope, readMediaConfig(envOf('media')), overrides),
    isPlayMoney: Boolean(envOf('commerce')['STRIPE_API_URL']),
  };
}

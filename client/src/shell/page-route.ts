// One page of the app: where it is, whom it is for, and the module whose `Page` it shows.
import type { ComponentType } from 'react';

export interface PageRoute {
  readonly path: string;
  /** `guests`: only who is not signed in, such as the sign-in page. Who may not see it is led elsewhere. */
  readonly for: 'everybody' | 'guests' | 'signed-in' | 'admins';
  /** One page whatever its parameters: going from one room to another does not build it anew. */
  readonly isOnePage?: true;
  readonly load: () => Promise<{ readonly Page: ComponentType }>;
}

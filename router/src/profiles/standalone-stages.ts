// The stages of a router that knows nothing of its callers: it asks them nothing, and passes on what they bring.
import { passOn } from '../edge/pass-on.js';
import { requireJson } from '../edge/require-json.js';
import type { Stage } from '../passage.js';
import type { OwnStages } from '../pipeline.js';
import { passErrors } from '../respond/pass-errors.js';
import { allowListed, type Listed } from './allow-listed.js';

export interface StandaloneParts {
  readonly listed: Listed;
  /** Lower-case names. */
  readonly passedHeaders: readonly string[];
}

/** Subgraphs are somebody else's: what they say of their errors goes to the client. */
const showErrors: Stage['admit'] = (passage) => {
  passage.mask = passErrors;
  return null;
};

// biome-ignore format: one line per stage, so that the list can be read as one
export const standaloneStages = ({ listed, passedHeaders }: StandaloneParts): OwnStages => ({
  origins: { name: 'allow origins', over: 'http', refuses: [], admit: allowListed(listed) },
  request: { name: 'require json',  over: 'http', refuses: ['UNSUPPORTED_MEDIA_TYPE'], admit: requireJson },
  whoAsks: [
    { name: 'pass on',              over: 'http', refuses: [], admit: passOn(passedHeaders) },
    { name: 'show errors',          over: 'both', refuses: [], admit: showErrors },
  ],
  document: [],
  rules: [],
  meaning: [],
});

// Subgraphs that know clients by what these sent themselves: one socket for all calls that bring the same.
import type { Introduce } from './introduce.js';

/** Stateless: one for every subgraph. */
export const introducePassedOn: Introduce = {
  roadOf: ({ passedOn }) => JSON.stringify(passedOn),
  greet: ({ passedOn: { headers, connectionParams } }) => ({
    headers,
    params: () => {
      if (connectionParams) return connectionParams;
      // Over HTTP nobody says connection_init; servers look for the header's content there, under its usual name.
      const { authorization } = headers;
      return authorization === undefined ? undefined : { Authorization: authorization };
    },
  }),
  extensions: () => undefined,
};

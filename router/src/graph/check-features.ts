// What a supergraph asks of whoever serves it, by the features it links (specs.apollo.dev/link). One that protects or
// changes data and is not carried out here stops the start: such a graph is never served without it.

import type { CoreFeature, Schema } from '@apollo/federation-internals';
import { DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';

/** Refused where they are used, with what would go wrong. */
const NOT_CARRIED_OUT: Readonly<Record<string, string>> = {
  authenticated: 'would be shown to everybody',
  requiresScopes: 'would be shown to everybody',
  policy: 'would be shown to everybody',
  context: 'would be asked without their arguments',
};
const IDENTITY = 'https://specs.apollo.dev/';

/** Throws with a sentence that names the feature, or with the reason why the text is no supergraph. */
export function checkFeatures(supergraphSdl: string): void {
  const { schema } = Supergraph.build(supergraphSdl, { supportedFeatures: null });
  const problems: string[] = [];
  for (const feature of schema.coreFeatures?.allFeatures() ?? []) {
    const { identity } = feature.url;
    const link = feature.url.base.toString();
    if (!feature.purpose || DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES.has(link)) continue;
    const consequence = identity.startsWith(IDENTITY) ? NOT_CARRIED_OUT[identity.slice(IDENTITY.length)] : undefined;
    const uses = consequence === undefined ? [] : placesOf(feature, schema);
    if (consequence === undefined) {
      problems.push(`it needs ${link} (for: ${feature.purpose}), which this router does not know`);
    } else if (uses.length > 0) {
      problems.push(
        `it uses @${feature.nameInSchema}, which this router does not enforce: ${uses.slice(0, 3).join(', ')}${uses.length > 3 ? ` and ${uses.length - 3} more` : ''} ${consequence}`,
      );
    } else {
      // Linked, and used nowhere: there is nothing to carry out. The planner's library keeps this list for everybody.
      DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES.add(link);
    }
  }
  if (problems.length > 0) throw new Error(`this supergraph cannot be served: ${problems.join('; ')}`);
}

/** Coordinates of everything that any directive of the feature stands on. */
function placesOf({ nameInSchema }: CoreFeature, schema: Schema): string[] {
  return schema
    .allDirectives()
    .filter(({ name }) => name === nameInSchema || name.startsWith(`${nameInSchema}__`))
    .flatMap((definition) => [...definition.applications()])
    .map(({ parent }) => String((parent as { coordinate?: string }).coordinate ?? parent));
}

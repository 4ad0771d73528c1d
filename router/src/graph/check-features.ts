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
  const problems = [...(schema.coreFeatures?.allFeatures() ?? [])].flatMap(
    (feature) => problemOf(feature, schema) ?? [],
  );
  if (problems.length > 0) throw new Error(`this supergraph cannot be served: ${problems.join('; ')}`);
}

function problemOf(feature: CoreFeature, schema: Schema): string | null {
  const { identity, base } = feature.url;
  const consequence = identity.startsWith(IDENTITY) ? NOT_CARRIED_OUT[identity.slice(IDENTITY.length)] : undefined;
  if (consequence !== undefined) {
    const uses = placesOf(feature, schema);
    // Linked, and used nowhere: there is nothing to carry out. The planner's library keeps this list for everybody, so
    // that its being there says nothing about another supergraph.
    if (uses.length === 0) DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES.add(base.toString());
    else return `it uses @${feature.nameInSchema}, which this router does not enforce: ${named(uses)} ${consequence}`;
  } else if (feature.purpose && !DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES.has(base.toString())) {
    return `it needs ${base} (for: ${feature.purpose}), which this router does not know`;
  }
  return null;
}

/** Coordinates of everything that any directive of the feature stands on. */
const placesOf = (feature: CoreFeature, schema: Schema): string[] =>
  schema
    .allDirectives()
    .filter((definition) => feature.isFeatureDefinition(definition))
    .flatMap((definition) => [...definition.applications()])
    .map(({ parent }) => String((parent as { coordinate?: string }).coordinate ?? parent));

const named = (places: readonly string[]): string =>
  places.length > 3 ? `${places.slice(0, 3).join(', ')} and ${places.length - 3} more` : places.join(', ');

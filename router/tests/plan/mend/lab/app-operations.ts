// Every operation of the web app, with the fragments it spreads.
import { type DocumentNode, Kind } from 'graphql';

interface AppDocuments {
  findDocuments(): Promise<readonly { readonly document: DocumentNode }[]>;
  fragmentsOf(documents: readonly { readonly document: DocumentNode }[]): unknown;
  withFragments(document: DocumentNode, fragments: unknown): DocumentNode;
}

export async function appOperations(): Promise<DocumentNode[]> {
  // The app's build is not compiled here: it has no types to import.
  const build = new URL('../../../../../client/build/documents.mjs', import.meta.url).href;
  const { findDocuments, fragmentsOf, withFragments } = (await import(build)) as AppDocuments;
  const documents = await findDocuments();
  const fragments = fragmentsOf(documents);
  return documents
    .filter(({ document }) => document.definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION))
    .map(({ document }) => withFragments(document, fragments));
}

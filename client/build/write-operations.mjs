// Writes operations.json: every operation of the app, in the very text that Apollo Client sends. The router plans them at
// its start, and knows them again by their text.
import { rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { print } from '@apollo/client/utilities';
import { Kind } from 'graphql';
import { of } from 'rxjs';
import { findDocuments, fragmentsOf, withFragments } from './documents.mjs';

const path = fileURLToPath(new URL('../operations.json', import.meta.url));

const operationOf = ({ definitions }) => definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);

/** Apollo Client changes documents on their way (it adds __typename, for one), so the list is what arrives at its link. */
function clientThatTells(tell) {
  return new ApolloClient({
    cache: new InMemoryCache(),
    link: new ApolloLink(({ operationName, operationType, query }) => {
      tell({ name: operationName, type: operationType, body: print(query) });
      return of({ data: {} });
    }),
    devtools: { enabled: false },
  });
}

async function operationsIn(documents) {
  const operations = [];
  const client = clientThatTells((operation) => operations.push(operation));
  const send = {
    query: (query) => client.query({ query, fetchPolicy: 'no-cache' }),
    mutation: (mutation) => client.mutate({ mutation, fetchPolicy: 'no-cache' }),
    subscription: (query) => client.subscribe({ query, fetchPolicy: 'no-cache' }).subscribe(),
  };
  for (const document of documents) {
    await send[operationOf(document).operation](document);
  }
  return operations;
}

/** What a visitor needs first is planned first: what stands around every page and on the first one, reading before acting. */
function rank({ location, document }) {
  const isOfFirstPage = !location.includes('/pages/') || location.includes('/pages/home/');
  return (isOfFirstPage ? 0 : 2) + (operationOf(document).operation === 'mutation' ? 1 : 0);
}

const documents = await findDocuments();
const fragments = fragmentsOf(documents);
const asked = documents.filter(({ document }) => operationOf(document)).sort((one, two) => rank(one) - rank(two));
const operations = await operationsIn(asked.map(({ document }) => withFragments(document, fragments)));
if (operations.length !== asked.length) throw new Error(`${operations.length} of ${asked.length} operations were sent`);
// Renamed into place: a router that starts meanwhile reads the whole list, or the one before.
await writeFile(`${path}.next`, `${JSON.stringify({ operations }, null, 1)}\n`);
await rename(`${path}.next`, path);

// Answers that are older than what was written meanwhile. A query that is under way while something is written may have been
// read before it and answered after it: on the screen it would take the writing back. Its answer is not shown; it asks again.
import { ApolloLink } from '@apollo/client';
import { OperationTypeNode } from 'graphql';
import { defer, mergeMap, of, tap } from 'rxjs';

let writes = 0;

/** Something was written: here, or in another tab. Queries that are under way ask again. */
export const written = (): void => {
  writes++;
};

/** Once each: a query that meets a second writing shows what it has, or it might never be answered. */
export const askAgain = new ApolloLink((operation, forward) => {
  if (operation.operationType === OperationTypeNode.MUTATION) {
    // Before anybody sees the answer; and without one too, for it may have been done all the same.
    return forward(operation).pipe(tap({ next: written, error: written, unsubscribe: written }));
  }
  return defer(() => {
    const before = writes;
    return forward(operation).pipe(mergeMap((answer) => (writes === before ? of(answer) : forward(operation))));
  });
});

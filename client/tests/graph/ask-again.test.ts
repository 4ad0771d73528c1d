// A query that was read before something was written and answered after it does not take the writing back.
import { ApolloClient, ApolloLink, gql, InMemoryCache } from '@apollo/client';
import { Observable } from 'rxjs';
import { expect, test } from 'vitest';
import { askAgain, written } from '../../src/graph/ask-again';

const lesson = gql`query Lesson { lesson { id isDone } }`;
const complete = gql`mutation Complete { complete { id isDone } }`;

/** A server that reads when it is asked, and answers when the test says so: what it holds is `isDone`. */
function desk(...links: readonly ApolloLink[]) {
  const held = { isDone: false };
  const asked: string[] = [];
  const answers: { readonly give: () => void; readonly lose: () => void }[] = [];
  const server = new ApolloLink(
    ({ operationName = '', operationType }) =>
      new Observable((observer) => {
        asked.push(operationName);
        if (operationType === 'mutation') held.isDone = true;
        const node = { __typename: 'Lesson', id: '1', ...held };
        answers.push({
          give: () => {
            observer.next({ data: operationType === 'mutation' ? { complete: node } : { lesson: node } });
            observer.complete();
          },
          lose: () => observer.error(new TypeError('lost')),
        });
      }),
  );
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: ApolloLink.from([...links, server]),
    devtools: { enabled: false },
    defaultOptions: {
      watchQuery: { errorPolicy: 'all' },
      query: { errorPolicy: 'all' },
      mutate: { errorPolicy: 'all' },
    },
  });
  const shown: boolean[] = [];
  const watched = client.watchQuery<{ lesson: { isDone: boolean } }>({ query: lesson });
  watched.subscribe(({ data, dataState }) => dataState === 'complete' && shown.push(data.lesson.isDone));
  /** Lets the request answer that was asked as the n-th of all. */
  const answer = async (n: number) => {
    answers[n]?.give();
    await new Promise(setImmediate);
  };
  const lose = (n: number) => answers[n]?.lose();
  return { client, held, shown, asked, answer, lose };
}

test('a query that is answered after a mutation is asked again', async () => {
  const { client, shown, asked, answer } = desk(askAgain);
  void client.mutate({ mutation: complete });
  await answer(1);
  await answer(0);
  expect(asked).toEqual(['Lesson', 'Complete', 'Lesson']);
  await answer(2);
  expect(shown).toEqual([true]);
});

test('without that, the older answer takes the writing back', async () => {
  const { client, shown, answer } = desk();
  void client.mutate({ mutation: complete });
  await answer(1);
  await answer(0);
  expect(shown).toEqual([false]);
});

test('a mutation that was never answered may have been done: the query is asked again', async () => {
  const { client, shown, asked, answer, lose } = desk(askAgain);
  const mutating = client.mutate({ mutation: complete });
  lose(1);
  expect((await mutating).error?.message).toBe('lost');
  await answer(0);
  await answer(2);
  expect(asked).toEqual(['Lesson', 'Complete', 'Lesson']);
  expect(shown).toEqual([true]);
});

test('what another tab has written is asked for again, once however much is written', async () => {
  const { held, shown, asked, answer } = desk(askAgain);
  held.isDone = true;
  written();
  await answer(0);
  written();
  await answer(1);
  expect(asked).toEqual(['Lesson', 'Lesson']);
  expect(shown).toEqual([true]);
});

test('a query that is asked after the writing is asked once', async () => {
  written();
  const { shown, asked, answer } = desk(askAgain);
  await answer(0);
  expect(asked).toEqual(['Lesson']);
  expect(shown).toEqual([false]);
});

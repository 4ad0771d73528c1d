// A null that comes with an error is no answer: not "there is no such course", but "it could not be asked".
import type { ErrorLike } from '@apollo/client';

interface Asked<Found> {
  readonly data?: Found | undefined;
  readonly error?: ErrorLike | undefined;
  refetch(): Promise<unknown>;
}

/** The result of a query for one thing, as <Answer> takes it. */
export const answered = <Found, Key extends keyof Found>({ data, error, refetch }: Asked<Found>, thing: Key) => ({
  data: data && (data[thing] !== null || !error) ? data : undefined,
  error,
  refetch,
});

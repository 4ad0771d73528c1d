// Who is signed in, for every page. Nothing of it is kept outside of the Apollo cache.
import { useQuery } from '@apollo/client/react';
import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { graphql } from '@/graph/generated';
import type { ViewerQuery } from '@/graph/generated/graphql';
import { isSignedIn } from '@/graph/session';
import { hasChosenLocale, setLocale } from '@/words/locale';

export const viewerQuery = graphql(`
  query Viewer {
    me {
      id
      displayName
      email
      isEmailVerified
      locale
      role
      ...Avatar_user
      unreadNotificationCount
      latestNotificationEventId
      latestInboxEventId
      coach {
        id
        standing
      }
    }
  }
`);

export type Viewer = NonNullable<ViewerQuery['me']>;

const ViewerContext = createContext<Viewer | null>(null);

/** The person who is signed in; null for a guest, and until it is known. */
export const useViewer = (): Viewer | null => useContext(ViewerContext);

/** On pages that only signed-in people reach. */
export function useSignedIn(): Viewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error('this page is for people who are signed in');
  return viewer;
}

/** Waits with its children until it is known who asks; `whileUnknown` stands there meanwhile. */
export function ViewerProvider({
  children,
  whileUnknown,
}: {
  readonly children: ReactNode;
  readonly whileUnknown: (retry: (() => void) | null, error: unknown) => ReactNode;
}) {
  const skip = !isSignedIn();
  const { data, error, refetch } = useQuery(viewerQuery, { skip });
  const viewer = data?.me ?? null;
  useEffect(() => {
    if (viewer && !hasChosenLocale()) setLocale(viewer.locale.startsWith('fr') ? 'fr' : 'en');
  }, [viewer]);
  if (!skip && !viewer) return whileUnknown(error ? () => void refetch() : null, error);
  return <ViewerContext value={viewer}>{children}</ViewerContext>;
}

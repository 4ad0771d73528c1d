// Who is signed in, for every page. Without a connection it is who was there last: their id, name and language are kept.
import { useQuery } from '@apollo/client/react';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { readFailure } from '@/graph/failure';
import { graphql } from '@/graph/generated';
import type { ViewerQuery } from '@/graph/generated/graphql';
import { isSignedIn } from '@/graph/session';
import { keepViewer, keptViewer } from '@/offline/kept-viewer';
import { onReturn } from '@/offline/on-return';
import { hasChosenLocale, setLocale } from '@/words/locale';

const viewerQuery = graphql(`
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
  const known = data?.me ?? null;
  const fromDevice = useKept(!skip && !known, error, refetch);
  const viewer = known ?? fromDevice;
  useEffect(() => {
    if (known) void keepViewer(known);
  }, [known]);
  useEffect(() => {
    if (viewer && !hasChosenLocale()) setLocale(viewer.locale.startsWith('fr') ? 'fr' : 'en');
  }, [viewer]);
  if (!skip && !viewer) return whileUnknown(error ? () => void refetch() : null, error);
  return <ViewerContext value={viewer}>{children}</ViewerContext>;
}

/** Who was signed in here last, while the server cannot be asked; it is asked again as soon as it can. */
function useKept(isUnknown: boolean, error: unknown, ask: () => Promise<unknown>): Viewer | null {
  const [viewer, setViewer] = useState<Viewer | null>(null);
  const isUnreached = isUnknown && (error ? readFailure(error).kind === 'offline' : !navigator.onLine);
  useEffect(() => {
    if (!isUnreached) return;
    void keptViewer().then(setViewer);
    return onReturn(() => void ask());
  }, [isUnreached, ask]);
  return viewer;
}

// What surrounds every page: the navigation, the bar above, the state of the connection, the toasts.
import { Suspense, useEffect } from 'react';
import { Outlet, useLocation } from 'react-router';
import { Offline } from '@/offline/offline';
import { useViewer } from '@/parts/viewer';
import { Lines } from '@/ui/answer';
import { Toasts } from '@/ui/toasts';
import { useWords } from '@/words/words';
import { ConnectionNotice } from './connection-notice';
import { Crash } from './crash';
import { LiveBadges } from './live-badges';
import { Navigation } from './navigation';
import { pageKey } from './routes';
import classes from './shell.module.css';
import { shellWords } from './shell-words';
import { TopBar } from './top-bar';

export function Shell() {
  const words = useWords(shellWords);
  const viewer = useViewer();
  const { pathname } = useLocation();
  useEffect(() => {
    if (!location.hash && pathname) window.scrollTo(0, 0);
  }, [pathname]);
  return (
    <div className={classes['shell']}>
      <a href="#content" className={classes['skip']}>
        {words.skip}
      </a>
      <TopBar />
      <Navigation />
      <main id="content" className={classes['main']} tabIndex={-1}>
        <ConnectionNotice />
        <Crash key={pageKey(pathname)}>
          <Suspense fallback={<Lines count={5} />}>
            <Outlet />
          </Suspense>
        </Crash>
      </main>
      {viewer && <LiveBadges viewer={viewer} />}
      <Offline />
      <Toasts />
    </div>
  );
}

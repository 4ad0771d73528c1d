// The start page: what matters today for who is signed in, else what Mosaic is. Each is loaded alone.
import { lazy } from 'react';
import { useViewer } from '@/parts/viewer';
import { SignedInHome } from './signed-in-home';

const Landing = lazy(async () => ({ default: (await import('./landing/landing')).Landing }));

export function Page() {
  const viewer = useViewer();
  return viewer ? <SignedInHome viewer={viewer} /> : <Landing />;
}

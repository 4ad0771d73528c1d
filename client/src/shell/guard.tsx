// Leads whom a page is not for to where they can go. The server decides what anybody may see; this is courtesy.
import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { useViewer } from '@/parts/viewer';
import { Problem } from '@/ui/problem';
import type { PageRoute } from './page-route';

export function Guard({ audience, children }: { readonly audience: PageRoute['for']; readonly children: ReactNode }) {
  const viewer = useViewer();
  const { pathname, search } = useLocation();
  if (audience === 'guests' && viewer) return <Navigate to="/" replace />;
  if ((audience === 'signed-in' || audience === 'admins') && !viewer) {
    return <Navigate to={`/sign-in?next=${encodeURIComponent(pathname + search)}`} replace />;
  }
  if (audience === 'admins' && viewer?.role !== 'ADMIN') {
    return <Problem failure={{ kind: 'refused', code: 'FORBIDDEN', requestId: null }} />;
  }
  return children;
}

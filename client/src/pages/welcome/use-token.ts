// The token of a mailed link. It stands behind the #, which no browser sends to a server, and leaves the address at once
// so that it is neither seen nor kept in the history.
import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';

/** Null when the link has none. */
export function useToken(): string | null {
  const { hash, pathname } = useLocation();
  const navigate = useNavigate();
  const [token] = useState(() => new URLSearchParams(hash.slice(1)).get('token'));
  useEffect(() => {
    if (hash) void navigate(pathname, { replace: true });
  }, [hash, pathname, navigate]);
  return token;
}

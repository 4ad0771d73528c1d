// Calls after a pause, as typing into a search box wants it; not at all when another page was opened meanwhile: its
// address is there already while this page still stands, and must not be overwritten by ours.
import { useDebouncedCallback } from '@mantine/hooks';
import { useLocation } from 'react-router';

/** `pauseMs` after the latest call. */
export function useSoonHere<Given extends unknown[]>(
  call: (...given: Given) => void,
  pauseMs: number,
): (...given: Given) => void {
  const { pathname } = useLocation();
  return useDebouncedCallback((...given: Given) => {
    if (window.location.pathname === pathname) call(...given);
  }, pauseMs);
}

// Signing in or up, as a form uses it. When it worked the app is loaded anew: nothing that a guest saw stays in memory.
import { type FormEvent, useState } from 'react';
import { useSearchParams } from 'react-router';
import { readFailure } from '@/graph/failure';
import { enter, type Refusal } from '@/graph/session';
import { failed } from '@/ui/toasts';
import { ownPath } from './own-path';

export function useEntering(verb: 'sign-in' | 'sign-up', also: Readonly<Record<string, string>> = {}) {
  const [search] = useSearchParams();
  const [isBusy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]);
    setBusy(true);
    setRefusals([]);
    try {
      const refused = await enter(verb, { ...Object.fromEntries(form), ...also });
      setRefusals(refused);
      // Busy until the page is gone: a second click would sign in twice.
      if (refused.length === 0) return location.assign(ownPath(search.get('next')));
    } catch (error) {
      failed(readFailure(error));
    }
    setBusy(false);
  };
  return { send, isBusy, refusals };
}

// Short messages at the edge of the screen, spoken by screen readers too. They wait while the pointer or focus is on them.
import { Alert, Anchor, Button, CloseButton, Group } from '@mantine/core';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Link } from 'react-router';
import type { Failure } from '@/graph/failure';
import { useWords, wordsNow } from '@/words/words';
import { stateWords } from './state-words';
import classes from './toasts.module.css';

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly detail: string | null;
  readonly tone: 'good' | 'bad';
  /** The page that it is about. */
  readonly to?: string;
  /** What can be done about it; until then, or until it is closed, it stays. */
  readonly offer?: { readonly label: string; readonly accept: () => void };
}

const STAYS_MS = 6_000;
const MOST = 4;
let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

function show(toast: Omit<Toast, 'id'>): void {
  change([...toasts, { ...toast, id: ++lastId }].slice(-MOST));
}

/** Something worked that is not visible by itself, or happened elsewhere; `to` is the page that shows it. */
export const said = (text: string, to?: string): void => show({ text, detail: null, tone: 'good', ...(to && { to }) });

/** Something did not work; the request id finds it in the logs. */
export function failed({ kind, requestId }: Failure): void {
  const words = wordsNow(stateWords);
  show({ text: words[kind], detail: requestId && `${words.requestId} ${requestId}`, tone: 'bad' });
}

/** Something was refused, in a place without a form to say it. */
export const refused = (text: string): void => show({ text, detail: null, tone: 'bad' });

/** Something can be done now, such as taking a new version. */
export const offered = (text: string, label: string, accept: () => void): void =>
  show({ text, detail: null, tone: 'good', offer: { label, accept } });

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function Toasts() {
  const shown = useSyncExternalStore(subscribe, () => toasts);
  return (
    <div className={classes['corner']} role="status" aria-live="polite">
      {shown.map((toast) => (
        <OneToast key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function OneToast({ toast: { id, text, detail, tone, to, offer } }: { readonly toast: Toast }) {
  const words = useWords(stateWords);
  const [isHeld, setHeld] = useState(false);
  const close = () => change(toasts.filter((toast) => toast.id !== id));
  useEffect(() => {
    if (isHeld || offer) return;
    const timer = setTimeout(() => change(toasts.filter((toast) => toast.id !== id)), STAYS_MS);
    return () => clearTimeout(timer);
  }, [id, isHeld, offer]);
  return (
    <Alert
      className={classes['toast']}
      color={tone === 'good' ? 'teal' : 'red'}
      role="presentation"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <div>
          {to ? (
            <Anchor component={Link} to={to} c="inherit" inherit onClick={close}>
              {text}
            </Anchor>
          ) : (
            <div>{text}</div>
          )}
          {detail && <small>{detail}</small>}
          {offer && (
            <Button size="compact-sm" mt="xs" onClick={offer.accept}>
              {offer.label}
            </Button>
          )}
        </div>
        <CloseButton size="sm" aria-label={words.close} onClick={close} />
      </Group>
    </Alert>
  );
}

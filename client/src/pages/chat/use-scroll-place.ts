// Where one stands in a conversation: at its end, which it then sticks to; or somewhere above, where nothing jumps when
// older messages come before or new ones after.
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

interface Shown {
  /** Keys of the first and the last row that is shown; they change when rows come before or after. */
  readonly first: string | undefined;
  readonly last: string | undefined;
  /** The mark before what is unread, once it is known. */
  readonly hasMark: boolean;
}

export interface ScrollPlace {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly isAtEnd: boolean;
  toEnd(): void;
  /** For the list's onScroll. */
  follow(): void;
}

/** Closer to the end than this is at the end. */
const NEAR_PX = 48;
const ROW = '[data-row]';
const MARK = '[data-mark]';

export function useScrollPlace({ first, last, hasMark }: Shown): ScrollPlace {
  const list = useRef<HTMLDivElement>(null);
  const [isAtEnd, setAtEnd] = useState(true);
  const sticks = useRef(true);
  const top = useRef<{ readonly row: Element; readonly offset: number } | null>(null);

  const lastTop = useRef(0);

  const follow = useCallback(() => {
    const box = list.current;
    if (!box) return;
    // Only who goes up leaves the end: rows that grow below, such as pictures, may be measured after this.
    if (isNearEnd(box)) sticks.current = true;
    else if (box.scrollTop < lastTop.current) sticks.current = false;
    lastTop.current = box.scrollTop;
    setAtEnd(sticks.current);
    const row = box.querySelector(ROW);
    top.current = row && { row, offset: offsetIn(box, row) };
  }, []);
  const toEnd = useCallback(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
    follow();
  }, [follow]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at whenever rows came before or after
  useLayoutEffect(() => {
    const box = list.current;
    if (!box) return;
    // Scrolled up, and the event that says so is still to come: rows may arrive between the two.
    const up = Math.max(0, lastTop.current - box.scrollTop);
    if (up > 0 && !isNearEnd(box)) sticks.current = false;
    if (sticks.current) box.scrollTop = box.scrollHeight;
    else if (top.current?.row.isConnected) {
      box.scrollTop += offsetIn(box, top.current.row) - (top.current.offset + up);
    }
    follow();
  }, [first, last, follow]);

  useLayoutEffect(() => {
    const mark = hasMark && list.current?.querySelector(MARK);
    if (!mark || !list.current) return;
    list.current.scrollTop += offsetIn(list.current, mark) - NEAR_PX;
    follow();
  }, [hasMark, follow]);

  useEffect(() => {
    const box = list.current;
    if (!box) return;
    // Pictures arrive, rows are measured, the window changes: the end stays in view for who was there.
    const watcher = new ResizeObserver(() => {
      if (sticks.current) box.scrollTop = box.scrollHeight;
    });
    watcher.observe(box);
    for (const child of box.children) watcher.observe(child);
    return () => watcher.disconnect();
  }, []);

  return { list, isAtEnd, toEnd, follow };
}

const isNearEnd = (box: Element): boolean => box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_PX;

const offsetIn = (box: Element, row: Element): number =>
  row.getBoundingClientRect().top - box.getBoundingClientRect().top;

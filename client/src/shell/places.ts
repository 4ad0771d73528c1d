// The places of the navigation, in order.
import {
  Activity,
  CalendarDays,
  Code,
  GraduationCap,
  House,
  Images,
  type LucideIcon,
  MessageCircle,
  PartyPopper,
  ShieldCheck,
  ShoppingBag,
  Sparkles,
} from 'lucide-react';
import type { PageRoute } from './page-route';
import type { shellWords } from './shell-words';

interface Place {
  readonly to: string;
  readonly name: keyof (typeof shellWords)['en']['places'];
  readonly icon: LucideIcon;
  readonly for: PageRoute['for'];
  /** Among the five that a phone's bar has room for. */
  readonly isFirst?: boolean;
}

export const places: readonly Place[] = [
  { to: '/', name: 'home', icon: House, for: 'everybody', isFirst: true },
  { to: '/chat', name: 'chat', icon: MessageCircle, for: 'signed-in', isFirst: true },
  { to: '/events', name: 'events', icon: PartyPopper, for: 'signed-in', isFirst: true },
  { to: '/coaches', name: 'coaches', icon: Sparkles, for: 'everybody' },
  { to: '/planning', name: 'planning', icon: CalendarDays, for: 'signed-in' },
  { to: '/shop', name: 'shop', icon: ShoppingBag, for: 'everybody', isFirst: true },
  { to: '/courses', name: 'courses', icon: GraduationCap, for: 'everybody' },
  { to: '/albums', name: 'albums', icon: Images, for: 'signed-in' },
  { to: '/monitors', name: 'monitors', icon: Activity, for: 'signed-in' },
  { to: '/admin', name: 'admin', icon: ShieldCheck, for: 'admins' },
  { to: '/developers', name: 'developers', icon: Code, for: 'everybody' },
];

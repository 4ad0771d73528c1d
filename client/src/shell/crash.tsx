// A page that breaks, or whose code cannot be loaded, breaks alone: the navigation stays.
import { Component, type ReactNode } from 'react';
import { Problem } from '@/ui/problem';

interface CrashState {
  readonly error: unknown;
}

export class Crash extends Component<{ readonly children: ReactNode }, CrashState> {
  override state: CrashState = { error: null };

  static getDerivedStateFromError(error: unknown): CrashState {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    const kind = navigator.onLine ? 'broken' : 'offline';
    return <Problem failure={{ kind, code: null, requestId: null }} onRetry={() => location.reload()} />;
  }
}

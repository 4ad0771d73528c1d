// The start page: what matters today.
import { useViewer } from '@/parts/viewer';
import { Page as Frame } from '@/ui/page';

export function Page() {
  const viewer = useViewer();
  return <Frame title={viewer ? viewer.displayName : 'Mosaic'}>…</Frame>;
}

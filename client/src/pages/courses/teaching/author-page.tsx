// A coach's own courses.
import { Page as Frame } from '@/ui/page';

export function Page() {
  return <Frame title="">{null}</Frame>;
}

import { Page as Frame } from '@/ui/page';

export const Page = () => <Frame title="…">…</Frame>;

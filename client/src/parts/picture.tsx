// A medium as a picture that fits its place: the browser picks the variant, the place is kept while it loads, and what
// cannot be shown (gone, a document, a subgraph that is down) says so by an icon of the same size.
import { FileText, Film, ImageOff } from 'lucide-react';
import { useState } from 'react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { keepFresh } from '@/graph/session';
import classes from './picture.module.css';

const fragment = graphql(`
  fragment Picture_media on Media {
    id
    kind
    width
    height
    variants {
      name
      width
      height
      url
    }
  }
`);

interface PictureProps {
  readonly media: FragmentType<typeof fragment> | null | undefined;
  /** What it shows; empty when the text beside it says so already. */
  readonly alt: string;
  /** How wide it stands on the page, as the HTML attribute says it: "(max-width: 48em) 100vw, 20rem". */
  readonly sizes: string;
  /** Width by height of its place, which it then fills; by default its own. */
  readonly aspect?: number;
  /** Seen at once, such as in a lightbox: not waited with until it scrolls into view. */
  readonly isEager?: boolean;
}

const SHOWN = new Set(['small', 'medium', 'large']);
const icons = { IMAGE: ImageOff, DOCUMENT: FileText, VIDEO: Film };

export function Picture({ media, alt, sizes, aspect, isEager = false }: PictureProps) {
  const picture = unmask(fragment, media);
  const [way, setWay] = useState<'signed' | 'session' | 'none'>('signed');
  const forms = picture?.variants.filter(({ name }) => SHOWN.has(name)) ?? [];
  const [least] = forms;
  const shape = aspect ?? (picture?.width && picture.height ? picture.width / picture.height : 3 / 2);
  if (!picture || !least || way === 'none') {
    const Icon = icons[picture?.kind ?? 'IMAGE'];
    const label = alt ? ({ role: 'img', 'aria-label': alt } as const) : ({ 'aria-hidden': true } as const);
    return (
      <div className={classes['missing']} style={{ aspectRatio: shape }} {...label}>
        <Icon size={28} strokeWidth={1.5} aria-hidden />
      </div>
    );
  }
  const address = (url: string) => (way === 'signed' ? url : withoutSignature(url));
  // A signed address is good for some minutes; after that the session opens the same picture.
  const tryOtherwise = () => {
    if (way === 'session' || !least.url.includes('sig=')) return setWay('none');
    keepFresh().then(
      () => setWay('session'),
      () => setWay('none'),
    );
  };
  return (
    <img
      className={classes['picture']}
      style={aspect ? { aspectRatio: aspect } : undefined}
      alt={alt}
      src={address((forms.find(({ name }) => name === 'medium') ?? least).url)}
      srcSet={forms.map(({ url, width }) => `${address(url)} ${width ?? 256}w`).join(', ')}
      sizes={sizes}
      width={picture.width ?? least.width ?? undefined}
      height={picture.height ?? least.height ?? undefined}
      loading={isEager ? 'eager' : 'lazy'}
      decoding="async"
      onError={tryOtherwise}
    />
  );
}

const withoutSignature = (url: string): string => url.split('?')[0] ?? url;

// The picture of a course. Decorative: its title stands beside it.
import { ROWS, tilesOf } from './tiles';

interface CourseCoverProps {
  readonly slug: string;
  readonly height?: number;
  /** Over the whole width of a page. */
  readonly isWide?: boolean;
}

export function CourseCover({ slug, height = 132, isWide = false }: CourseCoverProps) {
  const columns = isWide ? 16 : 8;
  return (
    <svg
      viewBox={`0 0 ${columns} ${ROWS}`}
      preserveAspectRatio="xMidYMid slice"
      width="100%"
      height={height}
      display="block"
      shapeRendering="crispEdges"
      aria-hidden
    >
      {tilesOf(slug, columns).map(({ x, y, color }) => (
        <rect key={`${x}-${y}`} x={x} y={y} width={1.02} height={1.02} fill={color} />
      ))}
    </svg>
  );
}

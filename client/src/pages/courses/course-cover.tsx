// The picture of a course. Decorative: its title stands beside it.
import { COLUMNS, ROWS, tilesOf } from './tiles';

export function CourseCover({ slug, height = 132 }: { readonly slug: string; readonly height?: number }) {
  return (
    <svg
      viewBox={`0 0 ${COLUMNS} ${ROWS}`}
      preserveAspectRatio="xMidYMid slice"
      width="100%"
      height={height}
      display="block"
      shapeRendering="crispEdges"
      aria-hidden
    >
      {tilesOf(slug).map(({ x, y, color }) => (
        <rect key={`${x}-${y}`} x={x} y={y} width={1.02} height={1.02} fill={color} />
      ))}
    </svg>
  );
}

// A mosaic of tiles, the same at every visit. Decoration only.

const COLUMNS = 8;
const ROWS = 10;
const SIDE = 60;
const GROUNDS = ['#33267f', '#4d3baf', '#6a54dc', '#8f80e8', '#22185c'];
const FIGURES = ['#ffb86b', '#ff8fa3', '#5fd3bc', '#c8c0f4', '#ffe08a', '#7ec8ff'];

/** Whole numbers that look like chance, and are not. */
const scattered = (seed: number, below: number): number =>
  Math.floor((Math.sin(seed * 12.9898) * 43758.5453 + 1e6) % below);

/** Shapes in a tile: quarter of a disc, half of the tile, a disc, a leaf, nothing. */
const shapes = [
  `M0 0H${SIDE}A${SIDE} ${SIDE} 0 0 1 0 ${SIDE}Z`,
  `M0 0L${SIDE} ${SIDE}H0Z`,
  `M${SIDE / 2} 10a20 20 0 1 0 .01 0Z`,
  `M0 0A${SIDE} ${SIDE} 0 0 1 ${SIDE} ${SIDE}A${SIDE} ${SIDE} 0 0 1 0 0Z`,
  '',
];

const tiles = Array.from({ length: COLUMNS * ROWS }, (_, at) => ({
  key: `${at % COLUMNS} ${Math.floor(at / COLUMNS)}`,
  move: `translate(${(at % COLUMNS) * SIDE} ${Math.floor(at / COLUMNS) * SIDE})`,
  turn: `rotate(${scattered(at + 7, 4) * 90} ${SIDE / 2} ${SIDE / 2})`,
  ground: GROUNDS[scattered(at + 1, GROUNDS.length)],
  figure: FIGURES[scattered(at * 3 + 5, FIGURES.length)],
  shape: shapes[scattered(at * 5 + 2, shapes.length)],
}));

export const Mosaic = () => (
  <svg viewBox={`0 0 ${COLUMNS * SIDE} ${ROWS * SIDE}`} preserveAspectRatio="xMidYMid slice" aria-hidden="true">
    {tiles.map(({ key, move, turn, ground, figure, shape }) => (
      <g key={key} transform={move}>
        <rect width={SIDE} height={SIDE} fill={ground} />
        <path d={shape} fill={figure} transform={turn} />
      </g>
    ))}
  </svg>
);

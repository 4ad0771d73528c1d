// Pictures for the demo world, painted on the fly: skies with hills, people, and things on a table. The same seed paints the
// same picture.
import sharp from 'sharp';
import { type Chance, namedChance } from './chance.js';

export type Motif = 'PERSON' | 'LANDSCAPE' | 'THING';

const SIZES = { PERSON: [320, 320], LANDSCAPE: [960, 640], THING: [640, 640] } as const;

/** A JPEG. */
export async function paint(motif: Motif, name: string): Promise<Buffer> {
  const chance = namedChance(`picture of ${name}`);
  const [width, height] = SIZES[motif];
  const hue = chance.between(0, 359);
  const shapes = { PERSON: person, LANDSCAPE: landscape, THING: thing }[motif](chance, hue, width, height);
  const sky = `<linearGradient id="sky" x1="0" y1="0" x2="${chance.next().toFixed(2)}" y2="1">
    <stop offset="0" stop-color="${tone(hue, 55, 62)}"/><stop offset="1" stop-color="${tone(hue + 40, 60, 86)}"/>
    </linearGradient>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>${sky}</defs>
    <rect width="${width}" height="${height}" fill="url(#sky)"/>${shapes}</svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer();
}

const tone = (hue: number, saturation: number, light: number) => `hsl(${hue % 360}, ${saturation}%, ${light}%)`;

const circle = (x: number, y: number, radius: number, fill: string) =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>`;

function person(chance: Chance, hue: number, width: number, height: number): string {
  const skin = tone(chance.between(18, 32), chance.between(35, 60), chance.between(38, 80));
  const hair = tone(chance.between(10, 45), chance.between(20, 60), chance.between(12, 60));
  const [x, y, size] = [width / 2, height * 0.42, width * 0.2];
  const shoulders = `<ellipse cx="${x}" cy="${height}" rx="${width * 0.36}" ry="${height * 0.32}" fill="${tone(hue + 180, 45, 42)}"/>`;
  const fringe = `<path d="M ${x - size} ${y} a ${size} ${size} 0 0 1 ${2 * size} 0 q ${-size} ${-size * chance.next()} ${-2 * size} 0" fill="${hair}"/>`;
  return shoulders + circle(x, y - size * 0.1, size * 1.12, hair) + circle(x, y, size, skin) + fringe;
}

function landscape(chance: Chance, hue: number, width: number, height: number): string {
  const sun = circle(
    chance.between(120, width - 120),
    chance.between(90, 220),
    chance.between(36, 70),
    tone(48, 90, 78),
  );
  const ridges = [0.5, 0.64, 0.8].map((level, at) => {
    const points = Array.from({ length: 9 }, (_, step) => {
      const y = height * level + chance.between(-60, 60) / (at + 1);
      return `${((width * step) / 8).toFixed(0)},${y.toFixed(0)}`;
    });
    return `<polygon points="0,${height} ${points.join(' ')} ${width},${height}" fill="${tone(hue + 70, 30, 52 - at * 13)}"/>`;
  });
  return sun + ridges.join('');
}

function thing(chance: Chance, hue: number, width: number, height: number): string {
  const table = `<rect y="${height * 0.7}" width="${width}" height="${height * 0.3}" fill="${tone(hue + 20, 30, 74)}"/>`;
  const shadow = `<ellipse cx="${width / 2}" cy="${height * 0.79}" rx="${width * 0.28}" ry="${height * 0.04}" fill="#0003"/>`;
  const [wide, tall] = [width * (0.26 + chance.next() * 0.22), height * (0.3 + chance.next() * 0.2)];
  const [left, top] = [(width - wide) / 2, height * 0.79 - tall];
  const round = chance.between(8, 90);
  const body = `<rect x="${left}" y="${top}" width="${wide}" height="${tall}" rx="${round}" fill="${tone(hue + 190, 55, 48)}"/>`;
  const band = `<rect x="${left}" y="${top + tall * 0.42}" width="${wide}" height="${tall * 0.14}" fill="${tone(hue + 210, 60, 78)}"/>`;
  return table + shadow + body + band;
}

// What a picture says of itself: when, with what, where. Read before everything of it is dropped.
import exifr from 'exifr';
import type { FoundExif } from './job.js';

interface Tags {
  DateTimeOriginal?: unknown;
  OffsetTimeOriginal?: unknown;
  Make?: unknown;
  Model?: unknown;
  latitude?: unknown;
  longitude?: unknown;
}

/** Null when it says nothing that can be read. Times without a zone are taken as UTC, because cameras do not say. */
export async function readExif(bytes: Uint8Array): Promise<FoundExif | null> {
  const tags = await readTags(bytes);
  if (!tags) return null;
  const exif = { takenAt: momentOf(tags), camera: cameraOf(tags), location: placeOf(tags) };
  return exif.takenAt === null && exif.camera === null && exif.location === null ? null : exif;
}

async function readTags(bytes: Uint8Array): Promise<Tags | null> {
  try {
    return ((await exifr.parse(bytes, { tiff: true, exif: true, gps: true, reviveValues: false })) as Tags) ?? null;
  } catch {
    return null; // damaged metadata is no metadata: it is dropped anyway
  }
}

function momentOf({ DateTimeOriginal, OffsetTimeOriginal }: Tags): number | null {
  const [, date, time] = /^(\d{4}:\d\d:\d\d) (\d\d:\d\d:\d\d)/.exec(String(DateTimeOriginal ?? '')) ?? [];
  if (!date || !time) return null;
  const offset = /^[+-]\d\d:\d\d$/.exec(String(OffsetTimeOriginal ?? ''))?.[0] ?? 'Z';
  const moment = Date.parse(`${date.replaceAll(':', '-')}T${time}${offset}`);
  return Number.isNaN(moment) ? null : moment;
}

function cameraOf({ Make, Model }: Tags): string | null {
  const words = [Make, Model].filter((word): word is string => typeof word === 'string').map((word) => word.trim());
  const [make = '', model = ''] = words;
  const name = model.startsWith(make) ? model || make : `${make} ${model}`;
  const clean = name.replace(/[\p{C}\p{Cs}]/gu, '').trim();
  return clean === '' ? null : [...clean].slice(0, 100).join('');
}

function placeOf({ latitude, longitude }: Tags): FoundExif['location'] {
  const isWithin = (value: unknown, most: number): value is number =>
    typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= most;
  return isWithin(latitude, 90) && isWithin(longitude, 180) ? { latitude, longitude } : null;
}

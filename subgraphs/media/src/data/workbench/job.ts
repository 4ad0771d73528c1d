// What the main thread and a worker say to each other.

export interface Job {
  readonly type: 'jpg' | 'png' | 'gif' | 'pdf';
  readonly bytes: Uint8Array;
  /** Whether square variants are wanted. */
  readonly isAvatar: boolean;
  /** How long it may be worked on. */
  readonly seconds: number;
}

export interface MadeFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  readonly width: number | null;
  readonly height: number | null;
}

export interface FoundExif {
  /** Epoch milliseconds. */
  readonly takenAt: number | null;
  readonly camera: string | null;
  readonly location: { readonly latitude: number; readonly longitude: number } | null;
}

export type Made =
  | { readonly outcome: 'UNREADABLE' }
  | { readonly outcome: 'TOO_LONG' }
  | { readonly outcome: 'TOO_MANY_PIXELS' }
  | { readonly outcome: 'TOO_MANY_FRAMES' }
  | {
      readonly outcome: 'MADE';
      readonly width: number | null;
      readonly height: number | null;
      readonly exif: FoundExif | null;
      readonly files: readonly MadeFile[];
    };

export const MOST_PIXELS = 40_000_000;
export const MOST_FRAMES = 200;

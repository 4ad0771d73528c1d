// The look of Mosaic over Mantine: colours, corners, and contrasts that meet WCAG AA in both schemes.
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

const iris: MantineColorsTuple = [
  ...(['#f4f2ff', '#e5e1fb', '#c8c0f4', '#a99dee', '#8f80e8', '#7d6be4'] as const),
  ...(['#6a54dc', '#5a46c4', '#4d3baf', '#3c2d8f'] as const),
];
/** Slightly blue, so that cards and text do not look like soot. */
const dark: MantineColorsTuple = [
  ...(['#e4e6ec', '#c4c8d2', '#a3a8b6', '#81879a', '#5b6174', '#3e4354'] as const),
  ...(['#2d313f', '#1f222d', '#181a23', '#101219'] as const),
];

export const theme = createTheme({
  primaryColor: 'iris',
  primaryShade: { light: 6, dark: 6 },
  colors: { iris, dark },
  autoContrast: true,
  defaultRadius: 'md',
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  headings: { fontFamily: '"Inter Variable", system-ui, sans-serif', fontWeight: '650' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
});

const tinted = ['iris', 'blue', 'teal', 'green', 'orange', 'red', 'pink', 'grape', 'yellow', 'gray', 'cyan', 'lime'];

/** Even their darkest shade is too light for text. */
const pale = new Set(['yellow', 'lime', 'orange']);

/** Mantine's dimmed text and tinted variants are too pale to read on their grounds (contrast below 4.5). */
export const readableVariables: CSSVariablesResolver = ({ colors }) => {
  const light: Record<string, string> = {
    '--mantine-color-body': '#f8f8fb',
    '--mantine-color-dimmed': '#565c6b',
    '--mantine-color-placeholder': '#6b7080',
    '--mantine-color-error': '#c92a2a',
    '--card': '#ffffff',
    '--line': '#e3e4ec',
  };
  const darkScheme: Record<string, string> = {
    '--mantine-color-body': '#12141c',
    '--mantine-color-dimmed': '#a8adbb',
    '--mantine-color-placeholder': '#9097a8',
    '--mantine-color-error': '#ff8787',
    '--mantine-color-anchor': '#b3a8f2',
    '--card': '#1b1e28',
    '--line': '#2e3240',
  };
  for (const name of tinted) {
    const shades = colors[name];
    if (!shades) continue;
    light[`--mantine-color-${name}-light-color`] =
      name === 'iris' ? shades[7] : mixed(shades[9], 'black', pale.has(name) ? 58 : 82);
    darkScheme[`--mantine-color-${name}-light-color`] = shades[2];
    darkScheme[`--mantine-color-${name}-text`] = shades[3];
  }
  return { variables: {}, light, dark: darkScheme };
};

const mixed = (color: string, other: string, percent: number) => `color-mix(in srgb, ${color} ${percent}%, ${other})`;

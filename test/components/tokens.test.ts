import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync('app/globals.css', 'utf8');
const tokens = Object.fromEntries(
  [...css.matchAll(/--([a-z-]+): (?:light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)|(#[0-9a-f]{6}));/g)].map(
    ([, name = '', light, dark, both]) => [name, { light: light ?? both ?? '', dark: dark ?? both ?? '' }],
  ),
);

/** WCAG 2.2 relative luminance and contrast ratio. https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  const color = (name: string) => tokens[name]?.[theme] ?? `no token ${name}`;

  test.each(['ink', 'dim', 'cable', 'holds', 'refused'])('%s is readable on every surface', (name) => {
    for (const surface of ['paper', 'panel', 'sunk'])
      expect(contrast(color(name), color(surface)), surface).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['cable', 'holds', 'refused', 'ink'])('paper is readable on %s', (name) => {
    expect(contrast(color('paper'), color(name))).toBeGreaterThanOrEqual(4.5);
  });

  test('borders of controls stand out from the page and the control', () => {
    for (const surface of ['paper', 'panel'])
      expect(contrast(color('line-strong'), color(surface)), surface).toBeGreaterThanOrEqual(3);
  });

  test.each(['terminal-ink', 'terminal-dim', 'terminal-refused'])('%s is readable in the terminal', (name) => {
    expect(contrast(color(name), color('terminal'))).toBeGreaterThanOrEqual(4.5);
  });
});

/** Contrast of a colour that a school chooses, by the WCAG formula. */

type Rgb = [number, number, number];

/** Parses `#rgb` or `#rrggbb`; null when it is something else. */
export function parseHex(text: string): Rgb | null {
  const match = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim());
  if (!match?.[1]) return null;
  const hex = match[1].length === 3 ? [...match[1]].map((c) => c + c).join('') : match[1];
  return [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16)) as Rgb;
}

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((part) => {
    const c = part / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of two colours, 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Mixes a colour step by step with black or white until it reads (4.5 : 1) on the given background. */
export function readableOn(color: Rgb, background: Rgb): string {
  const target = luminance(background) > 0.4 ? 0 : 255;
  let mixed = color;
  for (let step = 0; step <= 20 && contrast(mixed, background) < 4.6; step += 1) {
    mixed = color.map((part) => Math.round(part + ((target - part) * step) / 20)) as Rgb;
  }
  return '#' + mixed.map((part) => part.toString(16).padStart(2, '0')).join('');
}

/** Black or white, whichever reads best on the colour. */
export function textOn(color: Rgb): string {
  return contrast(color, [255, 255, 255]) >= contrast(color, [0, 0, 0]) ? '#ffffff' : '#000000';
}

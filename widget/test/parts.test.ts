import { describe, expect, it, vi } from 'vitest';
import { Failure, retryAfter } from '../src/api.js';
import { contrast, parseHex, readableOn, textOn } from '../src/color.js';
import { readConfig, serverOf } from '../src/config.js';
import { readLines } from '../src/ndjson.js';
import { Store } from '../src/store.js';
import { defaults, fill, mergeTexts } from '../src/texts.js';

function stream(...chunks: (string | Uint8Array)[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk);
      controller.close();
    },
  });
}

async function all(source: AsyncGenerator<unknown>): Promise<unknown[]> {
  const out: unknown[] = [];
  for await (const item of source) out.push(item);
  return out;
}

describe('ndjson', () => {
  it('puts lines together from chunks that break anywhere, also inside a letter', async () => {
    const bytes = new TextEncoder().encode('{"a":"één"}\n{"b":2}');
    const cut = bytes.indexOf(0xc3) + 1;
    expect(await all(readLines(stream(bytes.slice(0, cut), bytes.slice(cut))))).toEqual([{ a: 'één' }, { b: 2 }]);
  });

  it('skips empty lines and fails on what is no JSON', async () => {
    expect(await all(readLines(stream('\n\n{"a":1}\n\n')))).toEqual([{ a: 1 }]);
    await expect(all(readLines(stream('<html>')))).rejects.toThrow();
  });
});

describe('failures', () => {
  it('knows which are worth another try', () => {
    expect(new Failure('network').retryable).toBe(true);
    expect(new Failure('cut').retryable).toBe(true);
    expect(new Failure('http', 500).retryable).toBe(true);
    expect(new Failure('http', 429).retryable).toBe(true);
    expect(new Failure('http', 400).retryable).toBe(false);
    expect(new Failure('http', 413).retryable).toBe(false);
  });

  it('reads Retry-After as seconds or a date', () => {
    expect(retryAfter('7')).toBe(7);
    expect(retryAfter('0')).toBe(1);
    expect(retryAfter(null)).toBe(5);
    expect(retryAfter('soon')).toBe(5);
    expect(retryAfter('Sat, 21 Nov 2026 20:00:10 GMT', Date.UTC(2026, 10, 21, 20, 0, 0))).toBe(10);
  });
});

describe('colour', () => {
  it('parses short and long hex only', () => {
    expect(parseHex('#fff')).toEqual([255, 255, 255]);
    expect(parseHex('#0f5a69')).toEqual([15, 90, 105]);
    expect(parseHex('teal')).toBeNull();
    expect(parseHex('#12')).toBeNull();
  });

  it('keeps text readable on any school colour', () => {
    for (const color of ['#ffd400', '#0f5a69', '#777777', '#000000', '#ffffff', '#e2001a', '#00b0ca']) {
      const rgb = parseHex(color)!;
      expect(contrast(rgb, parseHex(textOn(rgb))!)).toBeGreaterThanOrEqual(4.5);
      for (const back of ['#ffffff', '#1c272b'])
        expect(contrast(parseHex(readableOn(rgb, parseHex(back)!))!, parseHex(back)!)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('leaves a colour that reads already as it is', () => {
    expect(readableOn([15, 90, 105], [255, 255, 255])).toBe('#0f5a69');
  });
});

describe('configuration', () => {
  it('takes the folder of the script as the server', () => {
    expect(serverOf('https://host.nl/widget.js')).toBe('https://host.nl');
    expect(serverOf('https://host.nl/keuzehulp/widget.js?v=2')).toBe('https://host.nl/keuzehulp');
  });

  it('reads the attributes', () => {
    const config = readConfig(
      { title: 'Chat', color: '#123456', position: 'links', open: '', contactUrl: 'mailto:a@b.example', contactText: 'Bel ons', theme: 'dark' } as DOMStringMap,
      'https://host.nl',
    );
    expect(config).toMatchObject({ base: 'https://host.nl/webhooks/keuzehulp', left: true, open: true, theme: 'dark' });
    expect(config.texts.title).toBe('Chat');
    expect(config.texts.contact).toBe('Bel ons');
    expect(readConfig({ open: 'false', theme: 'x' } as DOMStringMap, 'https://h.nl')).toMatchObject({ open: false, theme: undefined });
    expect(readConfig({ server: 'https://ander.nl/' } as DOMStringMap, 'https://h.nl').base).toBe('https://ander.nl/webhooks/keuzehulp');
  });

  it('merges texts, leaving out unknown keys and wrong kinds', () => {
    const texts = mergeTexts('{"send":"Stuur","nope":"x","menu":3,"answers":{"ja":"jazeker"},"starters":"x"}');
    expect(texts.send).toBe('Stuur');
    expect(texts.menu).toBe(defaults.menu);
    expect(texts.answers).toMatchObject({ ja: 'jazeker', nee: 'nee' });
    expect(texts.starters).toBe(defaults.starters);
    expect(texts).not.toHaveProperty('nope');
  });

  it('keeps the texts when the JSON is broken', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    expect(mergeTexts('{oeps').send).toBe(defaults.send);
    expect(warn).toHaveBeenCalledOnce();
    warn.mockRestore();
  });

  it('fills places', () => {
    expect(fill('{a} van {b} {c}', { a: 1, b: 'x' })).toBe('1 van x {c}');
  });

  it('speaks to one person as je, never as u', () => {
    expect(JSON.stringify(defaults)).not.toMatch(/\b[Uu]w?\b(?!\w)/);
  });
});

describe('store', () => {
  it('keeps token and open per server, and drops an empty token', () => {
    localStorage.clear();
    const store = new Store('https://h.nl');
    store.write({ token: 'x', open: true });
    expect(new Store('https://h.nl').read()).toEqual({ token: 'x', open: true });
    expect(new Store('https://ander.nl').read()).toEqual({});
    store.write({ token: undefined });
    expect(localStorage.getItem('keuzehulp:https://h.nl')).toBe('{"open":true}');
  });

  it('works without storage', () => {
    const refuse = (): never => {
      throw new Error('refused');
    };
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse });
    const store = new Store('https://h.nl');
    store.write({ token: 'y' });
    expect(store.read()).toEqual({ token: 'y' });
    vi.unstubAllGlobals();
  });
});

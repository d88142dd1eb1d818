import { describe, expect, it } from 'vitest';
import { inline, parse, plain, safeUrl } from '../src/markdown.js';

describe('markdown', () => {
  it('makes paragraphs and line breaks', () => {
    expect(parse('een\ntwee\n\ndrie')).toEqual([
      { t: 'p', c: [{ t: 'text', v: 'een' }, { t: 'br' }, { t: 'text', v: 'twee' }] },
      { t: 'p', c: [{ t: 'text', v: 'drie' }] },
    ]);
  });

  it('makes lists, and a paragraph right before a list', () => {
    const blocks = parse('Kijk:\n- a\n- b\n\n3. c\n4. d');
    expect(blocks.map((b) => b.t)).toEqual(['p', 'ul', 'ol']);
    expect(blocks[1]).toMatchObject({ items: [[{ v: 'a' }], [{ v: 'b' }]] });
    expect(blocks[2]).toMatchObject({ start: 3 });
  });

  it('makes bold, italic and both', () => {
    expect(inline('**a** en *b*')).toEqual([
      { t: 'b', c: [{ t: 'text', v: 'a' }] },
      { t: 'text', v: ' en ' },
      { t: 'i', c: [{ t: 'text', v: 'b' }] },
    ]);
    expect(inline('**a *b* c**')[0]).toMatchObject({ t: 'b', c: [{ v: 'a ' }, { t: 'i' }, { v: ' c' }] });
  });

  it('leaves ids, sums and lone marks alone', () => {
    for (const text of ['weet_niet_zeker', '3 * 4 * 5', 'a ** b', '*', '**', '[los', 'x](y)'])
      expect(inline(text)).toEqual([{ t: 'text', v: text }]);
  });

  it('unescapes marks', () => {
    expect(plain('\\*geen nadruk\\*')).toBe('*geen nadruk*');
  });

  it('keeps HTML as text', () => {
    expect(inline('<b>x</b>')).toEqual([{ t: 'text', v: '<b>x</b>' }]);
  });

  it('makes links, also with brackets inside the address and bare ones', () => {
    expect(inline('[x](https://a.nl/b_(c))')).toEqual([{ t: 'a', href: 'https://a.nl/b_(c)', c: [{ t: 'text', v: 'x' }] }]);
    expect(inline('zie https://a.nl/b.')).toEqual([
      { t: 'text', v: 'zie ' },
      { t: 'a', href: 'https://a.nl/b', c: [{ t: 'text', v: 'https://a.nl/b' }] },
      { t: 'text', v: '.' },
    ]);
  });

  it('lets only harmless addresses through', () => {
    expect(safeUrl('javascript:alert(1)', 'https://a.nl/')).toBeNull();
    expect(safeUrl(' JaVaScRiPt:alert(1)', 'https://a.nl/')).toBeNull();
    expect(safeUrl('data:text/html,x', 'https://a.nl/')).toBeNull();
    expect(safeUrl('/verslag', 'https://a.nl/x/')).toBe('https://a.nl/verslag');
    expect(safeUrl('tel:113', 'https://a.nl/')).toBe('tel:113');
    expect(safeUrl('https://[', 'https://a.nl/')).toBeNull();
  });

  it('gives plain text', () => {
    expect(plain('## Kop\n\n**vet** [x](https://a.nl)\n\n1. a\n2. b')).toBe('Kop\n\nvet x\n\n1. a\n2. b');
  });

  it('stays quick on nasty input', () => {
    const started = performance.now();
    for (const nasty of ['*'.repeat(5000), '['.repeat(5000), '**a '.repeat(2000), '_'.repeat(5000), '[a]('.repeat(2000)]) parse(nasty);
    expect(performance.now() - started).toBeLessThan(1500);
  });
});

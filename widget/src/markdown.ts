/**
 * A small markdown: paragraphs, headings (as bold lines), lists, bold, italic, links, line breaks.
 * It gives a tree; the caller turns that into Lit templates, so message text is never parsed as HTML.
 */

export type Inline =
  | { t: 'text'; v: string }
  | { t: 'b'; c: Inline[] }
  | { t: 'i'; c: Inline[] }
  | { t: 'a'; href: string; c: Inline[] }
  | { t: 'br' };

export type Block =
  | { t: 'p'; c: Inline[] }
  | { t: 'h'; c: Inline[] }
  | { t: 'ul'; start: number; items: Inline[][] }
  | { t: 'ol'; start: number; items: Inline[][] };

const ITEM = /^\s{0,6}(?:([-*•])|(\d{1,3})[.)])\s+(.*)$/;
const HEADING = /^#{1,6}\s+(.*)$/;
const URL_START = /^https?:\/\/[^\s<>"')\]]+/;
const MAX_DEPTH = 4;

/** Gives the address if it is of a harmless kind (http, https, mailto, tel), else null. Relative ones resolve against `base`. */
export function safeUrl(href: string, base: string): string | null {
  try {
    const url = new URL(href.trim(), base);
    return ['http:', 'https:', 'mailto:', 'tel:'].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** Parses a message into blocks. */
export function parse(text: string): Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  const flush = (): void => {
    if (lines.length) blocks.push({ t: 'p', c: inline(lines.join('\n')) });
    lines = [];
  };
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    const item = ITEM.exec(line);
    const heading = HEADING.exec(line);
    if (item) {
      flush();
      addItem(blocks, item);
    } else if (heading) {
      flush();
      blocks.push({ t: 'h', c: inline(heading[1] ?? '') });
    } else if (!line.trim()) {
      flush();
    } else {
      lines.push(line.trim());
    }
  }
  flush();
  return blocks;
}

/** Adds a list item to the list that is being built, or begins a new list. */
function addItem(blocks: Block[], item: RegExpExecArray): void {
  const t = item[1] ? 'ul' : 'ol';
  const last = blocks[blocks.length - 1];
  const content = inline(item[3] ?? '');
  if (last && last.t === t) last.items.push(content);
  else blocks.push({ t, start: Number(item[2] ?? 1), items: [content] });
}

/** Parses the inside of a block by one walk over the characters. */
export function inline(text: string, depth = 0): Inline[] {
  const out: Inline[] = [];
  let plain = '';
  const flush = (): void => {
    if (plain) out.push({ t: 'text', v: plain });
    plain = '';
  };
  let i = 0;
  while (i < text.length) {
    const found = special(text, i, depth);
    if (found) {
      if (typeof found.node === 'string') plain += found.node;
      else {
        flush();
        out.push(found.node);
      }
      i = found.end;
    } else {
      plain += text[i];
      i += 1;
    }
  }
  flush();
  return out;
}

interface Found {
  node: Inline | string;
  end: number;
}

/** What begins at position `i`, if it is more than a plain character. */
function special(text: string, i: number, depth: number): Found | null {
  const c = text[i];
  if (c === '\\' && /[\\`*_{}[\]()#+\-.!]/.test(text[i + 1] ?? '')) return { node: text[i + 1] ?? '', end: i + 2 };
  if (c === '\n') return { node: { t: 'br' }, end: i + 1 };
  if (depth >= MAX_DEPTH) return null;
  if (c === '*' || c === '_') return emphasis(text, i, c, depth);
  if (c === '[') return link(text, i, depth);
  if (c === 'h' && !/[\w/]/.test(text[i - 1] ?? '')) return bareLink(text, i);
  return null;
}

function emphasis(text: string, i: number, c: string, depth: number): Found | null {
  const double = text[i + 1] === c;
  const mark = double ? c + c : c;
  const from = i + mark.length;
  // An underscore inside a word (weet_niet) is no emphasis; neither is a mark before a space (3 * 4).
  if (c === '_' && /\w/.test(text[i - 1] ?? '')) return null;
  if (/^\s|^$/.test(text.slice(from, from + 1))) return null;
  const end = text.indexOf(mark, from + 1);
  if (end < 0 || /\s/.test(text[end - 1] ?? '')) return null;
  if (c === '_' && /\w/.test(text[end + mark.length] ?? '')) return null;
  return { node: { t: double ? 'b' : 'i', c: inline(text.slice(from, end), depth + 1) }, end: end + mark.length };
}

function link(text: string, i: number, depth: number): Found | null {
  const close = text.indexOf('](', i);
  const end = close < 0 ? -1 : closing(text, close + 1);
  if (end < 0 || text.slice(i + 1, close).includes('\n')) return null;
  const label = text.slice(i + 1, close);
  const href = text.slice(close + 2, end);
  if (label.includes('[') || /\s/.test(href.trim())) return null;
  return { node: { t: 'a', href, c: inline(label, MAX_DEPTH - 1 > depth ? depth + 2 : MAX_DEPTH) }, end: end + 1 };
}

/** Where the bracket that opens at `open` closes, counting brackets inside; -1 when it does not. */
function closing(text: string, open: number): number {
  let level = 0;
  for (let i = open; i < text.length && text[i] !== '\n'; i += 1) {
    if (text[i] === '(') level += 1;
    else if (text[i] === ')' && (level -= 1) === 0) return i;
  }
  return -1;
}

function bareLink(text: string, i: number): Found | null {
  const match = URL_START.exec(text.slice(i, i + 2000));
  if (!match) return null;
  const href = match[0].replace(/[.,;:!?]+$/, '');
  return { node: { t: 'a', href, c: [{ t: 'text', v: href }] }, end: i + href.length };
}

/** The same message as plain text: for the live region and the transcript. */
export function plain(text: string): string {
  return parse(text)
    .map((block) => {
      if (block.t === 'p' || block.t === 'h') return inlinePlain(block.c);
      return block.items
        .map((item, n) => `${block.t === 'ol' ? `${block.start + n}.` : '-'} ${inlinePlain(item)}`)
        .join('\n');
    })
    .join('\n\n');
}

function inlinePlain(nodes: Inline[]): string {
  return nodes
    .map((node) => (node.t === 'text' ? node.v : node.t === 'br' ? '\n' : inlinePlain(node.c)))
    .join('');
}

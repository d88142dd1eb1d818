import { html, nothing, type TemplateResult } from 'lit';
import type { KeuzehulpChat } from './chat.js';
import { icons } from './icons.js';
import { parse, safeUrl, type Block, type Inline } from './markdown.js';
import type { BotItem, BotMessage, Chart, Citation, Item, NoteItem, UserItem } from './types.js';

type Part = TemplateResult | string | typeof nothing;

/** Keeps track of which citations of a message have been met in its text. */
export class Cites {
  readonly met = new Set<number>();

  constructor(readonly list: Citation[]) {}

  /** The first label standing in the text: where, and which citation. The same label twice means the next one of that name. */
  find(text: string): { at: number; n: number } | null {
    let best: { at: number; n: number } | null = null;
    this.list.forEach((cite, n) => {
      const at = cite.label ? text.indexOf(cite.label) : -1;
      if (at < 0) return;
      const better =
        !best || at < best.at || (at === best.at && (cite.label.length > (this.list[best.n]?.label.length ?? 0) || (this.met.has(best.n) && !this.met.has(n))));
      if (better) best = { at, n };
    });
    return best;
  }
}

/** One line of the conversation. */
export function viewItem(ui: KeuzehulpChat, item: Item, last: boolean): TemplateResult {
  if (item.kind === 'user') return viewUser(ui, item);
  if (item.kind === 'note') return viewNote(item);
  return viewBot(ui, item, last);
}

const viewNote = (item: NoteItem): TemplateResult =>
  html`<li class="note" data-key=${item.key} tabindex="-1">${item.text}</li>`;

function viewUser(ui: KeuzehulpChat, item: UserItem): TemplateResult {
  const t = ui.texts;
  return html`<li class="user" data-key=${item.key} tabindex="-1">
    <div class="bubble" tabindex=${item.text.length > 300 ? 0 : nothing}><span class="sr">${t.you}: </span>${item.text}</div>
    ${item.waiting ? html`<p class="state">${item.waiting}</p>` : nothing}
    ${item.failed
      ? html`<div class="state error">
          <p>${item.failed}</p>
          ${item.retry ? html`<button class="plain" @click=${() => ui.retry(item)}>${t.retry}</button>` : nothing}
        </div>`
      : nothing}
  </li>`;
}

function viewBot(ui: KeuzehulpChat, item: BotItem, last: boolean): TemplateResult {
  const { message } = item;
  return html`<li class="bot ${message.image ? 'wide' : ''}" data-key=${item.key} tabindex="-1">
    <div class="bubble">
      <span class="sr">${ui.texts.bot}: </span>
      ${viewText(ui, item.key, message.text ?? '', message.citations ?? [], html`${viewLink(ui, message)}${message.image ? viewChart(ui, message.image) : nothing}`)}
    </div>
    ${last && message.id ? viewRating(ui, item) : nothing}
  </li>`;
}

/**
 * The text of a message as Lit templates: never parsed as HTML. Sources that the text does not name come last,
 * behind what else the message holds.
 */
export function viewText(ui: KeuzehulpChat, key: number, text: string, citations: Citation[], more: Part = nothing): Part[] {
  const cites = new Cites(citations);
  const parts: Part[] = parse(text).map((block) => viewBlock(ui, key, block, cites));
  parts.push(more);
  const loose = citations.map((_, n) => n).filter((n) => !cites.met.has(n));
  if (loose.length) {
    parts.push(
      html`<p class="loose">${ui.texts.sources} ${loose.map((n) => viewCite(ui, key, cites, n))}</p>
        ${loose.map((n) => viewPassage(ui, key, cites, n))}`,
    );
  }
  return parts;
}

function viewBlock(ui: KeuzehulpChat, key: number, block: Block, cites: Cites): Part {
  const before = new Set(cites.met);
  const run = (nodes: Inline[]): Part[] => nodes.flatMap((node) => viewInline(ui, key, node, cites));
  let body: Part;
  if (block.t === 'p') body = html`<p>${run(block.c)}</p>`;
  else if (block.t === 'h') body = html`<p><strong>${run(block.c)}</strong></p>`;
  else {
    const items = block.items.map((item) => html`<li>${run(item)}</li>`);
    body = block.t === 'ul' ? html`<ul>${items}</ul>` : html`<ol start=${block.start}>${items}</ol>`;
  }
  // An opened passage stands right behind the paragraph that cites it.
  const opened = [...cites.met].filter((n) => !before.has(n));
  return html`${body}${opened.map((n) => viewPassage(ui, key, cites, n))}`;
}

function viewInline(ui: KeuzehulpChat, key: number, node: Inline, cites: Cites): Part[] {
  if (node.t === 'text') return viewCited(ui, key, node.v, cites);
  if (node.t === 'br') return [html`<br />`];
  const inner = node.c.flatMap((child) => viewInline(ui, key, child, cites));
  if (node.t === 'b') return [html`<strong>${inner}</strong>`];
  if (node.t === 'i') return [html`<em>${inner}</em>`];
  return [viewAnchor(ui, node.href, inner)];
}

/** Plain text in which the labels of citations become buttons. */
function viewCited(ui: KeuzehulpChat, key: number, text: string, cites: Cites): Part[] {
  const out: Part[] = [];
  let rest = text;
  for (let found = cites.find(rest); found; found = cites.find(rest)) {
    const label = cites.list[found.n]?.label ?? '';
    cites.met.add(found.n);
    // Brackets and a full stop stay with the label they belong to, also where it breaks over two lines.
    const before = /\(?$/.exec(rest.slice(0, found.at))?.[0] ?? '';
    const after = /^[).,;:]*/.exec(rest.slice(found.at + label.length))?.[0] ?? '';
    out.push(rest.slice(0, found.at - before.length));
    out.push(viewCite(ui, key, cites, found.n, before, after));
    rest = rest.slice(found.at + label.length + after.length);
  }
  out.push(rest);
  return out;
}

function viewCite(ui: KeuzehulpChat, key: number, cites: Cites, n: number, before = '', after = ''): TemplateResult {
  const id = `${key}-${n}`;
  const open = ui.openSources.has(id);
  return html`<button class="cite" data-cite=${id} aria-expanded=${open} @click=${() => ui.toggleSource(id)}
    >${before}<u><span class="sr">${ui.texts.source}: </span>${cites.list[n]?.label}</u>${after}</button>`;
}

function viewPassage(ui: KeuzehulpChat, key: number, cites: Cites, n: number): Part {
  const id = `${key}-${n}`;
  const cite = cites.list[n];
  if (!cite || !ui.openSources.has(id)) return nothing;
  return html`<div class="source" data-source=${id} role="group" aria-label="${ui.texts.source}: ${cite.label}">
    <p><strong>${cite.title}</strong></p>
    ${cite.passage.split(/\n+/).map((line) => html`<p>${line}</p>`)}
    <button class="plain" @click=${() => ui.toggleSource(id)}>${ui.texts.closeSource}</button>
  </div>`;
}

function viewAnchor(ui: KeuzehulpChat, href: string, content: unknown): TemplateResult {
  const url = safeUrl(href, `${ui.config.server}/`);
  if (!url) return html`${content}`;
  if (!/^http/.test(url)) return html`<a href=${url}>${content}</a>`;
  return html`<a href=${url} target="_blank" rel="noopener noreferrer">${content}<span class="sr"> ${ui.texts.opensNew}</span></a>`;
}

function viewLink(ui: KeuzehulpChat, message: BotMessage): Part {
  const link = message.link;
  if (!link) return nothing;
  const url = safeUrl(link.href, `${ui.config.server}/`);
  const report = url?.startsWith(`${ui.config.base}/report`)
    ? (/[?&]format=(\w+)/.exec(url)?.[1] ?? '')
    : null;
  // The report needs the token, so it cannot be an ordinary link. Without a format: where to choose one.
  if (report !== null)
    return html`<p><button class="plain" @click=${() => (report ? ui.download(report) : ui.show('report'))}>${link.title}</button></p>`;
  return html`<p>${viewAnchor(ui, link.href, link.title)}</p>`;
}

const addresses = new WeakMap<Chart, string>();

/** The drawing as a data: address. Inside an image no script runs and nothing is fetched. */
export function chartUrl(chart: Chart): string {
  let url = addresses.get(chart);
  if (!url) {
    const source = /<svg[^>]*\sxmlns=/.test(chart.svg)
      ? chart.svg
      : chart.svg.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"');
    url = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
    addresses.set(chart, url);
  }
  return url;
}

function viewChart(ui: KeuzehulpChat, chart: Chart): TemplateResult {
  const refused = ui.refusedCharts.has(chart);
  const table = chart.table;
  return html`<figure>
    ${refused
      ? html`<p>${ui.texts.noImage} ${chart.alt}</p>`
      : html`<img src=${chartUrl(chart)} alt=${chart.alt} @error=${() => ui.refuseChart(chart)}
          @load=${() => ui.keepEnd()} />`}
    ${table
      ? html`<details ?open=${ui.roomy}>
          <summary>${ui.texts.table}</summary>
          <div class="scroll" tabindex="0" role="region" aria-label=${ui.texts.table}>
            <table>
              <thead><tr>${table.kop.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
              <tbody>
                ${table.rijen.map(
                  (row) => html`<tr>${row.map((cell, n) => (n ? html`<td>${cell}</td>` : html`<th scope="row">${cell}</th>`))}</tr>`,
                )}
              </tbody>
            </table>
          </div>
        </details>`
      : nothing}
  </figure>`;
}

function viewRating(ui: KeuzehulpChat, item: BotItem): TemplateResult {
  const t = ui.texts;
  const thumb = (value: 'up' | 'down'): TemplateResult =>
    html`<button class="icon thumb" data-thumb="${item.key}-${value}" aria-pressed=${item.rating === value} aria-label=${t[value]} title=${t[value]}
      @click=${() => ui.rate(item, value)}>${icons[value]}</button>`;
  return html`<div class="rating">
    <div>${thumb('up')}${thumb('down')}
      ${item.rated === 'thanks' ? html`<span class="state">${t.rateThanks}</span>` : nothing}
      ${item.rated === 'failed' ? html`<span class="state">${t.rateFailed}</span>` : nothing}
    </div>
    ${item.rated === 'open'
      ? html`<form class="line" @submit=${(event: SubmitEvent) => ui.rateNote(event, item)}>
          <label>${t.rateNote}<input name="note" maxlength="300" autocomplete="off" /></label>
          <button class="plain">${t.send}</button>
        </form>`
      : nothing}
  </div>`;
}

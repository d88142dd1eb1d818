import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Api } from './api.js';
import { parseHex, readableOn, textOn } from './color.js';
import { readConfig, type Config } from './config.js';
import { Conversation, MAX_PASTE, MAX_TEXT } from './conversation.js';
import { icons } from './icons.js';
import { safeUrl } from './markdown.js';
import { Store } from './store.js';
import { PHONE, styles } from './styles.js';
import { fill, type Texts } from './texts.js';
import type { Answer, BotItem, Chart, Choice, Item, UserItem } from './types.js';
import { viewItem, viewText } from './view-message.js';
import { answerName, viewConfirm, viewOverview, viewProgress, viewReport } from './view-panels.js';

export type View = 'chat' | 'overview' | 'report';

/** A paste of this length is a description of a programme rather than a question. */
const LONG_PASTE = 400;
/** Spoken lines leave the live region after this time, so that nobody reads them a second time by browsing. */
const SPOKEN_FOR = 15_000;

/**
 * `<keuzehulp-chat>`: a launcher with a dialog, or with the attribute `inline` the conversation in the page itself.
 * Configured by data attributes (see README).
 */
export class KeuzehulpChat extends LitElement {
  static override styles = styles;
  /** Address of the server when the element has no data-server: where the script came from. */
  static server = '';

  config!: Config;
  conversation!: Conversation;
  store!: Store;
  opened = false;
  view: View = 'chat';
  menuOpen = false;
  confirming: 'restart' | 'wipe' | null = null;
  offline = false;
  unread = 0;
  openSources = new Set<string>();
  refusedCharts = new WeakSet<Chart>();
  answers: Answer[] | null = null;
  overviewError = '';
  editing: string | null = null;
  editError = '';
  status = '';
  statusBad = false;
  notice = '';
  private behind = false;
  private pasted = false;
  private opener = '';
  private seen = '';
  private resized?: ResizeObserver;
  private phone?: MediaQueryList;

  get texts(): Texts {
    return this.config.texts;
  }

  get inline(): boolean {
    return this.hasAttribute('inline');
  }

  /** Whether a table fits beside its picture. */
  get roomy(): boolean {
    return this.inline && innerWidth > 700;
  }

  /** Level of the title: the whole page is the chat, or the chat stands in somebody's page. */
  get level(): number {
    return this.inline ? 1 : 2;
  }

  // ---- life -------------------------------------------------------------------------------------------------------

  override connectedCallback(): void {
    if (!this.conversation) this.setUp();
    super.connectedCallback();
    this.phone = window.matchMedia(PHONE);
    this.phone.addEventListener('change', this.onResize);
    window.addEventListener('online', this.onNetwork);
    window.addEventListener('offline', this.onNetwork);
    window.addEventListener('storage', this.onStorage);
    document.addEventListener('visibilitychange', this.onVisible);
    document.addEventListener('securitypolicyviolation', this.onViolation);
    if (this.inline) void this.conversation.load();
    else if (this.store.read().open ?? this.config.open) void this.reopen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.phone?.removeEventListener('change', this.onResize);
    window.removeEventListener('online', this.onNetwork);
    window.removeEventListener('offline', this.onNetwork);
    window.removeEventListener('storage', this.onStorage);
    document.removeEventListener('visibilitychange', this.onVisible);
    document.removeEventListener('securitypolicyviolation', this.onViolation);
  }

  private setUp(): void {
    this.config = readConfig(this.dataset, KeuzehulpChat.server || location.origin);
    this.store = new Store(this.config.server);
    this.conversation = new Conversation(new Api(this.config.base), this.store, this.texts, {
      changed: () => this.requestUpdate(),
      announce: (text) => this.announce(text),
      arrived: () => {
        if (!this.opened && !this.inline) this.unread += 1;
      },
    });
    this.offline = navigator.onLine === false;
    this.dress();
  }

  /** Applies the theme and the school's colour, keeping text readable whatever the colour is. */
  private dress(): void {
    const { color, theme, left } = this.config;
    if (theme) this.setAttribute('theme', theme);
    if (left) this.setAttribute('left', '');
    const rgb = color ? parseHex(color) : null;
    if (!rgb) return;
    const set = (name: string, value: string): void => this.style.setProperty(`--keuzehulp-${name}`, value);
    set('color', color as string);
    set('on-color', textOn(rgb));
    set('accent-light', readableOn(rgb, [255, 255, 255]));
    set('accent-dark', readableOn(rgb, [28, 39, 43]));
  }

  private readonly onNetwork = (): void => {
    const was = this.offline;
    this.offline = navigator.onLine === false;
    if (was !== this.offline) this.announce(this.offline ? this.texts.offline : this.texts.online);
    this.requestUpdate();
  };

  private readonly onStorage = (event: StorageEvent): void => {
    if (event.key === this.store.key) this.onVisible();
  };

  private readonly onVisible = (): void => {
    if (!document.hidden && (this.opened || this.inline)) void this.conversation.follow();
  };

  private readonly onViolation = (event: SecurityPolicyViolationEvent): void => {
    if (event.effectiveDirective === 'connect-src' && event.blockedURI.startsWith(new URL(this.config.base).origin))
      this.conversation.blocked = true;
  };

  private readonly onResize = (): void => {
    const dialog = this.dialog;
    if (!dialog || !this.opened) return;
    const active = this.shadowRoot?.activeElement as HTMLElement | null;
    dialog.close();
    this.openDialog(dialog);
    active?.focus();
  };

  // ---- opening and closing ----------------------------------------------------------------------------------------

  private get dialog(): HTMLDialogElement | null {
    return this.query<HTMLDialogElement>('dialog.panel');
  }

  query<T extends HTMLElement>(selector: string): T | null {
    return this.renderRoot.querySelector<T>(selector);
  }

  /** Draws, then moves the focus to the first of the preferred that is there. */
  async focusOn(...preferred: string[]): Promise<void> {
    await this.redraw();
    preferred.map((selector) => this.query(selector)).find(Boolean)?.focus();
  }

  private async redraw(): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
  }

  /** A phone gets the whole screen and a modal; elsewhere the page stays usable beside the chat. */
  private openDialog(dialog: HTMLDialogElement): void {
    if (this.phone?.matches) dialog.showModal();
    // The attribute, not show(): that would take the focus when a page opens with the chat already open.
    else dialog.setAttribute('open', '');
  }

  /** Opens the chat by the user's wish and moves the focus into it. */
  async open(): Promise<void> {
    this.opened = true;
    this.unread = 0;
    this.store.write({ open: true });
    await this.redraw();
    if (this.dialog) this.openDialog(this.dialog);
    this.query(this.phone?.matches ? '#title' : 'textarea')?.focus();
    await this.conversation.load();
    this.toEnd();
  }

  /** Opens as it stood on the page before, without taking the focus. On a phone it would cover the page, so there it waits. */
  private async reopen(): Promise<void> {
    await this.updateComplete;
    if (this.phone?.matches) return;
    this.opened = true;
    await this.redraw();
    if (this.dialog) this.openDialog(this.dialog);
    await this.conversation.load();
    this.toEnd();
  }

  /** Closes the chat and gives the focus back to the launcher. */
  async close(): Promise<void> {
    this.opened = false;
    this.menuOpen = false;
    this.store.write({ open: false });
    const dialog = this.dialog;
    if (dialog?.open) dialog.close();
    await this.focusOn('.launcher');
  }

  private onDialogClose(): void {
    // Closed by the browser itself (back gesture, second Escape).
    if (this.opened && !this.dialog?.open) void this.close();
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.isComposing || this.confirming) return;
    if (this.stepBack()) event.preventDefault();
  }

  /** What Escape does: the innermost open thing closes. */
  private stepBack(): boolean {
    if (this.menuOpen) this.toggleMenu();
    else if (this.view !== 'chat') void this.show('chat');
    else if (!this.inline) void this.close();
    else return false;
    return true;
  }

  // ---- menu and views ---------------------------------------------------------------------------------------------

  private toggleMenu(): void {
    this.menuOpen = !this.menuOpen;
    void this.focusOn(this.menuOpen ? '#menu button' : '#menubutton');
  }

  private onMenuBlur(event: FocusEvent): void {
    const to = event.relatedTarget as Node | null;
    const menu = this.query('#menu');
    if (!to || menu?.contains(to) || to === this.query('#menubutton')) return;
    this.menuOpen = false;
    this.requestUpdate();
  }

  /** Shows the conversation, the overview or the report, and moves the focus along. */
  async show(view: View, opener = '#menubutton'): Promise<void> {
    const back = this.opener;
    this.view = view;
    this.menuOpen = false;
    this.status = '';
    this.editing = null;
    if (view === 'chat') {
      this.opener = '';
      await this.focusOn(this.query(back) ? back : 'textarea');
      if (this.shadowRoot?.activeElement === null) this.query('textarea')?.focus();
      this.toEnd();
      return;
    }
    this.opener = opener;
    await this.focusOn('#viewtitle');
    if (view === 'overview') await this.loadOverview();
  }

  /** Gets the answers from the server. */
  async loadOverview(): Promise<void> {
    this.overviewError = '';
    try {
      this.answers = this.conversation.api.token ? await this.conversation.api.overview() : [];
    } catch (error) {
      this.answers = null;
      this.overviewError = `${this.texts.overviewFailed} ${await this.conversation.explain(error)}`;
      this.announce(this.overviewError);
      await this.focusOn('#viewtitle');
    }
    this.requestUpdate();
  }

  /** Opens or closes the form of one answer. */
  edit(element: string): void {
    const opening = this.editing !== element;
    this.editing = opening ? element : null;
    this.editError = this.status = '';
    // One selector with a comma would find the first choice in the document, chosen or not.
    void (opening ? this.focusOn('.answers input:checked', '.answers input') : this.focusOn(`[data-change="${element}"]`));
  }

  async saveAnswer(event: SubmitEvent, answer: Answer): Promise<void> {
    event.preventDefault();
    const value = String(new FormData(event.target as HTMLFormElement).get('antwoord') ?? '');
    if (!value) return;
    try {
      await this.conversation.change(answer, value);
    } catch (error) {
      this.editError = (error as Error).message;
      this.requestUpdate();
      return;
    }
    this.editing = null;
    await this.loadOverview();
    const now = this.answers?.find((a) => a.element === answer.element) ?? { ...answer, antwoord: value };
    this.status = fill(this.texts.saved, { naam: now.naam, antwoord: answerName(this, now) });
    this.announce(this.status);
    await this.focusOn(`[data-change="${answer.element}"]`);
  }

  /** Asks before restarting or deleting. */
  async ask(kind: 'restart' | 'wipe'): Promise<void> {
    this.confirming = kind;
    this.menuOpen = false;
    await this.redraw();
    this.query<HTMLDialogElement>('.confirm')?.showModal();
    this.query('[data-no]')?.focus();
  }

  async endConfirm(yes: boolean): Promise<void> {
    const kind = this.confirming;
    if (!kind) return;
    this.confirming = null;
    this.query<HTMLDialogElement>('.confirm')?.close();
    if (!yes) return this.focusOn('#menubutton');
    this.view = 'chat';
    this.openSources.clear();
    this.answers = null;
    await this.redraw();
    await this.conversation.wipe(kind === 'restart' ? this.texts.restarted : this.texts.wiped);
    await this.focusOn('.note:last-of-type');
    this.toEnd();
  }

  // ---- downloads --------------------------------------------------------------------------------------------------

  /** Fetches the report with the token and gives it to the browser as a download. */
  async download(format: string): Promise<void> {
    this.say(this.texts.reportBusy);
    try {
      const blob = await this.conversation.api.report(format);
      saveFile(blob, `verslag-veerkracht.${format}`);
      this.say(this.texts.reportDone);
    } catch (error) {
      this.say(`${this.texts.reportFailed} ${await this.conversation.explain(error)}`, true);
    }
  }

  private transcript(): void {
    this.menuOpen = false;
    const blob = new Blob([this.conversation.transcript()], { type: 'text/plain;charset=utf-8' });
    saveFile(blob, 'gesprek-keuzehulp.txt');
    this.say(this.texts.transcriptDone);
    void this.focusOn('#menubutton');
  }

  /** A line about something done: in the report view, else above the input. */
  private say(text: string, bad = false): void {
    if (this.view === 'chat') this.notice = text;
    else this.status = text;
    this.statusBad = bad;
    this.announce(text);
    this.requestUpdate();
  }

  // ---- talking ----------------------------------------------------------------------------------------------------

  /** Says a line once to screen readers, by a live region that nobody sees. */
  announce(text: string): void {
    const twin = this.query('#twin');
    if (!twin || !text) return;
    const line = document.createElement('p');
    line.textContent = text;
    twin.append(line);
    setTimeout(() => line.remove(), SPOKEN_FOR);
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    const area = this.query<HTMLTextAreaElement>('textarea');
    const text = area?.value.trim() ?? '';
    if (!area || !text) return;
    const paste = text.length > MAX_TEXT || (this.pasted && text.length >= LONG_PASTE);
    if (text.length > MAX_PASTE) return this.say(fill(this.texts.tooLong, { n: text.length.toLocaleString('nl-NL') }), true);
    if (this.conversation.busy) return this.say(this.texts.wait);
    this.notice = '';
    this.setInput('');
    const sent = await this.conversation.send({ text, kind: paste ? 'paste' : 'text' });
    // After an expired conversation the text is not lost: it stands ready to be sent again.
    const last = this.conversation.items[this.conversation.items.length - 1];
    if (!sent && last?.kind === 'note' && !area.value) this.setInput(text);
  }

  private setInput(text: string): void {
    const area = this.query<HTMLTextAreaElement>('textarea');
    if (area) area.value = text;
    if (!text) this.pasted = false;
    this.grow();
  }

  private readonly grow = (): void => {
    const area = this.query<HTMLTextAreaElement>('textarea');
    if (!area) return;
    area.style.height = 'auto';
    area.style.height = `${Math.min(area.scrollHeight + 2, 140)}px`;
  };

  private onInputKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) void this.submit(event);
  }

  private async choose(choice: Choice): Promise<void> {
    this.notice = '';
    const out = choice.payload
      ? ({ text: choice.title, kind: 'button', payload: choice.payload } as const)
      : ({ text: choice.title, kind: 'text' } as const);
    const done = this.conversation.send(out);
    await this.focusLastUser();
    await done;
  }

  /** The used reply is gone: the focus goes to what it became, so that Tab goes on to the answer. */
  private async focusLastUser(): Promise<void> {
    await this.redraw();
    const items = this.renderRoot.querySelectorAll<HTMLElement>('.user');
    items[items.length - 1]?.focus({ preventScroll: true });
  }

  async retry(item: UserItem): Promise<void> {
    const done = this.conversation.retry(item);
    await this.focusOn(`.user[data-key="${item.key}"]`);
    await done;
    if (!this.shadowRoot?.activeElement) await this.focusLastUser();
  }

  private async reload(): Promise<void> {
    await this.focusOn('.log');
    await this.conversation.load();
    this.toEnd();
  }

  private upload(event: Event): void {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = '';
    if (!file) return;
    this.notice = '';
    if (this.conversation.busy) return this.say(this.texts.wait);
    const problem = this.conversation.upload(file);
    if (problem) this.say(problem, true);
    else void this.focusLastUser();
  }

  toggleSource(id: string): void {
    if (!this.openSources.delete(id)) this.openSources.add(id);
    void this.focusOn(`[data-cite="${id}"]`).then(() => this.reveal(`[data-source="${id}"]`));
  }

  async rate(item: BotItem, value: 'up' | 'down'): Promise<void> {
    const done = this.conversation.rate(item, value);
    await this.redraw();
    this.reveal('.line');
    await done;
  }

  private reveal(selector: string): void {
    this.query(selector)?.scrollIntoView({ block: 'nearest' });
  }

  async rateNote(event: SubmitEvent, item: BotItem): Promise<void> {
    event.preventDefault();
    const note = String(new FormData(event.target as HTMLFormElement).get('note') ?? '').trim();
    const value = item.rating ?? 'up';
    const done = this.conversation.rate(item, value, note);
    await this.focusOn(`[data-thumb="${item.key}-${value}"]`);
    await done;
  }

  refuseChart(chart: Chart): void {
    this.refusedCharts.add(chart);
    this.requestUpdate();
  }

  // ---- scrolling --------------------------------------------------------------------------------------------------

  /** What scrolls: the conversation, or on a very low screen the whole panel. */
  private get scroller(): HTMLElement | null {
    const log = this.query('.log');
    return log && getComputedStyle(log).overflowY === 'visible' ? this.query('.panel') : log;
  }

  private toEnd(): void {
    const box = this.scroller;
    if (!box) return;
    if (box === this.query('.log')) box.scrollTop = box.scrollHeight;
    // Where everything scrolls together a first visit begins at the title, a later one at the newest turn.
    else this.showTurn();
  }

  /** A picture that loads late makes its message taller. */
  keepEnd(): void {
    if (!this.behind) this.showTurn();
  }

  /** Brings the newest turn into view: its end, or its beginning when it is taller than the window. */
  private showTurn(): void {
    const log = this.query('.log');
    const box = this.scroller;
    if (!log || !box) return;
    const items = [...log.querySelectorAll<HTMLElement>('.messages > li')];
    let first = items.length - 1;
    while (first > 0 && items[first]?.classList.contains('bot') && items[first - 1]?.classList.contains('bot')) first -= 1;
    const start = items[first];
    if (!start) return;
    if (box !== log) {
      if (this.conversation.fresh) return;
      (this.query('.dock .choice:last-child') ?? start).scrollIntoView({ block: 'nearest' });
      return;
    }
    const top = start.getBoundingClientRect().top - log.getBoundingClientRect().top + log.scrollTop - 12;
    log.scrollTop = Math.min(log.scrollHeight - log.clientHeight, top);
    this.onScroll();
  }

  private onScroll(): void {
    const log = this.query('.log');
    if (!log) return;
    const behind = this.scroller === log && log.scrollHeight - log.clientHeight - log.scrollTop > 40;
    if (behind !== this.behind) {
      this.behind = behind;
      this.requestUpdate();
    }
  }

  protected override updated(_changed: PropertyValues): void {
    const { items, busy, choices } = this.conversation;
    const last = items[items.length - 1];
    const waiting = last?.kind === 'user' && last.waiting;
    const mark = [last?.key, busy, waiting, choices.length].join();
    // Another height of the window, the keyboard of a phone, a line typed more: the end stays in view.
    this.resized ??= new ResizeObserver(() => this.keepEnd());
    const log = this.query('.log');
    if (log) this.resized.observe(log);
    if (mark !== this.seen) {
      this.seen = mark;
      this.showTurn();
    }
  }

  // ---- drawing ----------------------------------------------------------------------------------------------------

  protected override render(): TemplateResult {
    if (this.inline)
      return html`<section class="panel" lang="nl" aria-labelledby="title" @keydown=${this.onKey}>${this.viewPanel()}</section>`;
    return html`${this.viewLauncher()}
      <dialog class="panel" lang="nl" aria-labelledby="title" @keydown=${this.onKey} @close=${this.onDialogClose}
        @cancel=${(event: Event) => {
          if (event.target === this.dialog && this.stepBack()) event.preventDefault();
        }}>${this.viewPanel()}</dialog>`;
  }

  private viewLauncher(): TemplateResult {
    const { unread, texts: t } = this;
    const news = unread ? (unread === 1 ? t.newMessage : fill(t.newMessages, { n: unread })) : '';
    return html`<button class="launcher" lang="nl" aria-haspopup="dialog" ?hidden=${this.opened} @click=${() => this.open()}>
        ${icons.chat}<span>${t.launcher}</span>
        ${unread ? html`<span class="badge" aria-hidden="true">${unread}</span><span class="sr">, ${news}</span>` : nothing}
      </button>
      <div class="sr" role="status">${this.opened ? '' : news}</div>`;
  }

  private viewPanel(): TemplateResult {
    return html`${this.viewHead()}
      ${this.offline ? html`<p class="offline">${this.texts.offline}</p>` : nothing}
      ${this.view === 'chat' ? this.viewChat() : this.view === 'overview' ? viewOverview(this) : viewReport(this)}
      ${this.viewFoot()}
      <div class="sr" id="twin" role="log" aria-live="polite" aria-relevant="additions"></div>
      ${viewConfirm(this)}`;
  }

  private viewHead(): TemplateResult {
    const { texts: t, config } = this;
    const logo = config.logo && safeUrl(config.logo, document.baseURI);
    return html`<div class="head">
      <span class="logo">${logo
        ? html`<img src=${logo} alt="" @error=${(event: Event) => (event.target as HTMLElement).remove()} />`
        : icons.chat}</span>
      <div class="titles">
        <div id="title" role="heading" aria-level=${this.level} tabindex="-1">${t.title}</div>
        <p>${t.isBot}</p>
      </div>
      <button id="menubutton" class="headbutton" aria-label=${t.menu} aria-expanded=${this.menuOpen} aria-controls=${this.menuOpen ? 'menu' : nothing}
        @click=${this.toggleMenu}>${icons.menu}<span>${t.menu}</span></button>
      ${this.inline
        ? nothing
        : html`<button id="closebutton" class="headbutton" aria-label=${t.close} title=${t.close} @click=${() => this.close()}>${icons.close}</button>`}
      ${this.menuOpen ? this.viewMenu() : nothing}
    </div>`;
  }

  private viewMenu(): TemplateResult {
    const t = this.texts;
    const item = (name: string, text: string, run: () => unknown): TemplateResult =>
      html`<li><button data-menu=${name} @click=${run}>${text}</button></li>`;
    return html`<ul id="menu" role="list" @focusout=${this.onMenuBlur}>
      ${item('overview', t.overview, () => this.show('overview'))}
      ${item('report', t.report, () => this.show('report'))}
      ${item('transcript', t.transcript, () => this.transcript())}
      ${item('restart', t.restart, () => this.ask('restart'))} ${item('wipe', t.wipe, () => this.ask('wipe'))}
    </ul>`;
  }

  private outLink(href: string, text: string): TemplateResult | typeof nothing {
    const url = safeUrl(href, document.baseURI);
    if (!url) return nothing;
    return url.startsWith('http')
      ? html`<a href=${url} target="_blank" rel="noopener">${text}<span class="sr"> ${this.texts.opensNew}</span></a>`
      : html`<a href=${url}>${text}</a>`;
  }

  private viewChat(): TemplateResult {
    const { texts: t, conversation: c } = this;
    return html`${viewProgress(this)}
      <div class="middle">
        <div class="log" tabindex="0" role="region" aria-label=${t.conversation} @scroll=${this.onScroll}>
          <ol class="messages" role="list">
            <li class="bot" tabindex="-1"><div class="bubble"><span class="sr">${t.bot}: </span>${viewText(this, 0, t.welcome, [])}</div></li>
            ${c.loaded === 'busy' ? html`<li class="note">${t.loading}</li>` : nothing}
            ${c.loaded === 'failed'
              ? html`<li class="state error"><p>${c.loadError}</p><button class="plain" @click=${() => this.reload()}>${t.retry}</button></li>`
              : nothing}
            ${c.items.map((item, n) => viewItem(this, item, this.endsTurn(item, n)))}
            ${c.busy ? html`<li class="typing"><span>${t.typing}</span><i></i><i></i><i></i></li>` : nothing}
          </ol>
        </div>
        ${this.behind
          ? html`<button class="newer" aria-label=${t.newer} title=${t.newer} @click=${() => {
              this.toEnd();
              this.query('.log')?.focus();
            }}>${icons.newer}</button>`
          : nothing}
      </div>
      ${this.viewDock()} ${this.viewComposer()}`;
  }

  /** Thumbs stand under the last message of a turn. */
  private endsTurn(item: Item, n: number): boolean {
    const next = this.conversation.items[n + 1];
    return item.kind === 'bot' && (next ? next.kind !== 'bot' : !this.conversation.busy);
  }

  private viewDock(): TemplateResult | typeof nothing {
    const choices = this.conversation.choices;
    if (!choices.length) return nothing;
    return html`<div class="dock ${choices.length > 5 ? 'many' : ''}" role="group" aria-label=${this.texts.choices}>
      ${choices.map((choice) => html`<button class="choice" @click=${() => this.choose(choice)}>${choice.title}</button>`)}
    </div>`;
  }

  private viewComposer(): TemplateResult {
    const t = this.texts;
    return html`${this.notice ? html`<p class="state notice ${this.statusBad ? 'error' : ''}">${this.notice}</p>` : nothing}
      <form class="composer" @submit=${this.submit}>
        <input type="file" hidden accept=".txt,.docx,.pdf" @change=${this.upload} />
        <button type="button" class="icon" aria-label=${t.attach} title=${t.attach}
          @click=${() => this.query('input[type=file]')?.click()}>${icons.attach}</button>
        <textarea rows="1" aria-label=${t.inputLabel} placeholder=${t.inputLabel} enterkeyhint="send"
          @input=${this.grow} @keydown=${this.onInputKey} @paste=${() => (this.pasted = true)}></textarea>
        <button class="icon send" aria-label=${t.send} title=${t.send}>${icons.send}</button>
      </form>`;
  }

  private viewFoot(): TemplateResult {
    const { texts: t, config } = this;
    return html`<p class="foot">
      <span>${t.privacy}</span>
      ${this.outLink(config.privacyUrl, t.privacyLink)}
      ${config.contactUrl ? this.outLink(config.contactUrl, t.contact) : nothing}
      ${this.outLink(config.formUrl, t.form)}
    </p>`;
  }
}

function saveFile(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 30_000);
}

import { Api, Failure } from './api.js';
import { plain } from './markdown.js';
import type { Store } from './store.js';
import { fill, type Texts } from './texts.js';
import type { Answer, BotItem, BotMessage, Choice, HistoryMessage, Item, Outgoing, Progress, UserItem } from './types.js';

/** What the conversation tells its view. */
export interface Hooks {
  /** Something changed: draw again. */
  changed(): void;
  /** Say this once to screen readers. */
  announce(text: string): void;
  /** A new message of the bot came in. */
  arrived(item: BotItem): void;
}

export const MAX_TEXT = 5_000;
export const MAX_PASTE = 20_000;
export const MAX_FILE = 2 * 1024 * 1024;
const MAX_WAIT = 60;
const MAX_TRIES = 4;
/** After this time a screen reader hears that the answer is on its way. */
const SLOW = 4_000;

type Loading = 'no' | 'busy' | 'failed' | 'yes';

/** The state of one conversation and all that can be done with it. Knows no DOM. */
export class Conversation {
  items: Item[] = [];
  busy = false;
  progress: Progress | null = null;
  loaded: Loading = 'no';
  loadError = '';
  /** Set by the view when the page's CSP refused the connection. */
  blocked = false;
  /** Waiting time is a seam for tests. */
  sleep = (seconds: number): Promise<void> => new Promise((done) => setTimeout(done, seconds * 1000));
  private nextKey = 1;
  /** Goes up when the conversation is thrown away, so that a late answer to it is not shown. */
  private era = 0;

  constructor(
    readonly api: Api,
    private readonly store: Store,
    private readonly texts: Texts,
    private readonly hooks: Hooks,
  ) {
    this.api.token = store.read().token;
  }

  /** True when nothing has been said yet: the welcome shows its starters. */
  get fresh(): boolean {
    return !this.items.some((item) => item.kind !== 'note');
  }

  /** The quick replies that can be used now: those since the last message of the user. */
  get choices(): Choice[] {
    if (this.busy) return [];
    for (let i = this.items.length - 1; i >= 0; i -= 1) {
      const item = this.items[i];
      if (item?.kind === 'user') {
        // What did not arrive was not said: the question still stands.
        if (!item.failed) return [];
      } else if (item?.kind === 'note') {
        if (item.text === this.texts.expired) return this.texts.starters;
      } else if (item?.message.buttons?.length) return item.message.buttons;
    }
    return this.fresh && this.loaded !== 'busy' && this.loaded !== 'failed' ? this.texts.starters : [];
  }

  /** Gets the conversation back from the server, once, if there is one. */
  async load(): Promise<void> {
    if (this.loaded === 'busy' || this.loaded === 'yes') return;
    if (!this.api.token) {
      this.loaded = 'yes';
      return;
    }
    this.loaded = 'busy';
    this.hooks.changed();
    try {
      this.adopt(await this.api.history());
      this.loaded = 'yes';
    } catch (error) {
      if (this.isExpired(error)) {
        this.expire();
        this.loaded = 'yes';
      } else {
        this.loaded = 'failed';
        this.loadError = `${this.texts.historyFailed} ${await this.explain(error)}`;
        this.hooks.announce(this.loadError);
      }
    }
    this.hooks.changed();
  }

  /** Another tab may have gone on with the conversation, or deleted it: follow, so that no old question is answered. */
  async follow(): Promise<void> {
    const token = this.store.read().token;
    if (this.busy || this.loaded !== 'yes') return;
    if (token === this.api.token) {
      if (token && !this.items.some((item) => item.kind === 'user' && item.failed)) await this.catchUp();
      return;
    }
    this.api.token = token;
    this.items = [];
    this.progress = null;
    this.loaded = 'no';
    await this.load();
    this.hooks.changed();
  }

  private async catchUp(): Promise<void> {
    try {
      const messages = await this.api.history();
      const seen = this.ids();
      if (this.busy || !messages.some((m) => m.from === 'bot' && m.id && !seen.has(m.id))) return;
      this.adopt(messages);
      this.hooks.changed();
    } catch {
      // The next message will tell what is wrong.
    }
  }

  private adopt(messages: HistoryMessage[]): void {
    this.items = [];
    this.progress = null;
    for (const message of messages) {
      if (message.from === 'user') this.items.push({ kind: 'user', key: this.key(), text: message.text });
      else this.addBot(message);
    }
  }

  /** Sends something; gives true when the answer came in whole. */
  async send(out: Outgoing, shown = out.text): Promise<boolean> {
    if (this.busy) {
      this.hooks.announce(this.texts.wait);
      return false;
    }
    const item: UserItem = { kind: 'user', key: this.key(), text: shown, out };
    this.items.push(item);
    return this.deliver(item);
  }

  /** Tries a failed message again. Looks first whether the server had received it after all. */
  async retry(item: UserItem): Promise<boolean> {
    if (this.busy || !item.out) return false;
    if (this.api.token && item.before) {
      this.busy = true;
      item.failed = undefined;
      this.hooks.changed();
      try {
        const messages = await this.api.history();
        if (messages.some((m) => m.from === 'bot' && m.id && !item.before?.has(m.id))) {
          this.busy = false;
          this.recover(messages);
          return true;
        }
      } catch {
        // Sending again will tell what is wrong.
      }
      this.busy = false;
      this.dropPartial(item);
    }
    return this.deliver(item);
  }

  /** Takes over the server's history and announces what was not seen yet. */
  private recover(messages: HistoryMessage[]): void {
    const seen = this.ids();
    this.adopt(messages);
    for (const item of this.items) if (item.kind === 'bot' && !seen.has(item.message.id ?? '')) this.tell(item);
    this.hooks.changed();
  }

  /** Forgets half an answer, which will come again. */
  private dropPartial(item: UserItem): void {
    this.items = this.items.filter((other) => other.kind !== 'bot' || other.key < item.key);
  }

  private async deliver(item: UserItem): Promise<boolean> {
    const out = item.out;
    if (!out) return false;
    item.failed = item.waiting = undefined;
    item.before = this.ids();
    this.busy = true;
    this.hooks.changed();
    const { era } = this;
    const slow = setTimeout(() => this.hooks.announce(this.texts.typing), SLOW);
    try {
      await this.attempt(item, out, era);
      return true;
    } catch (error) {
      if (era === this.era) await this.sendingFailed(item, error);
      return false;
    } finally {
      clearTimeout(slow);
      item.waiting = undefined;
      if (era === this.era) this.busy = false;
      this.hooks.changed();
    }
  }

  /** Sends, and waits as the server asks when it is busy. */
  private async attempt(item: UserItem, out: Outgoing, era: number): Promise<void> {
    for (let tries = 1; era === this.era; tries += 1) {
      try {
        if (!this.api.token) this.store.write({ token: await this.api.create() });
        for await (const event of this.api.send(out)) {
          if (era !== this.era) return;
          if (event.type === 'message') this.receive(event);
        }
        return;
      } catch (error) {
        const wait = error instanceof Failure && error.status === 429 ? error.retryAfter : 0;
        if (!wait || wait > MAX_WAIT || tries >= MAX_TRIES) throw error;
        const line = (error as Failure).line;
        item.waiting = `${line ? `${line} ` : ''}${fill(this.texts.busy, { n: wait })}`;
        this.hooks.announce(item.waiting);
        this.hooks.changed();
        await this.sleep(wait);
        item.waiting = undefined;
      }
    }
  }

  private async sendingFailed(item: UserItem, error: unknown): Promise<void> {
    if (this.isExpired(error)) {
      // The old conversation stays readable; what was said in it has no meaning in the new one.
      item.failed = undefined;
      item.out = undefined;
      this.expire();
      return;
    }
    item.failed = await this.explain(error);
    item.retry = !(error instanceof Failure) || error.retryable;
    this.hooks.announce(item.failed);
  }

  private isExpired(error: unknown): boolean {
    return error instanceof Failure && error.status === 401;
  }

  private expire(): void {
    this.api.token = undefined;
    this.store.write({ token: undefined });
    this.progress = null;
    // Ids belong to a conversation: the new one may use the same again, and the old one can't be rated any more.
    for (const item of this.items) if (item.kind === 'bot') item.message = { ...item.message, id: undefined };
    this.note(this.texts.expired);
  }

  /** Makes a readable line of whatever went wrong. */
  async explain(error: unknown): Promise<string> {
    if (!(error instanceof Failure)) return this.texts.serverError;
    if (error.line) return error.line;
    if (error.kind === 'cut') return this.texts.cut;
    if (error.kind === 'network') {
      // The browser reports a refusal by CSP a moment after the request failed.
      await new Promise((done) => setTimeout(done, 50));
      if (this.blocked) return fill(this.texts.blocked, { server: new URL(this.api.base).origin });
      return (await this.api.refused()) ? fill(this.texts.unlisted, { website: location.origin }) : this.texts.failed;
    }
    return error.status >= 500 ? this.texts.serverError : this.texts.refused;
  }

  private receive(message: BotMessage): void {
    if (message.id && this.ids().has(message.id)) return;
    this.tell(this.addBot(message));
    this.hooks.changed();
  }

  private addBot(message: BotMessage): BotItem {
    const item: BotItem = { kind: 'bot', key: this.key(), message };
    this.items.push(item);
    if (message.progress !== undefined) this.progress = message.progress;
    return item;
  }

  private tell(item: BotItem): void {
    this.hooks.announce(spoken(item.message, this.texts));
    this.hooks.arrived(item);
  }

  private ids(): Set<string> {
    return new Set(this.items.flatMap((item) => (item.kind === 'bot' && item.message.id ? [item.message.id] : [])));
  }

  private note(text: string): void {
    this.items.push({ kind: 'note', key: this.key(), text });
    this.hooks.announce(text);
  }

  private key(): number {
    return this.nextKey++;
  }

  /** Sends a file after looking at its kind and size; gives a readable line when it cannot be used. */
  upload(file: File): string | null {
    if (!/\.(txt|docx|pdf)$/i.test(file.name)) return this.texts.badFile;
    if (file.size > MAX_FILE) return this.texts.bigFile;
    void this.send({ text: '', kind: 'upload', file }, fill(this.texts.uploaded, { naam: file.name }));
    return null;
  }

  /** Changes an answer; the server's reaction joins the conversation. Throws a readable line. */
  async change(answer: Answer, value: string): Promise<void> {
    const shown = fill(this.texts.changed, { naam: answer.naam, antwoord: this.texts.answers[value] ?? value });
    const out: Outgoing = { text: shown, kind: 'answer', element: answer.element, antwoord: value };
    if (!(await this.send(out))) {
      const last = this.items[this.items.length - 1];
      const line = last?.kind === 'user' ? last.failed : last?.kind === 'note' ? last.text : '';
      // The overview keeps the form open to try again, so the failed line need not stay in the conversation.
      this.items = this.items.filter((item) => item.kind !== 'user' || item.out !== out);
      throw new Error(line || this.texts.wait);
    }
  }

  /** Keeps a thumb, with a line if there is one. */
  async rate(item: BotItem, value: 'up' | 'down', note?: string): Promise<void> {
    if (!item.message.id) return;
    item.rating = value;
    item.rated = note === undefined ? 'open' : 'thanks';
    this.hooks.changed();
    try {
      await this.api.rate(item.message.id, value, note);
      if (note !== undefined) this.hooks.announce(this.texts.rateThanks);
    } catch {
      item.rating = undefined;
      item.rated = 'failed';
      this.hooks.announce(this.texts.rateFailed);
    }
    this.hooks.changed();
  }

  /** Deletes the conversation here and on the server. Gives false, and keeps everything, when that fails. */
  async wipe(message: string): Promise<boolean> {
    try {
      if (this.api.token) await this.api.remove();
    } catch {
      this.note(this.texts.wipeFailed);
      this.hooks.changed();
      return false;
    }
    this.era += 1;
    this.busy = false;
    this.store.write({ token: undefined });
    this.items = [];
    this.progress = null;
    this.loaded = 'yes';
    this.note(message);
    this.hooks.changed();
    return true;
  }

  /** The conversation as plain text. */
  transcript(): string {
    const lines = this.items.map((item) => {
      if (item.kind === 'note') return `(${item.text})`;
      if (item.kind === 'user') return `${this.texts.you}: ${item.text}`;
      return `${this.texts.bot}: ${written(item.message, this.texts)}`;
    });
    return [`${this.texts.title} – ${new Date().toLocaleString('nl-NL')}`, this.texts.isBot, ...lines].join('\n\n') + '\n';
  }
}

/** What a screen reader hears of a message: text, text alternative of the picture, and the choices. */
export function spoken(message: BotMessage, texts: Texts): string {
  const parts = [plain(message.text ?? '')];
  if (message.image) parts.push(message.image.alt);
  if (message.buttons?.length)
    parts.push(`${texts.youCanChoose} ${message.buttons.map((b) => b.title).join(', ')}.`);
  return parts.filter(Boolean).join('\n');
}

function written(message: BotMessage, texts: Texts): string {
  const parts = [plain(message.text ?? '')];
  if (message.image) {
    parts.push(`[${message.image.alt}]`);
    const table = message.image.table;
    if (table) parts.push([table.kop, ...table.rijen].map((row) => row.join(' | ')).join('\n'));
  }
  if (message.link) parts.push(`${message.link.title}: ${message.link.href}`);
  for (const c of message.citations ?? []) parts.push(`${texts.source}: ${c.label}. ${c.title}. ${c.passage}`);
  if (message.buttons?.length) parts.push(`(${message.buttons.map((b) => b.title).join(' / ')})`);
  return parts.filter(Boolean).join('\n\n');
}

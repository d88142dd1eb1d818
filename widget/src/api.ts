import { readLines } from './ndjson.js';
import type { Answer, HistoryMessage, Outgoing, ServerEvent } from './types.js';

export type FailureKind = 'network' | 'cut' | 'http';

/** A request that went wrong, with what is needed to tell the user about it. */
export class Failure extends Error {
  constructor(
    readonly kind: FailureKind,
    readonly status = 0,
    /** A readable line from the server, if it gave one. */
    readonly line = '',
    /** Seconds to wait, after a 429. */
    readonly retryAfter = 0,
  ) {
    super(line || `${kind} ${status}`);
  }

  /** Trying again makes sense when the server or the network failed, not when the message itself was refused. */
  get retryable(): boolean {
    return this.kind !== 'http' || this.status === 429 || this.status === 408 || this.status >= 500;
  }
}

/** Seconds from a Retry-After header (a number or a date); 5 when it is absent or unreadable. */
export function retryAfter(header: string | null, now = Date.now()): number {
  if (!header) return 5;
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : Math.ceil((Date.parse(header) - now) / 1000);
  return Number.isFinite(seconds) ? Math.max(1, seconds) : 5;
}

const SILENCE = 60_000;

/** The channel of the server. Holds the token; sends no cookies. */
export class Api {
  token: string | undefined;
  /** Whether the server ever let this page read an answer. */
  private reached = false;

  constructor(
    readonly base: string,
    private readonly silence = SILENCE,
  ) {}

  /** Starts a conversation and keeps its token. */
  async create(): Promise<string> {
    const response = await this.request('POST', '/conversations', {}, false);
    const { token } = (await this.json(response)) as { token: string };
    this.token = token;
    return token;
  }

  /** Sends what the user gave and yields what the server answers, until it says it is done. */
  async *send(out: Outgoing): AsyncGenerator<ServerEvent> {
    const stop = new AbortController();
    let timer = setTimeout(() => stop.abort(), this.silence);
    const alive = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => stop.abort(), this.silence);
    };
    try {
      const [path, body] = this.outgoing(out);
      const response = await this.request('POST', path, body, true, stop.signal);
      yield* this.events(response, alive);
    } finally {
      clearTimeout(timer);
    }
  }

  private outgoing(out: Outgoing): [string, unknown] {
    if (out.kind === 'upload' && out.file) {
      const form = new FormData();
      form.append('file', out.file, out.file.name);
      return ['/upload', form];
    }
    if (out.kind === 'answer') return ['/answers', { element: out.element, antwoord: out.antwoord }];
    const body: Record<string, string> = { text: out.text, kind: out.kind };
    if (out.payload) body.payload = out.payload;
    return ['/messages', body];
  }

  private async *events(response: Response, alive: () => void): AsyncGenerator<ServerEvent> {
    if (!response.body) throw new Failure('cut');
    try {
      for await (const line of readLines(response.body, alive)) {
        const event = line as ServerEvent;
        if (event.type === 'error') throw new Failure('http', 500, String(event.message ?? ''));
        yield event;
        if (event.type === 'done') return;
      }
    } catch (error) {
      throw error instanceof Failure ? error : new Failure('cut');
    }
    throw new Failure('cut');
  }

  /** The whole conversation as the server keeps it. */
  async history(): Promise<HistoryMessage[]> {
    const data = (await this.json(await this.request('GET', '/history'))) as { messages?: HistoryMessage[] };
    return data.messages ?? [];
  }

  async overview(): Promise<Answer[]> {
    const data = (await this.json(await this.request('GET', '/overview'))) as { antwoorden?: Answer[] };
    return data.antwoorden ?? [];
  }

  async report(format: string): Promise<Blob> {
    return (await this.request('GET', `/report?format=${format}`)).blob();
  }

  async rate(message: string, value: string, note?: string): Promise<void> {
    await this.request('POST', '/rating', note ? { message, value, note } : { message, value });
  }

  /** Deletes the conversation on the server. One that is already gone is fine. */
  async remove(): Promise<void> {
    try {
      await this.request('DELETE', '/conversation');
    } catch (error) {
      if (!(error instanceof Failure && [401, 404, 410].includes(error.status))) throw error;
    }
    this.token = undefined;
  }

  /** After a network failure: is the server there, and does it refuse pages of this origin? Then nothing can be read. */
  async refused(): Promise<boolean> {
    if (this.reached || this.base.startsWith(`${location.origin}/`)) return false;
    try {
      await fetch(`${this.base}/widget.js`, { method: 'HEAD', mode: 'no-cors', credentials: 'omit', cache: 'no-store' });
      return true;
    } catch {
      return false;
    }
  }

  private async json(response: Response): Promise<unknown> {
    try {
      return await response.json();
    } catch {
      throw new Failure('cut');
    }
  }

  private async request(
    method: string,
    path: string,
    body?: unknown,
    authorised = true,
    signal?: AbortSignal,
  ): Promise<Response> {
    const headers: Record<string, string> = {};
    if (authorised && this.token) headers.Authorization = `Bearer ${this.token}`;
    const form = body instanceof FormData;
    if (body !== undefined && !form) headers['Content-Type'] = 'application/json';
    let response: Response;
    try {
      response = await fetch(this.base + path, {
        method,
        headers,
        signal,
        credentials: 'omit',
        cache: 'no-store',
        body: body === undefined ? undefined : form ? body : JSON.stringify(body),
      });
    } catch {
      throw new Failure('network');
    }
    this.reached = true;
    if (!response.ok) throw await this.failure(response);
    return response;
  }

  private async failure(response: Response): Promise<Failure> {
    let line = '';
    try {
      const data = (await response.json()) as { error?: unknown };
      if (typeof data.error === 'string' && data.error.length < 400) line = data.error;
    } catch {
      // No readable line: the widget has one of its own.
    }
    const wait = response.status === 429 ? retryAfter(response.headers.get('Retry-After')) : 0;
    return new Failure('http', response.status, line, wait);
  }
}

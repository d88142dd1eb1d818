/** What outlives a page: the token and whether the chat stood open. Nothing else, and no cookie. */
export interface Saved {
  token?: string;
  open?: boolean;
}

export class Store {
  private memory: Saved = {};
  private refused = false;
  readonly key: string;

  constructor(server: string) {
    this.key = `keuzehulp:${server}`;
  }

  /** Reads what is kept; an empty object when there is nothing or when the browser refuses. */
  read(): Saved {
    if (this.refused) return this.memory;
    try {
      const text = localStorage.getItem(this.key);
      return text ? (JSON.parse(text) as Saved) : {};
    } catch {
      return this.memory;
    }
  }

  /** Merges a change into what is kept. Falls back to memory when storage is refused. */
  write(change: Saved): void {
    const next = { ...this.read(), ...change };
    if (!next.token) delete next.token;
    this.memory = next;
    try {
      localStorage.setItem(this.key, JSON.stringify(next));
    } catch {
      // Private mode or a full disk: the conversation lasts as long as this page.
      this.refused = true;
    }
  }
}

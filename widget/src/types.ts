/** Shapes of what travels between the widget and the server (see README, "Contract"). */

export interface Choice {
  title: string;
  payload?: string;
}

export interface Citation {
  label: string;
  title: string;
  passage: string;
}

export interface Progress {
  blok: string;
  nr: number;
  van: number;
  totaal_nr: number;
  totaal: number;
}

export interface Chart {
  svg: string;
  alt: string;
  table?: { kop: string[]; rijen: (string | number)[][] } | null;
}

export interface BotMessage {
  id?: string;
  text: string;
  buttons?: Choice[];
  citations?: Citation[];
  progress?: Progress | null;
  image?: Chart | null;
  link?: { href: string; title: string } | null;
}

export interface HistoryMessage extends BotMessage {
  from: 'user' | 'bot';
}

export type ServerEvent =
  | ({ type: 'message' } & BotMessage)
  | { type: 'done' }
  | { type: 'error'; message: string };

export interface Answer {
  element: string;
  naam: string;
  blok: string;
  antwoord: string | null;
  label?: string;
}

/** What the user sends: typed text, a quick reply, a pasted description, a file or a changed answer. */
export interface Outgoing {
  text: string;
  kind: 'text' | 'button' | 'paste' | 'upload' | 'answer';
  payload?: string;
  file?: File;
  element?: string;
  antwoord?: string;
}

export interface UserItem {
  kind: 'user';
  key: number;
  text: string;
  out?: Outgoing;
  /** A readable line when sending went wrong. */
  failed?: string;
  /** Whether trying again makes sense. */
  retry?: boolean;
  /** A readable line while the widget waits to try again by itself. */
  waiting?: string;
  /** Ids that were known before this was sent: tells whether the server did receive it. */
  before?: Set<string>;
}

export interface BotItem {
  kind: 'bot';
  key: number;
  message: BotMessage;
  rating?: 'up' | 'down';
  rated?: 'open' | 'thanks' | 'failed';
}

export interface NoteItem {
  kind: 'note';
  key: number;
  text: string;
}

export type Item = UserItem | BotItem | NoteItem;

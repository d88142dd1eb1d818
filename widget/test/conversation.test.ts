import { beforeEach, describe, expect, it } from 'vitest';
import { Api } from '../src/api.js';
import { Conversation, MAX_FILE } from '../src/conversation.js';
import { Store } from '../src/store.js';
import { defaults } from '../src/texts.js';
import type { BotItem, UserItem } from '../src/types.js';
import { BASE, created, done, fakeFetch, json, lines, message } from './fake.js';

const SERVER = 'https://school.example';
let said: string[];

function make(token?: string): Conversation {
  const store = new Store(SERVER);
  if (token) store.write({ token });
  const talk = new Conversation(new Api(BASE), store, defaults, {
    changed: () => undefined,
    announce: (text) => said.push(text),
    arrived: () => undefined,
  });
  talk.sleep = async (seconds) => void said.push(`slept ${seconds}`);
  return talk;
}

const texts = (talk: Conversation): string[] =>
  talk.items.map((item) => (item.kind === 'bot' ? item.message.text : item.text));

beforeEach(() => {
  localStorage.clear();
  said = [];
});

describe('talking', () => {
  it('asks nothing of the server before the first message', async () => {
    const calls = fakeFetch();
    const talk = make();
    await talk.load();
    expect(calls).toEqual([]);
    expect(talk.choices).toEqual(defaults.starters);
  });

  it('starts a conversation, keeps the token and shows what comes', async () => {
    const calls = fakeFetch(created('abc'), lines(message('m1', '**Hallo**', { buttons: [{ title: 'Ja', payload: '/affirm' }] }), done));
    const talk = make();
    expect(await talk.send({ text: 'Hoi', kind: 'text' })).toBe(true);
    expect(calls.map((c) => `${c.method} ${c.path}`)).toEqual(['POST /conversations', 'POST /messages']);
    expect(calls[1]?.headers.Authorization).toBe('Bearer abc');
    expect(calls[1]?.body).toEqual({ text: 'Hoi', kind: 'text' });
    expect(localStorage.getItem(`keuzehulp:${SERVER}`)).toBe('{"token":"abc"}');
    expect(texts(talk)).toEqual(['Hoi', '**Hallo**']);
    expect(said).toEqual(['Hallo\nJe kunt kiezen: Ja.']);
    expect(talk.choices).toEqual([{ title: 'Ja', payload: '/affirm' }]);
  });

  it('sends the payload of a button and drops its fellows', async () => {
    const calls = fakeFetch(lines(message('m2', 'Goed'), done));
    const talk = make('t');
    talk.items = [{ kind: 'bot', key: 1, message: { id: 'm1', text: '?', buttons: [{ title: 'Ja', payload: '/affirm' }] } }];
    await talk.send({ text: 'Ja', kind: 'button', payload: '/affirm' });
    expect(calls[0]?.body).toEqual({ text: 'Ja', kind: 'button', payload: '/affirm' });
    expect(talk.choices).toEqual([]);
  });

  it('takes one message at a time', async () => {
    fakeFetch(lines(done));
    const talk = make('t');
    const first = talk.send({ text: 'a', kind: 'text' });
    expect(await talk.send({ text: 'b', kind: 'text' })).toBe(false);
    await first;
    expect(texts(talk)).toEqual(['a']);
    expect(said).toEqual([defaults.wait]);
  });

  it('shows a message that comes twice once', async () => {
    fakeFetch(lines(message('m1', 'x'), message('m1', 'x'), done));
    const talk = make('t');
    await talk.send({ text: 'a', kind: 'text' });
    expect(texts(talk)).toEqual(['a', 'x']);
  });

  it('follows the progress, and hides it when told so', async () => {
    const progress = { blok: 'Inhoud', nr: 2, van: 5, totaal_nr: 2, totaal: 15 };
    fakeFetch(lines(message('m1', 'x', { progress }), done), lines(message('m2', 'y'), done), lines(message('m3', 'z', { progress: null }), done));
    const talk = make('t');
    await talk.send({ text: 'a', kind: 'text' });
    expect(talk.progress).toEqual(progress);
    await talk.send({ text: 'b', kind: 'text' });
    expect(talk.progress).toEqual(progress);
    await talk.send({ text: 'c', kind: 'text' });
    expect(talk.progress).toBeNull();
  });
});

describe('history', () => {
  it('comes from the server without being announced', async () => {
    fakeFetch(json(200, { messages: [{ from: 'user', id: 'u1', text: 'Hoi' }, { from: 'bot', id: 'm1', text: 'Dag', buttons: [{ title: 'Ja' }] }] }));
    const talk = make('t');
    await talk.load();
    expect(texts(talk)).toEqual(['Hoi', 'Dag']);
    expect(talk.choices).toEqual([{ title: 'Ja' }]);
    expect(said).toEqual([]);
  });

  it('tells when the server is there but refuses this website', async () => {
    const calls = fakeFetch(new Error('cors'), new Response(), json(200, { messages: [] }), new Error('net'));
    const talk = make('t');
    await talk.load();
    expect(talk.loadError).toContain('Deze website mag de keuzehulp niet gebruiken');
    expect(talk.loadError).toContain(location.origin);
    expect(calls[1]).toMatchObject({ method: 'HEAD', path: '/widget.js', headers: {} });
    await talk.load();
    await talk.send({ text: 'Hoi', kind: 'text' });
    expect(texts(talk)).toEqual(['Hoi']);
    expect((talk.items[0] as UserItem).failed).toBe(defaults.failed);
    expect(calls).toHaveLength(4);
  });

  it('can fail and be tried again, the token staying', async () => {
    fakeFetch(new Error('net'), new Error('net'), json(200, { messages: [] }));
    const talk = make('t');
    await talk.load();
    expect(talk.loaded).toBe('failed');
    expect(talk.choices).toEqual([]);
    await talk.load();
    expect(talk.loaded).toBe('yes');
    expect(talk.api.token).toBe('t');
  });

  it('tells when the conversation no longer exists', async () => {
    fakeFetch(json(401, { error: 'x' }));
    const talk = make('t');
    await talk.load();
    expect(texts(talk)).toEqual([defaults.expired]);
    expect(talk.choices).toEqual(defaults.starters);
    expect(localStorage.getItem(`keuzehulp:${SERVER}`)).toBe('{}');
  });
});

describe('failures', () => {
  const failed = (talk: Conversation): UserItem => talk.items.find((i) => i.kind === 'user') as UserItem;

  it('shows the line of the server and can try again', async () => {
    const calls = fakeFetch(json(500, { error: 'Even stuk.' }), json(200, { messages: [] }), lines(message('m1', 'ok'), done));
    const talk = make('t');
    await talk.send({ text: 'a', kind: 'text' });
    expect(failed(talk)).toMatchObject({ failed: 'Even stuk.', retry: true });
    expect(said).toEqual(['Even stuk.']);
    await talk.retry(failed(talk));
    expect(texts(talk)).toEqual(['a', 'ok']);
    expect(failed(talk).failed).toBeUndefined();
    expect(calls.map((c) => c.path)).toEqual(['/messages', '/history', '/messages']);
  });

  it('does not send again what the server had received', async () => {
    const calls = fakeFetch(
      lines(message('m1', 'deel een')),
      json(200, { messages: [{ from: 'user', text: 'a' }, { from: 'bot', id: 'm1', text: 'deel een' }, { from: 'bot', id: 'm2', text: 'deel twee' }] }),
    );
    const talk = make('t');
    await talk.send({ text: 'a', kind: 'text' });
    expect(failed(talk).failed).toBe(defaults.cut);
    await talk.retry(failed(talk));
    expect(texts(talk)).toEqual(['a', 'deel een', 'deel twee']);
    expect(said.filter((line) => line.startsWith('deel'))).toEqual(['deel een', 'deel twee']);
    expect(calls).toHaveLength(2);
  });

  it('keeps the question open when the answer did not arrive', async () => {
    fakeFetch(new Error('net'));
    const talk = make('t');
    talk.items = [{ kind: 'bot', key: 1, message: { id: 'm1', text: '?', buttons: [{ title: 'Ja' }] } }];
    await talk.send({ text: 'Ja', kind: 'text' });
    expect(talk.choices).toEqual([{ title: 'Ja' }]);
  });

  it('names the line to add when the page refuses the connection', async () => {
    fakeFetch(new Error('refused'));
    const talk = make('t');
    talk.blocked = true;
    await talk.send({ text: 'a', kind: 'text' });
    expect(failed(talk).failed).toContain('connect-src https://school.example');
  });

  it('offers no second try for what the server refuses', async () => {
    fakeFetch(json(413, { error: 'Te lang.' }));
    const talk = make('t');
    await talk.send({ text: 'a', kind: 'text' });
    expect(failed(talk)).toMatchObject({ failed: 'Te lang.', retry: false });
  });

  it('waits as long as a busy server asks', async () => {
    fakeFetch(json(429, { error: 'Rustig aan.' }, { 'Retry-After': '3' }), lines(message('m1', 'ok'), done));
    const talk = make('t');
    expect(await talk.send({ text: 'a', kind: 'text' })).toBe(true);
    expect(said[0]).toContain('Rustig aan.');
    expect(said[0]).toContain('3 seconden');
    expect(said[1]).toBe('slept 3');
    expect(texts(talk)).toEqual(['a', 'ok']);
  });

  it('gives up on a server that stays busy', async () => {
    fakeFetch(...Array.from({ length: 4 }, () => json(429, {}, { 'Retry-After': '1' })));
    const talk = make('t');
    expect(await talk.send({ text: 'a', kind: 'text' })).toBe(false);
    expect(failed(talk).retry).toBe(true);
  });

  it('starts anew after 401, also when the new one uses the same ids', async () => {
    const calls = fakeFetch(
      lines(message('m1', 'oud'), done),
      json(401, { error: 'x' }),
      created('t2'),
      lines(message('m1', 'nieuw'), done),
    );
    const talk = make('t');
    await talk.send({ text: 'a', kind: 'text' });
    expect(await talk.send({ text: 'b', kind: 'text' })).toBe(false);
    expect(texts(talk)).toEqual(['a', 'oud', 'b', defaults.expired]);
    await talk.send({ text: 'c', kind: 'text' });
    expect(texts(talk).at(-1)).toBe('nieuw');
    expect(calls.at(-1)?.headers.Authorization).toBe('Bearer t2');
  });

  it('treats an error line in the stream as a failure', async () => {
    fakeFetch(lines({ type: 'error', message: 'Lukt niet.' }));
    const talk = make('t');
    await talk.send({ text: 'a', kind: 'text' });
    expect(failed(talk)).toMatchObject({ failed: 'Lukt niet.', retry: true });
  });
});

describe('another tab', () => {
  const bot = (id: string, text: string): object => ({ from: 'bot', id, text });

  it('went on with the conversation: its messages come in', async () => {
    fakeFetch(json(200, { messages: [bot('m1', 'een')] }), json(200, { messages: [bot('m1', 'een'), bot('m2', 'twee')] }));
    const talk = make('t');
    await talk.load();
    await talk.follow();
    expect(texts(talk)).toEqual(['een', 'twee']);
  });

  it('deleted it: a new one begins', async () => {
    fakeFetch(json(200, { messages: [bot('m1', 'een')] }));
    const talk = make('t');
    await talk.load();
    new Store(SERVER).write({ token: undefined });
    await talk.follow();
    expect(talk.items).toEqual([]);
    expect(talk.choices).toEqual(defaults.starters);
  });
});

describe('the rest', () => {
  it('shows nothing of an answer that comes after the conversation was deleted', async () => {
    let release: (value: Response) => void = () => undefined;
    const calls = fakeFetch(json(204, null));
    const fake = globalThis.fetch;
    globalThis.fetch = ((url: string, init: RequestInit) =>
      init.method === 'POST' ? new Promise<Response>((give) => (release = give)) : fake(url, init)) as typeof fetch;
    const talk = make('t');
    const sent = talk.send({ text: 'a', kind: 'text' });
    await talk.wipe('gewist');
    release(lines(message('m1', 'te laat'), done));
    await sent;
    expect(calls[0]?.method).toBe('DELETE');
    expect(texts(talk)).toEqual(['gewist']);
    expect(talk.busy).toBe(false);
  });

  it('looks at a file before sending it', async () => {
    const calls = fakeFetch(lines(message('m1', 'gelezen'), done));
    const talk = make('t');
    expect(talk.upload(new File(['x'], 'a.exe'))).toBe(defaults.badFile);
    expect(talk.upload(new File([new Uint8Array(MAX_FILE + 1)], 'a.pdf'))).toBe(defaults.bigFile);
    expect(calls).toHaveLength(0);
    expect(talk.upload(new File(['x'], 'les.DOCX'))).toBeNull();
    await new Promise((next) => setTimeout(next, 10));
    expect(calls[0]?.path).toBe('/upload');
    expect((calls[0]?.body as FormData).get('file')).toBeInstanceOf(File);
  });

  it('changes an answer, or says why not and leaves no failed line', async () => {
    const calls = fakeFetch(lines(message('m1', 'veranderd'), done), json(500, { error: 'Stuk.' }));
    const talk = make('t');
    const answer = { element: 'ouders', naam: 'Ouders', blok: 'structuur', antwoord: 'ja' };
    await talk.change(answer, 'deels');
    expect(calls[0]).toMatchObject({ path: '/answers', body: { element: 'ouders', antwoord: 'deels' } });
    expect(texts(talk)).toEqual(['Ouders: een beetje', 'veranderd']);
    await expect(talk.change(answer, 'nee')).rejects.toThrow('Stuk.');
    expect(texts(talk)).toEqual(['Ouders: een beetje', 'veranderd']);
  });

  it('rates an answer, with a line if there is one', async () => {
    const calls = fakeFetch(json(200, {}), json(200, {}), json(500, {}));
    const talk = make('t');
    const item: BotItem = { kind: 'bot', key: 1, message: { id: 'm1', text: 'x' } };
    await talk.rate(item, 'up');
    await talk.rate(item, 'up', 'fijn');
    expect(calls.map((c) => c.body)).toEqual([{ message: 'm1', value: 'up' }, { message: 'm1', value: 'up', note: 'fijn' }]);
    expect(item.rated).toBe('thanks');
    await talk.rate(item, 'down');
    expect(item).toMatchObject({ rating: undefined, rated: 'failed' });
  });

  it('deletes on the server, and keeps everything when that fails', async () => {
    const calls = fakeFetch(new Error('net'), json(204, null));
    const talk = make('t');
    talk.items = [{ kind: 'user', key: 1, text: 'a' }];
    expect(await talk.wipe('gewist')).toBe(false);
    expect(talk.api.token).toBe('t');
    expect(texts(talk)).toEqual(['a', defaults.wipeFailed]);
    expect(await talk.wipe('gewist')).toBe(true);
    expect(calls[1]).toMatchObject({ method: 'DELETE', path: '/conversation' });
    expect(texts(talk)).toEqual(['gewist']);
    expect(talk.api.token).toBeUndefined();
    expect(talk.choices).toEqual(defaults.starters);
  });

  it('writes a transcript with sources and table', () => {
    const talk = make();
    talk.items = [
      { kind: 'user', key: 1, text: 'Waarom?' },
      {
        kind: 'bot',
        key: 2,
        message: {
          text: '**Daarom** (T § 1).',
          citations: [{ label: 'T § 1', title: 'Kop', passage: 'Wat er staat.' }],
          image: { svg: '<svg/>', alt: 'Staafdiagram', table: { kop: ['a', 'b'], rijen: [['x', 1]] } },
        },
      },
    ];
    const text = talk.transcript();
    for (const part of ['Jij: Waarom?', 'Keuzehulp: Daarom (T § 1).', 'Bron: T § 1. Kop. Wat er staat.', '[Staafdiagram]', 'x | 1'])
      expect(text).toContain(part);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KeuzehulpChat } from '../src/chat.js';
import { chartUrl, Cites } from '../src/view-message.js';
import { created, done, fakeFetch, json, lines, message } from './fake.js';

KeuzehulpChat.server = 'https://school.example';
customElements.define('keuzehulp-chat', KeuzehulpChat);

async function place(attributes: Record<string, string> = {}): Promise<KeuzehulpChat> {
  const element = document.createElement('keuzehulp-chat') as KeuzehulpChat;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  document.body.append(element);
  await settle(element);
  return element;
}

async function settle(element: KeuzehulpChat): Promise<void> {
  for (let n = 0; n < 5; n += 1) {
    await new Promise((next) => setTimeout(next, 2));
    await element.updateComplete;
  }
}

const find = <T extends HTMLElement = HTMLElement>(element: KeuzehulpChat, selector: string): T | null =>
  element.renderRoot.querySelector<T>(selector);
const text = (element: KeuzehulpChat, selector: string): string =>
  find(element, selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

async function type(element: KeuzehulpChat, words: string): Promise<void> {
  find<HTMLTextAreaElement>(element, 'textarea')!.value = words;
  find(element, '.composer')!.dispatchEvent(new Event('submit', { cancelable: true }));
  await settle(element);
}

beforeEach(() => localStorage.clear());
afterEach(() => document.body.replaceChildren());

describe('launcher and dialog', () => {
  it('has a labelled launcher and opens without asking the server', async () => {
    const calls = fakeFetch();
    const element = await place({ 'data-label': 'Stel je vraag' });
    expect(text(element, '.launcher')).toBe('Stel je vraag');
    find(element, '.launcher')!.click();
    await settle(element);
    expect(find(element, 'dialog')!.hasAttribute('open')).toBe(true);
    expect(element.shadowRoot!.activeElement?.localName).toBe('textarea');
    expect(find(element, '.launcher')!.hidden).toBe(true);
    expect(calls).toEqual([]);
    await element.close();
    expect(element.shadowRoot!.activeElement?.className).toBe('launcher');
    expect(localStorage.getItem('keuzehulp:https://school.example')).toBe('{"open":false}');
  });

  it('always shows that it is a chatbot, the privacy line and the person', async () => {
    const element = await place({ inline: '', 'data-contact-url': 'mailto:a@b.example', 'data-contact-text': 'Mail ons' });
    expect(text(element, '.head')).toContain('Dit is een chatbot');
    expect(text(element, '.foot')).toContain('Typ geen namen');
    const links = [...element.shadowRoot!.querySelectorAll('.foot a')].map((a) => a.getAttribute('href'));
    expect(links).toEqual(['https://school.example/privacy', 'mailto:a@b.example', 'https://school.example/formulier']);
    for (const view of ['overview', 'report'] as const) {
      await element.show(view);
      expect(text(element, '.head')).toContain('Dit is een chatbot');
      expect(text(element, '.foot')).toContain('Typ geen namen');
    }
  });

  it('leaves out an address that is not harmless', async () => {
    const element = await place({ inline: '', 'data-contact-url': 'javascript:alert(1)', 'data-form-url': 'data:text/html,x' });
    expect([...element.shadowRoot!.querySelectorAll('.foot a')].map((a) => a.textContent)).toEqual([expect.stringContaining('Privacy')]);
  });

  it('counts what comes in while closed', async () => {
    fakeFetch(lines(message('m1', 'a'), message('m2', 'b'), done));
    localStorage.setItem('keuzehulp:https://school.example', '{"token":"t"}');
    const element = await place();
    await element.conversation.send({ text: 'x', kind: 'text' });
    await settle(element);
    expect(text(element, '.badge')).toBe('2');
    expect(text(element, '.launcher')).toContain('2 nieuwe berichten');
  });
});

describe('conversation', () => {
  it('shows, announces once and forgets used replies', async () => {
    fakeFetch(
      created(),
      lines(message('m1', 'Hallo', { buttons: [{ title: 'Ja', payload: '/affirm' }, { title: 'Nee', payload: '/deny' }] }), done),
      lines(message('m2', 'Mooi'), done),
    );
    const element = await place({ inline: '' });
    await type(element, 'Dag');
    expect([...element.renderRoot.querySelectorAll('.choice')].map((b) => b.textContent)).toEqual(['Ja', 'Nee']);
    find(element, '.choice')!.click();
    await settle(element);
    expect(element.renderRoot.querySelectorAll('.choice')).toHaveLength(0);
    expect(element.shadowRoot!.activeElement?.className).toBe('user');
    expect([...element.renderRoot.querySelectorAll('#twin p')].map((p) => p.textContent)).toEqual([
      'Hallo\nJe kunt kiezen: Ja, Nee.',
      'Mooi',
    ]);
  });

  it('never parses text as HTML', async () => {
    fakeFetch(created(), lines(message('m1', '<img src=x onerror=alert(1)> [x](javascript:alert(1)) <b>y</b>'), done));
    const element = await place({ inline: '' });
    await type(element, '<script>alert(1)</script>');
    expect(element.renderRoot.querySelectorAll('.bubble img, .bubble script, .bubble b, .bubble a')).toHaveLength(0);
    expect(text(element, '.user')).toContain('<script>');
  });

  it('makes a button of a citation, that opens what stands in the source', async () => {
    const citation = { label: 'Mertens et al., 2020; Trimbos § 5.3.1.2', title: 'Elementen', passage: 'Eigen woorden.' };
    fakeFetch(created(), lines(message('m1', `Zo is het (${citation.label}).`, { citations: [citation, { ...citation, label: 'Kuiper' }] }), done));
    const element = await place({ inline: '' });
    await type(element, 'Waarom?');
    const [inText, loose] = [...element.renderRoot.querySelectorAll<HTMLElement>('.cite')];
    expect(inText!.textContent?.replace(/\s+/g, ' ')).toContain('(Bron: Mertens et al., 2020; Trimbos § 5.3.1.2).');
    expect(loose!.closest('.loose')).not.toBeNull();
    expect(inText!.getAttribute('aria-expanded')).toBe('false');
    inText!.click();
    await settle(element);
    expect(text(element, '.source')).toContain('Eigen woorden.');
    expect(find(element, '.cite')!.getAttribute('aria-expanded')).toBe('true');
  });

  it('shows a chart as an image with its text and a table beside it', async () => {
    const image = { svg: '<svg viewBox="0 0 1 1"></svg>', alt: 'Een staaf', table: { kop: ['Blok', 'Aantal'], rijen: [['Inhoud', 3]] } };
    fakeFetch(created(), lines(message('m1', 'Kijk', { image }), done));
    const element = await place({ inline: '' });
    await type(element, 'grafiek');
    expect(find(element, 'figure img')!.getAttribute('alt')).toBe('Een staaf');
    expect(find(element, 'figure img')!.getAttribute('src')).toMatch(/^data:image\/svg\+xml/);
    expect(text(element, 'tbody tr')).toBe('Inhoud3');
    expect(text(element, '#twin')).toContain('Een staaf');
    find(element, 'figure img')!.dispatchEvent(new Event('error'));
    await settle(element);
    expect(text(element, 'figure')).toContain('Een staaf');
  });

  it('marks a long paste as a pasted description', async () => {
    const calls = fakeFetch(created(), lines(done), lines(done));
    const element = await place({ inline: '' });
    find(element, 'textarea')!.dispatchEvent(new Event('paste'));
    await type(element, 'Een les over veerkracht. '.repeat(30));
    expect((calls[1]?.body as { kind: string }).kind).toBe('paste');
    await type(element, 'kort');
    expect((calls[2]?.body as { kind: string }).kind).toBe('text');
  });

  it('keeps a text that is too long, and tells', async () => {
    const calls = fakeFetch();
    const element = await place({ inline: '' });
    await type(element, 'x'.repeat(20_001));
    expect(calls).toHaveLength(0);
    expect(text(element, '.notice')).toContain('te lang');
    expect(find<HTMLTextAreaElement>(element, 'textarea')!.value).toHaveLength(20_001);
  });

  it('gives the text back when the conversation had ended', async () => {
    localStorage.setItem('keuzehulp:https://school.example', '{"token":"t"}');
    fakeFetch(json(200, { messages: [] }), json(401, { error: 'x' }));
    const element = await place({ inline: '' });
    await type(element, 'belangrijk');
    expect(text(element, '.note')).toContain('nieuw gesprek');
    expect(find<HTMLTextAreaElement>(element, 'textarea')!.value).toBe('belangrijk');
  });
});

describe('panels', () => {
  it('shows the answers by block and changes one', async () => {
    localStorage.setItem('keuzehulp:https://school.example', '{"token":"t"}');
    const answer = { element: 'ouders', naam: 'Ouders', blok: 'structuur', antwoord: 'deels', label: 'Deels' };
    const calls = fakeFetch(
      json(200, { messages: [] }),
      json(200, { antwoorden: [answer] }),
      lines(message('m1', 'ok'), done),
      json(200, { antwoorden: [{ ...answer, antwoord: 'nee', label: 'Nee' }] }),
    );
    const element = await place({ inline: '' });
    await element.show('overview');
    await settle(element);
    expect(text(element, '.h4')).toBe('Structuur');
    expect(text(element, '.value')).toBe('een beetje');
    find(element, '[data-change]')!.click();
    await settle(element);
    expect((element.shadowRoot!.activeElement as HTMLInputElement).value, 'the chosen answer has the focus').toBe('deels');
    find<HTMLInputElement>(element, 'input[value=nee]')!.checked = true;
    find(element, '.answers form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle(element);
    expect(calls[2]).toMatchObject({ path: '/answers', body: { element: 'ouders', antwoord: 'nee' } });
    expect(text(element, '.value')).toBe('nee');
    expect(text(element, '.done')).toContain('Ouders');
    expect(element.shadowRoot!.activeElement?.getAttribute('data-change')).toBe('ouders');
  });

  it('asks before it deletes', async () => {
    localStorage.setItem('keuzehulp:https://school.example', '{"token":"t"}');
    const calls = fakeFetch(json(200, { messages: [{ from: 'user', text: 'a' }] }), json(204, null));
    const element = await place({ inline: '' });
    await element.ask('wipe');
    await element.endConfirm(false);
    expect(calls).toHaveLength(1);
    await element.ask('wipe');
    await element.endConfirm(true);
    expect(calls[1]).toMatchObject({ method: 'DELETE' });
    expect(text(element, '.note')).toContain('gewist');
  });

  it('fetches the report with the token', async () => {
    localStorage.setItem('keuzehulp:https://school.example', '{"token":"t"}');
    const calls = fakeFetch(json(200, { messages: [] }), new Response('pdf'), json(500, { error: 'Nu niet.' }));
    const element = await place({ inline: '' });
    await element.show('report');
    await element.download('pdf');
    expect(calls[1]).toMatchObject({ path: '/report?format=pdf', headers: { Authorization: 'Bearer t' } });
    await settle(element);
    expect(text(element, '.done')).toContain('downloads');
    await element.download('docx');
    await settle(element);
    expect(text(element, '.error')).toContain('Nu niet.');
  });
});

describe('small parts', () => {
  it('finds citations in their order, the same label twice as two', () => {
    const one = { label: 'T § 1', title: '', passage: 'a' };
    const cites = new Cites([one, { ...one, passage: 'b' }, { ...one, label: 'T § 1.2' }]);
    expect(cites.find('zie T § 1.2')).toEqual({ at: 4, n: 2 });
    expect(cites.find('zie T § 1 en T § 1.2')?.n).toBe(0);
    cites.met.add(0);
    expect(cites.find('nog eens T § 1')?.n).toBe(1);
  });

  it('makes a chart that stands on its own', () => {
    const url = chartUrl({ svg: '<svg viewBox="0 0 1 1"><text>é</text></svg>', alt: '' });
    expect(decodeURIComponent(url)).toContain('<svg xmlns="http://www.w3.org/2000/svg" viewBox');
  });
});

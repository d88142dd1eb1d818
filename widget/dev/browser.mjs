// Looks at the built widget in a real Chromium on the fake server: axe in every state, the whole check by keyboard,
// a hostile page of another origin under a strict CSP, failures and reloads. Exit code 1 when anything is wrong.
//   npm run test:browser                          CHROMIUM=/path/to/chromium when it is elsewhere
//   SHOTS=folder npm run test:browser             also keeps a picture of each state
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { listen } from './server.mjs';

const PORT = Number(process.env.PORT ?? 8791);
const BASE = `http://localhost:${PORT}`;
const OTHER = `http://localhost:${PORT + 1}`;
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const shots = process.env.SHOTS;
if (shots) mkdirSync(shots, { recursive: true });

const problems = [];
let checks = 0;
const check = (what, good, detail = '') => {
  checks += 1;
  if (!good) problems.push(`${what} ${detail}`);
  console.log(`${good ? 'ok  ' : 'FAIL'} ${what}${good ? '' : ` ${detail}`}`);
};

process.env.FAKE_PACE ??= '60';
const stop = await listen(PORT);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});

/** A fresh browser context and page, that notes errors and refusals by the page's CSP. */
async function page(options = {}, url = `${BASE}/pages/demo.html`) {
  const context = await browser.newContext({ locale: 'nl-NL', viewport: { width: 1280, height: 800 }, ...options });
  const p = await context.newPage();
  p.trouble = [];
  p.on('pageerror', (error) => p.trouble.push(String(error)));
  p.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|TrustedHTML|Refused/.test(message.text())) p.trouble.push(message.text());
  });
  await p.goto(url);
  await p.waitForFunction(() => document.querySelector('keuzehulp-chat')?.shadowRoot?.childElementCount);
  return p;
}

/** axe over the page as it stands, and a picture. */
async function look(p, state) {
  await p.waitForTimeout(60);
  await p.evaluate(axeSource);
  const found = await p.evaluate(async () => {
    const result = await window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => `${n.target.flat().join(' ')} ${n.any.concat(n.all).map((a) => a.message).join('; ')}`).slice(0, 3).join(' | ')}`);
  });
  check(`axe ${state}`, found.length === 0, found.join('\n     '));
  if (shots) await p.screenshot({ path: path.join(shots, `${state.replace(/\W+/g, '-')}.png`) });
}

const chat = (p) => p.locator('keuzehulp-chat');
const send = async (p, text) => {
  await chat(p).locator('textarea').fill(text);
  await chat(p).locator('.send').click();
};
const idle = (p) => p.waitForFunction(() => {
  const host = document.querySelector('keuzehulp-chat');
  return !host.conversation.busy && !host.shadowRoot.querySelector('.typing');
});
const say = async (p, text) => {
  await send(p, text);
  await idle(p);
};
const active = (p) => p.evaluate(() => {
  let e = document.activeElement;
  while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;
  return e === document.body ? 'body' : `${e.localName}#${e.id}.${e.className} ${e.textContent?.trim().slice(0, 40)}`;
});
const choose = async (p, name) => {
  await chat(p).locator('.dock .choice', { hasText: name }).first().click();
  await idle(p);
};

/** Is the last quick reply inside the window? */
const lastReplyInView = (p) => p.evaluate(() => {
  const all = document.querySelector('keuzehulp-chat').shadowRoot.querySelectorAll('.dock .choice');
  const box = all[all.length - 1]?.getBoundingClientRect();
  return !!box && box.bottom <= innerHeight && box.top >= 0 && box.right <= innerWidth;
});
const noSideways = (p) => p.evaluate(() => {
  const root = document.querySelector('keuzehulp-chat').shadowRoot;
  const wide = [...root.querySelectorAll('.panel, .log, .view')].filter((e) => e.scrollWidth > e.clientWidth + 1);
  return document.documentElement.scrollWidth <= innerWidth && wide.length === 0;
});

async function states(label, options, url) {
  const p = await page(options, url);
  const inline = await p.evaluate(() => document.querySelector('keuzehulp-chat').hasAttribute('inline'));
  if (!inline) {
    await look(p, `${label} closed`);
    await chat(p).locator('.launcher').click();
  }
  await look(p, `${label} open`);
  // With 256 px of height a first visit begins at the title.
  if (label !== '400 percent') check(`${label} last starter in view`, await lastReplyInView(p));
  await choose(p, 'Start de keuzehulp');
  await look(p, `${label} buttons`);
  check(`${label} last reply in view`, await lastReplyInView(p));
  await choose(p, 'Vertel meer');
  await chat(p).locator('.cite').last().click();
  await look(p, `${label} source`);
  await say(p, 'markdown');
  await look(p, `${label} markdown`);
  await say(p, 'grafiek');
  await look(p, `${label} chart`);
  check(`${label} picture drawn`, await p.evaluate(() => {
    const img = document.querySelector('keuzehulp-chat').shadowRoot.querySelector('figure img');
    return img?.naturalWidth > 0 && img.clientHeight > 60;
  }));
  await chat(p).locator('.thumb').last().click();
  await look(p, `${label} thumb`);
  await say(p, 'keuzes');
  await look(p, `${label} many replies`);
  await say(p, 'Een beschrijving van onze lessen. '.repeat(200));
  await look(p, `${label} long question`);
  await say(p, 'lang');
  await look(p, `${label} long`);
  check(`${label} no sideways scrolling`, await noSideways(p));
  await choose(p, 'Nee');
  await chat(p).locator('#menubutton').click();
  await look(p, `${label} menu`);
  await chat(p).locator('[data-menu=overview]').click();
  await chat(p).locator('[data-change]').first().click();
  await look(p, `${label} overview`);
  check(`${label} overview no sideways scrolling`, await noSideways(p));
  await chat(p).locator('.back').click();
  await chat(p).locator('#menubutton').click();
  await chat(p).locator('[data-menu=report]').click();
  await look(p, `${label} report`);
  await p.keyboard.press('Escape');
  await send(p, 'fout');
  await chat(p).locator('.user .error').waitFor();
  await look(p, `${label} error`);
  await p.context().setOffline(true);
  await chat(p).locator('.offline').waitFor();
  await look(p, `${label} offline`);
  await p.context().setOffline(false);
  await chat(p).locator('#menubutton').click();
  await chat(p).locator('[data-menu=restart]').click();
  await look(p, `${label} confirm`);
  check(`${label} no errors or refusals`, p.trouble.length === 0, p.trouble.join('\n'));
  await p.context().close();
}

async function keyboard() {
  const p = await page();
  const press = async (key, times = 1) => {
    for (let n = 0; n < times; n += 1) await p.keyboard.press(key);
  };
  const tabTo = async (text, most = 25) => {
    for (let n = 0; n < most; n += 1) {
      if ((await active(p)).includes(text)) return true;
      await p.keyboard.press('Tab');
    }
    return (await active(p)).includes(text);
  };
  check('keyboard: launcher reached', await tabTo('Vraag de keuzehulp'));
  await press('Enter');
  await p.waitForTimeout(100);
  check('keyboard: focus in the input', (await active(p)).startsWith('textarea'), await active(p));
  await press('Shift+Tab', 4);
  check('keyboard: starter reached backwards', await tabTo('Start de keuzehulp', 4), await active(p));
  await p.evaluate(() => {
    window.said = [];
    const twin = document.querySelector('keuzehulp-chat').shadowRoot.querySelector('#twin');
    new MutationObserver((list) => list.forEach((m) => m.addedNodes.forEach((n) => window.said.push(n.textContent)))).observe(twin, { childList: true });
  });
  await press('Enter');
  await idle(p);
  check('keyboard: focus stays in the conversation', (await active(p)).includes('Start de keuzehulp') && (await active(p)).startsWith('li'), await active(p));
  for (let n = 0; n < 15; n += 1) {
    const name = ['Ja', 'Deels', 'Nee', 'Weet ik niet'][n % 4];
    if (!(await tabTo(`.choice ${name}`, 8))) {
      check(`keyboard: reply ${n + 1} reached`, false, await active(p));
      break;
    }
    await press(n % 2 ? 'Space' : 'Enter');
    await idle(p);
    if ((await active(p)) === 'body') check('keyboard: focus never lost', false, `question ${n + 1}`);
  }
  check('keyboard: whole check done', (await chat(p).locator('.bot').last().textContent()).includes('Dat waren alle vragen'));
  const said = await p.evaluate(() => window.said);
  check('bot text announced once', said.length === 17 && new Set(said).size === 17, `${said.length} lines`);
  check('own answer not announced', !said.some((line) => ['Ja', 'Nee', 'Start de keuzehulp'].includes(line)));
  await tabTo('Laat de feedback');
  await press('Enter');
  await idle(p);
  check('keyboard: citation reached', await tabTo('.cite', 8), await active(p));
  await press('Enter');
  check('keyboard: source open, focus kept', (await chat(p).locator('.source').count()) === 1 && (await active(p)).includes('.cite'), await active(p));
  await press('Enter');
  check('keyboard: source closed again', (await chat(p).locator('.source').count()) === 0);
  check('keyboard: thumb reached', await tabTo('.icon thumb', 8), await active(p));
  await press('Enter');
  await press('Tab', 2);
  await p.keyboard.type('Duidelijk');
  await press('Enter');
  await p.waitForTimeout(150);
  check('keyboard: focus back on the thumb', (await active(p)).includes('thumb'), await active(p));
  await chat(p).locator('#menubutton').focus();
  await press('Enter');
  await p.waitForTimeout(60);
  check('keyboard: menu opens with focus inside', (await active(p)).includes('Jullie antwoorden'), await active(p));
  await press('Escape');
  await p.waitForTimeout(60);
  check('keyboard: Escape closes the menu only', (await active(p)).includes('menubutton'), await active(p));
  await press('Enter');
  await press('Enter');
  await chat(p).locator('[data-change]').first().waitFor();
  check('keyboard: overview has the focus', (await active(p)).includes('viewtitle'), await active(p));
  await tabTo('Wijzig');
  await press('Enter');
  await p.waitForTimeout(60);
  await press('ArrowDown');
  await tabTo('Opslaan', 4);
  await press('Enter');
  await chat(p).locator('.done').waitFor();
  await p.waitForTimeout(60);
  check('keyboard: answer changed, focus on its button', (await active(p)).includes('Wijzig'), await active(p));
  check('keyboard: new answer shown', (await chat(p).locator('.value').first().textContent()) === 'een beetje');
  await press('Escape');
  await p.waitForTimeout(60);
  check('keyboard: back in the conversation', (await active(p)).includes('menubutton') || (await active(p)).startsWith('textarea'), await active(p));
  await chat(p).locator('#menubutton').focus();
  await press('Enter');
  await tabTo('Opnieuw beginnen', 6);
  await press('Enter');
  await p.waitForTimeout(60);
  check('keyboard: confirmation asks', (await active(p)).includes('Nee, ga terug'), await active(p));
  await press('Escape');
  await p.waitForTimeout(60);
  check('keyboard: Escape refuses the restart', (await active(p)).includes('menubutton') && (await chat(p).locator('.user').count()) > 10, await active(p));
  await press('Enter');
  await tabTo('Wis mijn gesprek', 6);
  await press('Enter');
  await tabTo('Ja, wis', 3);
  await press('Enter');
  await chat(p).locator('.note').waitFor();
  await p.waitForTimeout(60);
  check('keyboard: deleted and told', (await active(p)).includes('gewist'), await active(p));
  check('deleted: no token left', !(await p.evaluate((base) => localStorage.getItem(`keuzehulp:${base}`), BASE)).includes('token'));
  await press('Escape');
  await p.waitForTimeout(60);
  check('keyboard: Escape closes, focus on the launcher', (await active(p)).includes('launcher'), await active(p));
  check('keyboard: no errors', p.trouble.length === 0, p.trouble.join('\n'));
  await p.context().close();
}

async function lasting() {
  const p = await page();
  await chat(p).locator('.launcher').click();
  await choose(p, 'Start de keuzehulp');
  await choose(p, 'Ja');
  await p.reload();
  await chat(p).locator('.dock .choice').first().waitFor();
  check('reload: conversation is back', (await chat(p).locator('.user').count()) === 2);
  check('reload: focus left to the page', (await active(p)) === 'body', await active(p));
  await p.locator('nav a', { hasText: 'Rooster' }).click();
  await chat(p).locator('.dock .choice').first().waitFor();
  check('other page: conversation goes on', (await chat(p).locator('.user').count()) === 2 && (await chat(p).locator('.where').textContent()).includes('vraag 2 van 5'));
  const kept = await p.evaluate((base) => Object.keys(JSON.parse(localStorage.getItem(`keuzehulp:${base}`))).sort().join(), BASE);
  check('kept: only token and open', kept === 'open,token', kept);
  check('no cookie', (await p.context().cookies()).length === 0);
  await send(p, 'lang');
  await chat(p).locator('#closebutton').click();
  await chat(p).locator('.badge').waitFor();
  check('badge counts what came while closed', (await chat(p).locator('.badge').textContent()) === '1');
  await look(p, 'desktop badge');
  await p.context().close();
  const phone = await page({ viewport: { width: 360, height: 640 } });
  await chat(phone).locator('.launcher').click();
  check('phone: modal', await phone.evaluate(() => document.querySelector('keuzehulp-chat').shadowRoot.querySelector('dialog').matches(':modal')));
  await phone.setViewportSize({ width: 1000, height: 700 });
  await phone.waitForTimeout(100);
  check('turned wide: no longer modal, still open', await phone.evaluate(() => {
    const dialog = document.querySelector('keuzehulp-chat').shadowRoot.querySelector('dialog');
    return dialog.open && !dialog.matches(':modal');
  }));
  await phone.context().close();
}

async function failures() {
  const p = await page();
  await chat(p).locator('.launcher').click();
  await say(p, 'hallo');
  for (const word of ['fout', 'weg', 'streamfout']) {
    if (word === 'weg') await p.route('**/messages', (route) => route.abort(), { times: 1 });
    await send(p, word);
    await chat(p).locator('.user .error button').waitFor();
    await chat(p).locator('.user .error button').click();
    await idle(p);
    check(`retry after ${word}`, (await chat(p).locator('.user .error').count()) === 0 && (await chat(p).locator('.bot').last().textContent()).includes(`Je zei: ${word}`));
  }
  await send(p, 'afgebroken');
  await chat(p).locator('.user .error button').waitFor();
  await chat(p).locator('.user .error button').click();
  await idle(p);
  check('retry after a cut: answer fetched, not asked twice', (await chat(p).locator('.user', { hasText: 'afgebroken' }).count()) === 1 && (await chat(p).locator('.bot').last().textContent()).includes('na het herstel'));
  await send(p, 'druk');
  await chat(p).locator('.user .state').waitFor();
  await look(p, 'desktop busy server');
  await idle(p);
  check('429: tried again by itself', (await chat(p).locator('.bot').last().textContent()).includes('Je zei: druk'));
  await say(p, 'verboden');
  check('400: readable, no retry', (await chat(p).locator('.user .error').textContent()).includes('kan ik niet lezen') && (await chat(p).locator('.user .error button').count()) === 0);
  await say(p, 'verlopen');
  check('401: told, text kept', (await chat(p).locator('.note').textContent()).includes('nieuw gesprek') && (await chat(p).locator('textarea').inputValue()) === 'verlopen');
  await look(p, 'desktop expired');
  await chat(p).locator('textarea').fill('daar ben ik weer');
  await chat(p).locator('.send').click();
  await idle(p);
  check('401: new conversation answers', (await chat(p).locator('.bot').last().textContent()).includes('Je zei: daar ben ik weer'));
  await chat(p).locator('textarea').fill('x'.repeat(20001));
  await chat(p).locator('.send').click();
  check('too long: told, text kept', (await chat(p).locator('.notice').textContent()).includes('te lang') && (await chat(p).locator('textarea').inputValue()).length === 20001);
  await chat(p).locator('textarea').fill('');
  await chat(p).locator('input[type=file]').setInputFiles({ name: 'les.exe', mimeType: 'x/y', buffer: Buffer.from('x') });
  check('bad file: told', (await chat(p).locator('.notice').textContent()).includes('.docx'));
  await chat(p).locator('input[type=file]').setInputFiles({ name: 'les.txt', mimeType: 'text/plain', buffer: Buffer.from('Een les') });
  await idle(p);
  check('file sent', (await chat(p).locator('.bot').last().textContent()).includes('bestand gelezen'));
  for (const [menu, name] of [['transcript', 'gesprek-keuzehulp.txt']]) {
    const wait = p.waitForEvent('download');
    await chat(p).locator('#menubutton').click();
    await chat(p).locator(`[data-menu=${menu}]`).click();
    check('transcript downloads', (await wait).suggestedFilename() === name);
  }
  await chat(p).locator('#menubutton').click();
  await chat(p).locator('[data-menu=report]').click();
  for (const kind of ['pdf', 'docx', 'html']) {
    const wait = p.waitForEvent('download');
    await chat(p).locator(`[data-report=${kind}]`).click();
    check(`report ${kind} downloads`, (await wait).suggestedFilename() === `verslag-veerkracht.${kind}`);
  }
  await p.keyboard.press('Escape');
  await say(p, 'markdown');
  check('no HTML from a message', (await chat(p).locator('.bubble b, .bubble img').count()) === 0 && (await chat(p).locator('a[href^=javascript]').count()) === 0);
  await p.context().close();
}

async function elsewhere() {
  const p = await page({}, OTHER);
  await look(p, 'other origin closed');
  await chat(p).locator('.launcher').click();
  await choose(p, 'Start de keuzehulp');
  await choose(p, 'Vertel meer');
  await look(p, 'other origin hostile page');
  check('hostile page: own looks', await p.evaluate(() => {
    const style = getComputedStyle(document.querySelector('keuzehulp-chat').shadowRoot.querySelector('.bot .bubble'));
    return style.fontSize === '16px' && style.textAlign === 'start' && style.letterSpacing === 'normal' && style.textTransform === 'none' && getComputedStyle(document.querySelector('keuzehulp-chat')).opacity === '1';
  }));
  check('other origin: nothing refused', p.trouble.length === 0, p.trouble.join('\n'));
  await p.context().close();

  const blocked = await page({}, `${OTHER}/blocked`);
  await chat(blocked).locator('.launcher').click();
  await send(blocked, 'hallo');
  await chat(blocked).locator('.user .error').waitFor();
  check('CSP refusal is told with the line to add', (await chat(blocked).locator('.user .error').textContent()).includes(`connect-src ${BASE}`));
  await look(blocked, 'other origin refused');
  await blocked.context().close();

  const context = await browser.newContext();
  const none = await context.newPage();
  await none.goto(`${OTHER}/notypes`);
  await none.waitForTimeout(200);
  check('no Trusted Types policy allowed: a plain link instead', (await none.locator(`a[href="${BASE}/"]`).count()) === 1);
  await context.close();
}

/** The pages of text. */
async function pages() {
  for (const colorScheme of ['light', 'dark']) {
    const context = await browser.newContext({ colorScheme, viewport: { width: 360, height: 640 } });
    const p = await context.newPage();
    for (const name of ['toegankelijkheid', 'demo-rooster']) {
      await p.goto(`${BASE}/pages/${name}.html`);
      await look(p, `page ${name} ${colorScheme}`);
    }
    await context.close();
  }
}

const runs = {
  pages,
  desktop: () => states('desktop', {}),
  phone: () => states('phone 360', { viewport: { width: 360, height: 640 } }),
  dark: () => states('dark', { colorScheme: 'dark' }, `${BASE}/`),
  forced: () => states('forced colours', { forcedColors: 'active' }),
  narrow: () => states('320 px', { viewport: { width: 320, height: 568 } }),
  zoom: () => states('400 percent', { viewport: { width: 320, height: 256 } }),
  chat: () => states('chat page', { reducedMotion: 'reduce' }, `${BASE}/`),
  embed: () => states('embed page', { viewport: { width: 420, height: 640 } }, `${BASE}/embed`),
  keyboard,
  lasting,
  failures,
  elsewhere,
};
try {
  const wanted = process.argv.slice(2);
  for (const [name, run] of Object.entries(runs)) {
    if (wanted.length && !wanted.includes(name)) continue;
    try {
      await run();
    } catch (error) {
      check(`run ${name}`, false, String(error).slice(0, 1200));
    }
  }
} finally {
  await browser.close();
  stop();
}
console.log(`${checks - problems.length} of ${checks} checks passed`);
process.exit(problems.length ? 1 : 0);

// A small fake of the server, to build and test the widget against. Keeps everything in memory, needs nothing but node.
//   node dev/server.mjs [port]     the server on port (8765), and a page of another origin on port + 1
// What to type: "grafiek", "markdown", "lang", "keuzes", "link", "fout" (500, then works),
// "druk" (429, then works), "streamfout", "traag", "verlopen" (401), "verboden" (400).
import { createServer } from 'node:http';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(here);

const ELEMENTS = [
  ['inzicht_vergroten', 'Inzicht vergroten', 'Inhoud', 'Leren leerlingen zichzelf beter kennen?'],
  ['probleemoplossend_vermogen', 'Problemen oplossen', 'Inhoud', 'Leren leerlingen hoe ze een probleem aanpakken?'],
  ['coping', 'Omgaan met stress (coping)', 'Inhoud', 'Leren leerlingen omgaan met spanning en tegenslag?'],
  ['sociale_vaardigheden', 'Sociale vaardigheden', 'Inhoud', 'Oefenen leerlingen sociale vaardigheden?'],
  ['doelen_stellen', 'Doelen stellen', 'Inhoud', 'Leren leerlingen doelen stellen?'],
  ['oefenen', 'Oefenen', 'Educatief', 'Oefenen leerlingen wat ze leren?'],
  ['psycho_educatie', 'Psycho-educatie', 'Educatief', 'Krijgen leerlingen uitleg over gedachten en gevoelens?'],
  ['cognitieve_gedragstherapie', 'Cognitieve gedragstherapie', 'Educatief', 'Gebruikt de training technieken uit de cognitieve gedragstherapie?'],
  ['fysieke_activiteit', 'Bewegen', 'Educatief', 'Komen leerlingen in beweging?'],
  ['variatie', 'Variatie', 'Educatief', 'Wisselen de werkvormen elkaar af?'],
  ['schoolbreed', 'Schoolbreed', 'Structuur', 'Doet de hele school mee?'],
  ['ouders', 'Ouders', 'Structuur', 'Doen ouders mee?'],
  ['docent_betrokkenheid', 'Betrokken docenten', 'Structuur', 'Zijn docenten betrokken?'],
  ['docent_ondersteuning', 'Steun voor docenten', 'Structuur', 'Krijgen docenten training of steun?'],
  ['veilige_omgeving', 'Veilige omgeving', 'Structuur', 'Is de groep veilig genoeg om te oefenen?'],
];
const BLOCKS = ['Inhoud', 'Educatief', 'Structuur'];
const NAMES = { ja: 'ja', deels: 'deels', nee: 'nee', weet_niet: 'weet ik niet' };
const ANSWERS = [
  { title: 'Ja', payload: '/affirm' },
  { title: 'Deels', payload: '/partly' },
  { title: 'Nee', payload: '/deny' },
  { title: 'Weet ik niet', payload: '/dont_know' },
  { title: 'Vertel meer', payload: '/ask_definition' },
];
const CITATION = {
  label: 'Voorbeeld et al., 2020; Trimbos § 5.3.1.2',
  title: 'Effectiviteit inhoudelijke elementen',
  passage: 'Dit is een verzonnen passage voor de proefserver.\nIn de echte keuzehulp staat hier in eigen woorden wat er in de bron staat.',
};
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 150" font-family="sans-serif" font-size="13">' +
  ['Inhoud', 'Educatief', 'Structuur']
    .map((name, n) => `<text x="4" y="${36 + n * 44}">${name}</text><rect x="90" y="${18 + n * 44}" width="${200 - n * 55}" height="28" fill="#0f5a69"/><text x="${298 - n * 55}" y="${36 + n * 44}">${5 - n}</text>`)
    .join('') +
  '</svg>';

const conversations = new Map();

function start() {
  const id = randomBytes(8).toString('hex');
  const token = randomBytes(16).toString('hex');
  conversations.set(token, { id, messages: [], answers: {}, at: -1, count: 0, failed: new Set(), ratings: [] });
  return { conversation: id, token };
}

const progress = (talk) => {
  if (talk.at < 0 || talk.at >= ELEMENTS.length) return null;
  const blok = ELEMENTS[talk.at][2];
  const inside = ELEMENTS.filter((e) => e[2] === blok);
  return { blok, nr: inside.indexOf(ELEMENTS[talk.at]) + 1, van: inside.length, totaal_nr: talk.at + 1, totaal: ELEMENTS.length };
};

const question = (talk) =>
  talk.at < ELEMENTS.length
    ? { text: `**${ELEMENTS[talk.at][1]}.** ${ELEMENTS[talk.at][3]}`, buttons: ANSWERS }
    : {
        text: 'Dat waren alle vragen. Dank jullie wel!\n\nWillen jullie de feedback zien?',
        buttons: [{ title: 'Laat de feedback zien', payload: '/summary' }, { title: 'Maak een verslag', payload: '/report' }],
      };

const chart = () => ({
  text: 'Dit is er bij jullie al:',
  image: {
    svg: SVG,
    alt: 'Staafdiagram: per blok het aantal onderdelen dat er al is. Inhoud 5, Educatief 4, Structuur 3.',
    table: { kop: ['Blok', 'Er is al', 'Kan groeien'], rijen: [['Inhoud', 5, 0], ['Educatief', 4, 1], ['Structuur', 3, 2]] },
  },
  citations: [CITATION],
});

const MARKDOWN = `### Twee dingen vallen op

Jullie laten leerlingen **veel oefenen**. Dat hangt samen met sterkere effecten op veerkracht (${CITATION.label}).

- Rollenspel in de *brugklas*
- Een opdracht voor thuis
- <b>Dit is geen HTML</b> <img src=x onerror=alert(1)>

1. Kies een onderdeel
2. Bespreek het in het team

Lees meer op [de website van het Trimbos-instituut](https://www.trimbos.nl/) of bel [0900 1234](tel:09001234). [Dit niet](javascript:alert(1)).`;

/** What the bot answers, as a list of messages. */
function react(talk, { text, kind, payload }) {
  const said = (payload ?? text).toLowerCase();
  if (said === '/start_check') {
    talk.at = 0;
    return [{ text: 'Fijn, we beginnen. Ik stel vijftien vragen. Weet je iets niet? Dat is ook goed.' }, question(talk)];
  }
  const value = { '/affirm': 'ja', ja: 'ja', '/partly': 'deels', deels: 'deels', '/deny': 'nee', nee: 'nee', '/dont_know': 'weet_niet' }[said];
  if (value && talk.at >= 0 && talk.at < ELEMENTS.length) {
    talk.answers[ELEMENTS[talk.at][0]] = value;
    talk.at += 1;
    return [question(talk)];
  }
  if (said === '/ask_definition')
    return [{ text: `Dit onderdeel staat in de bijlage van het rapport (${CITATION.label}). Denk aan een les waarin leerlingen vertellen wat ze lastig vinden.`, citations: [CITATION] }, question(talk)];
  if (said === '/summary' || said.includes('grafiek')) return [chart()];
  if (said === '/report' || said.includes('link'))
    return [{ text: 'Hier is jullie verslag.', link: { href: '/webhooks/keuzehulp/report?format=pdf', title: 'Verslag (pdf)' } }];
  if (said.includes('markdown')) return [{ text: MARKDOWN, citations: [CITATION, { ...CITATION, label: 'Kuiper & Bannink § 1' }] }];
  if (said.includes('keuzes'))
    return [{ text: 'Welk programma gebruiken jullie?', buttons: Array.from({ length: 8 }, (_, n) => ({ title: `Programma nummer ${n + 1}` })) }];
  if (said.includes('lang'))
    return [{ text: Array.from({ length: 14 }, (_, n) => `Dit is alinea ${n + 1} van een lang antwoord. Er staat genoeg in om te scrollen.`).join('\n\n'), buttons: ANSWERS }];
  if (kind === 'paste') return [{ text: `Dank je. Ik heb de beschrijving gelezen (${text.length} tekens).` }];
  return [{ text: `Je zei: ${text}. Dit is een proefserver, dus ik begrijp alleen de knoppen.`, buttons: [{ title: 'Start de keuzehulp', payload: '/start_check' }] }];
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const pace = Number(process.env.FAKE_PACE ?? 350);

async function stream(response, talk, messages) {
  response.writeHead(200, { 'Content-Type': 'application/x-ndjson' });
  for (const message of messages) {
    await pause(pace);
    const full = { id: `m${(talk.count += 1)}`, buttons: [], citations: [], image: null, progress: progress(talk), ...message };
    talk.messages.push({ from: 'bot', ...full });
    response.write(JSON.stringify({ type: 'message', ...full }) + '\n');
  }
  response.end('{"type":"done"}\n');
}

/** Failures to practise with; each happens once for a text, so that trying again works. */
async function trouble(request, response, talk, text) {
  const word = ['fout', 'druk', 'streamfout', 'afgebroken', 'traag', 'verlopen', 'verboden'].find((w) => text.toLowerCase() === w);
  if (!word || talk.failed.has(word)) return false;
  talk.failed.add(word);
  if (word === 'fout') json(response, 500, { error: 'Er ging iets mis op de server. Probeer het zo nog eens.' });
  else if (word === 'druk') json(response, 429, { error: 'Je stuurt veel berichten achter elkaar.' }, { 'Retry-After': '2' });
  else if (word === 'verboden') json(response, 400, { error: 'Dit bericht kan ik niet lezen.' });
  else if (word === 'verlopen') {
    for (const [token, other] of conversations) if (other === talk) conversations.delete(token);
    json(response, 401, { error: 'onbekend gesprek' });
  } else if (word === 'streamfout') {
    response.writeHead(200, { 'Content-Type': 'application/x-ndjson' });
    response.end('{"type":"error","message":"Het antwoord maken lukte niet."}\n');
  } else if (word === 'afgebroken') {
    // The answer is made and kept, but the line breaks before it is all sent.
    talk.messages.push({ from: 'user', id: `u${talk.count}`, text });
    const full = { id: `m${(talk.count += 1)}`, text: 'Dit antwoord kwam na het herstel.' };
    talk.messages.push({ from: 'bot', ...full });
    response.writeHead(200, { 'Content-Type': 'application/x-ndjson' });
    response.write('{"type":"typing"}\n');
    await pause(50);
    request.socket.destroy();
  } else {
    await pause(4000);
    return false;
  }
  return true;
}

function json(response, status, body, headers = {}) {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(status === 204 ? undefined : JSON.stringify(body));
}

async function body(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

async function channel(request, response, url) {
  const route = `${request.method} ${url.pathname.slice('/webhooks/keuzehulp'.length)}`;
  if (route === 'POST /conversations') return json(response, 201, start());
  const talk = conversations.get((request.headers.authorization ?? '').replace('Bearer ', ''));
  if (!talk) return json(response, 401, { error: 'onbekend gesprek' });
  if (route === 'GET /history') return json(response, 200, { messages: talk.messages });
  if (route === 'DELETE /conversation') {
    for (const [token, other] of conversations) if (other === talk) conversations.delete(token);
    return json(response, 204);
  }
  if (route === 'GET /overview')
    return json(response, 200, {
      antwoorden: ELEMENTS.filter(([id]) => talk.answers[id]).map(([element, naam, blok]) => ({
        element, naam, blok, antwoord: talk.answers[element], label: NAMES[talk.answers[element]],
      })),
    });
  if (route === 'GET /report') {
    response.writeHead(200, { 'Content-Type': 'application/octet-stream' });
    return response.end(`verslag als ${url.searchParams.get('format')}`);
  }
  const raw = await body(request);
  if (route === 'POST /upload') return stream(response, talk, [{ text: `Ik heb je bestand gelezen (${raw.length} bytes).` }]);
  const data = JSON.parse(raw.toString() || '{}');
  if (route === 'POST /rating') {
    talk.ratings.push(data);
    return json(response, 200, {});
  }
  if (route === 'POST /answers') {
    talk.answers[data.element] = data.antwoord;
    const name = ELEMENTS.find(([id]) => id === data.element)?.[1];
    return stream(response, talk, [{ text: `Ik heb het veranderd: ${name} is nu “${NAMES[data.antwoord]}”.` }, question(talk)]);
  }
  if (route === 'POST /messages') {
    if (await trouble(request, response, talk, data.text ?? '')) return;
    talk.messages.push({ from: 'user', id: `u${talk.count}`, text: data.text });
    return stream(response, talk, react(talk, data));
  }
  json(response, 404, { error: 'Dit adres bestaat niet.' });
}

const TYPES = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml' };
const PAGES = { '/': 'pages/chat.html', '/embed': 'pages/embed.html', '/widget.js': 'dist/widget.js' };
const POLICY = "default-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'; trusted-types lit-html";

async function file(response, name, headers) {
  try {
    const target = path.join(root, path.normalize(name));
    if (!/[\\/](pages|dist)[\\/]/.test(target) && !target.startsWith(here)) throw new Error('outside');
    response.writeHead(200, { 'Content-Type': TYPES[path.extname(target)] ?? 'application/octet-stream', ...headers });
    response.end(await readFile(target));
  } catch {
    if (!response.headersSent) response.writeHead(404);
    response.end();
  }
}

/** Starts the fake on `port` and, on the next port, a hostile page of another origin. */
export async function listen(port) {
  const main = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://x');
    const origin = request.headers.origin;
    if (origin === `http://localhost:${port + 1}`) {
      response.setHeader('Access-Control-Allow-Origin', origin);
      response.setHeader('Access-Control-Allow-Headers', 'Authorization, Content-Type');
      response.setHeader('Access-Control-Allow-Methods', 'GET, POST, DELETE');
      response.setHeader('Access-Control-Expose-Headers', 'Retry-After');
    }
    if (request.method === 'OPTIONS') return json(response, 204);
    if (url.pathname.startsWith('/webhooks/keuzehulp')) {
      return channel(request, response, url).catch((error) => {
        console.error(error);
        if (!response.headersSent) json(response, 500, { error: 'Er ging iets mis op de server.' });
      });
    }
    return file(response, PAGES[url.pathname] ?? url.pathname.slice(1), { 'Content-Security-Policy': POLICY });
  });
  const other = createServer((request, response) => {
    const server = `http://localhost:${port}`;
    const connect = request.url.startsWith('/blocked') ? '' : ` ${server}`;
    const policy = `default-src 'self'; script-src 'self' ${server}; style-src 'self'; connect-src 'self'${connect}; img-src 'self' data:; frame-src ${server}; require-trusted-types-for 'script'; trusted-types${request.url.startsWith('/notypes') ? " 'none'" : ' lit-html'}`;
    if (request.url === '/hostile.css') return file(response, 'dev/hostile.css', {});
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy });
    response.end(`<!doctype html><html lang="nl"><head><title>Andere site</title><link rel="stylesheet" href="/hostile.css"></head>
<body><main><h1>Een pagina van een andere site</h1><p>Met lastige opmaak.</p></main>
<script src="${server}/widget.js" defer data-color="#ffd400" data-position="left" data-title="Keuzehulp" data-contact-url="mailto:zorg@school.example" data-contact-text="Mail het zorgteam"></script></body></html>`);
  });
  await Promise.all([[main, port], [other, port + 1]].map(([s, p]) => new Promise((done) => s.listen(p, done))));
  return () => [main, other].forEach((s) => { s.closeAllConnections(); s.close(); });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const port = Number(process.argv[2] ?? 8765);
  await listen(port);
  console.log(`http://localhost:${port}/  (demo: /pages/demo.html, other origin: http://localhost:${port + 1}/)`);
}

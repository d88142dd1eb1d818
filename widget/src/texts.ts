import type { Choice } from './types.js';

/** Every text the widget shows by itself: Dutch, B1. A site may replace any of them with `data-texts`. */
export const defaults = {
  title: 'Keuzehulp Veerkracht',
  launcher: 'Vraag de keuzehulp',
  isBot: 'Dit is een chatbot, geen mens.',
  privacy: 'Typ geen namen of andere gegevens van personen.',
  privacyLink: 'Privacy',
  contact: 'Liever een mens spreken?',
  form: 'Liever een formulier invullen?',
  welcome:
    'Hallo! Ik denk met jullie team mee over een lesprogramma voor veerkracht. ' +
    'Ik stel vragen over wat jullie al doen. Daarna vertel ik wat onderzoek daarover zegt.\n\n' +
    'Waar wil je mee beginnen?',
  starters: [
    { title: 'Start de keuzehulp', payload: '/start_check' },
    { title: 'Wat is veerkracht?' },
    { title: 'Wat kun je voor ons doen?' },
  ] as Choice[],
  bot: 'Keuzehulp',
  you: 'Jij',
  conversation: 'Gesprek',
  choices: 'Kies een antwoord',
  youCanChoose: 'Je kunt kiezen:',
  inputLabel: 'Typ je vraag of antwoord',
  send: 'Verstuur',
  attach: 'Bestand toevoegen (txt, docx of pdf)',
  close: 'Sluit de chat',
  menu: 'Menu',
  typing: 'De keuzehulp schrijft',
  loading: 'Je gesprek wordt geladen',
  newer: 'Naar het nieuwste bericht',
  newMessage: '1 nieuw bericht',
  newMessages: '{n} nieuwe berichten',
  opensNew: '(opent in een nieuw tabblad)',
  overview: 'Jullie antwoorden',
  overviewIntro: 'Klopt er iets niet? Dan kun je het hier veranderen.',
  overviewEmpty: 'Er zijn nog geen antwoorden. Ze komen hier te staan zodra je de keuzehulp start.',
  change: 'Wijzig',
  save: 'Opslaan',
  cancel: 'Annuleer',
  saved: 'Opgeslagen: {naam} is nu “{antwoord}”.',
  changed: '{naam}: {antwoord}',
  notAnswered: 'nog niet gevraagd',
  answers: { ja: 'ja, duidelijk', deels: 'een beetje', nee: 'nee', weet_niet: 'weet ik niet', overgeslagen: 'overgeslagen' } as Record<
    string,
    string
  >,
  blocks: {
    inhoud: 'Inhoud',
    educatief: 'Educatief',
    structuur: 'Structuur',
    implementatie: 'Implementatie',
  } as Record<string, string>,
  back: 'Terug naar het gesprek',
  report: 'Verslag maken',
  reportIntro: 'Neem jullie antwoorden en de feedback mee naar het team. Kies hoe je het verslag wilt hebben.',
  reportPdf: 'PDF, om te delen',
  reportDocx: 'Word, om zelf aan te passen',
  reportHtml: 'Webpagina, om te lezen of te printen',
  reportBusy: 'Het verslag wordt gemaakt. Dit duurt even.',
  reportDone: 'Het verslag is opgeslagen bij je downloads.',
  transcript: 'Gesprek opslaan als tekst',
  transcriptDone: 'Het gesprek is opgeslagen bij je downloads.',
  restart: 'Opnieuw beginnen',
  restartTitle: 'Wil je opnieuw beginnen?',
  restartText: 'Dit gesprek en jullie antwoorden verdwijnen. Wil je ze bewaren? Maak dan eerst een verslag.',
  restartYes: 'Ja, begin opnieuw',
  restarted: 'Dit is een nieuw gesprek.',
  wipe: 'Wis mijn gesprek',
  wipeTitle: 'Wil je je gesprek wissen?',
  wipeText: 'Het gesprek en jullie antwoorden verdwijnen, hier en op de server. Je kunt ze daarna niet terughalen.',
  wipeYes: 'Ja, wis mijn gesprek',
  wiped: 'Je gesprek is gewist, hier en op de server.',
  wipeFailed: 'Het wissen is niet gelukt. Je gesprek bestaat nog. Probeer het later opnieuw.',
  no: 'Nee, ga terug',
  up: 'Dit antwoord helpt mij',
  down: 'Dit antwoord helpt mij niet',
  rateNote: 'Wil je zeggen waarom? Dat hoeft niet.',
  rateThanks: 'Dank je wel.',
  rateFailed: 'Je reactie is niet aangekomen. Probeer het later opnieuw.',
  source: 'Bron',
  closeSource: 'Sluit de bron',
  sources: 'Bronnen:',
  table: 'Tabel bij de afbeelding',
  noImage: 'De afbeelding kan hier niet te zien zijn. Wat erop staat:',
  progress: '{blok}: vraag {nr} van {van}',
  progressTotal: '{nr} van {van} in totaal',
  offline: 'Je bent offline. Je kunt verder zodra er weer internet is.',
  online: 'Je bent weer online.',
  retry: 'Probeer opnieuw',
  wait: 'Wacht nog even, ik ben bezig met je vorige bericht.',
  tooLong: 'Deze tekst is te lang ({n} tekens). Er passen 20.000 tekens in een bericht.',
  badFile: 'Dit bestand kan ik niet lezen. Kies een bestand met .txt, .docx of .pdf aan het eind.',
  bigFile: 'Dit bestand is te groot. Kies een bestand van hooguit 2 MB.',
  uploaded: 'Bestand: {naam}',
  failed: 'Je bericht is niet aangekomen. De server antwoordt niet.',
  cut: 'De verbinding viel weg tijdens het antwoord.',
  serverError: 'Er ging iets mis op de server.',
  refused: 'De server kan dit bericht niet gebruiken.',
  blocked:
    'Deze website houdt de verbinding met de keuzehulp tegen. Vraag je ICT-collega om de server toe te staan: connect-src {server}',
  unlisted:
    'Deze website mag de keuzehulp niet gebruiken. Vraag je ICT-collega om dit adres toe te laten: {website}',
  busy: 'Het is even druk. Ik probeer het over {n} seconden opnieuw.',
  expired: 'Je vorige gesprek bestaat niet meer. Dit is een nieuw gesprek.',
  historyFailed: 'Je gesprek kon niet worden geladen.',
  overviewFailed: 'De antwoorden konden niet worden geladen.',
  reportFailed: 'Het verslag is niet gelukt.',
  cannotStart: 'De chat kan op deze pagina niet starten. Open de keuzehulp op een eigen pagina',
};

export type Texts = typeof defaults;

/** Fills `{name}` places in a text. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => (key in values ? String(values[key]) : whole));
}

/**
 * Merges the JSON of `data-texts` over the defaults.
 * Unknown keys and values of another kind are left out, so that a typing error never empties a button.
 */
export function mergeTexts(json: string | undefined): Texts {
  const merged: Record<string, unknown> = { ...defaults };
  if (json) {
    try {
      const given = JSON.parse(json) as Record<string, unknown>;
      for (const [key, value] of Object.entries(given)) {
        const standard = merged[key];
        if (typeof standard !== typeof value || Array.isArray(standard) !== Array.isArray(value)) continue;
        merged[key] = key === 'answers' || key === 'blocks' ? { ...(standard as object), ...(value as object) } : value;
      }
    } catch {
      console.warn('Keuzehulp: data-texts is geen geldige JSON; de gewone teksten blijven staan.');
    }
  }
  return merged as Texts;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { KeuzehulpChat } from './chat.js';
import type { Answer } from './types.js';
import { fill } from './texts.js';

const OPTIONS = ['ja', 'deels', 'nee', 'weet_niet'];

function heading(ui: KeuzehulpChat, text: string): TemplateResult {
  return html`<div class="subhead">
    <button class="plain back" @click=${() => ui.show('chat')}>‹ ${ui.texts.back}</button>
    <div class="h3" id="viewtitle" role="heading" aria-level=${ui.level + 1} tabindex="-1">${text}</div>
  </div>`;
}

/** How an answer is named: by our own words for the known values, else as the server says. */
export function answerName(ui: KeuzehulpChat, answer: Answer): string {
  if (!answer.antwoord) return ui.texts.notAnswered;
  return ui.texts.answers[answer.antwoord] ?? answer.label ?? answer.antwoord;
}

/** All answers of the school, by block, each of which can be changed. */
export function viewOverview(ui: KeuzehulpChat): TemplateResult {
  const t = ui.texts;
  const { answers, overviewError } = ui;
  const blocks = [...new Set(answers?.map((a) => a.blok))];
  return html`<div class="view" tabindex="0" role="region" aria-labelledby="viewtitle">
    ${heading(ui, t.overview)}
    ${overviewError
      ? html`<p class="state error">${overviewError}
          <button class="plain" @click=${() => ui.loadOverview()}>${t.retry}</button></p>`
      : nothing}
    ${!answers && !overviewError ? html`<p>…</p>` : nothing}
    ${answers ? html`<p>${answers.length ? t.overviewIntro : t.overviewEmpty}</p>` : nothing}
    ${ui.status ? html`<p class="state done">${ui.status}</p>` : nothing}
    ${blocks.map(
      (block) => html`<div class="h4" role="heading" aria-level=${ui.level + 2}>${t.blocks[block] ?? block}</div>
        <ul class="answers">${answers?.filter((a) => a.blok === block).map((a) => viewAnswer(ui, a))}</ul>`,
    )}
  </div>`;
}

function viewAnswer(ui: KeuzehulpChat, answer: Answer): TemplateResult {
  const t = ui.texts;
  const editing = ui.editing === answer.element;
  return html`<li>
    <div class="row">
      <span class="name">${answer.naam}</span>
      <span class="value" data-value=${answer.antwoord ?? ''}>${answerName(ui, answer)}</span>
      <button class="plain" data-change=${answer.element} aria-expanded=${editing} @click=${() => ui.edit(answer.element)}
        >${t.change}<span class="sr">: ${answer.naam}</span></button>
    </div>
    ${editing ? viewEdit(ui, answer) : nothing}
  </li>`;
}

function viewEdit(ui: KeuzehulpChat, answer: Answer): TemplateResult {
  const t = ui.texts;
  return html`<form @submit=${(event: SubmitEvent) => ui.saveAnswer(event, answer)}>
    <fieldset>
      <legend>${answer.naam}</legend>
      ${OPTIONS.map(
        (value) => html`<label class="option"><input type="radio" name="antwoord" value=${value}
          ?checked=${answer.antwoord === value} />${t.answers[value] ?? value}</label>`,
      )}
    </fieldset>
    ${ui.editError ? html`<p class="state error">${ui.editError}</p>` : nothing}
    <button class="solid">${t.save}</button>
    <button type="button" class="plain" @click=${() => ui.edit(answer.element)}>${t.cancel}</button>
  </form>`;
}

/** The report in three forms. */
export function viewReport(ui: KeuzehulpChat): TemplateResult {
  const t = ui.texts;
  const kinds: [string, string][] = [
    ['pdf', t.reportPdf],
    ['docx', t.reportDocx],
    ['html', t.reportHtml],
  ];
  return html`<div class="view" tabindex="0" role="region" aria-labelledby="viewtitle">
    ${heading(ui, t.report)}
    <p>${t.reportIntro}</p>
    <div class="stack">
      ${kinds.map(([kind, name]) => html`<button class="choice" data-report=${kind} @click=${() => ui.download(kind)}>${name}</button>`)}
    </div>
    ${ui.status ? html`<p class="state ${ui.statusBad ? 'error' : 'done'}">${ui.status}</p>` : nothing}
  </div>`;
}

/** Asks before something is thrown away. */
export function viewConfirm(ui: KeuzehulpChat): TemplateResult | typeof nothing {
  const t = ui.texts;
  const kind = ui.confirming;
  if (!kind) return nothing;
  return html`<dialog class="confirm" aria-labelledby="confirmtitle" aria-describedby="confirmtext"
    @close=${() => ui.endConfirm(false)}>
    <div class="h3" id="confirmtitle" role="heading" aria-level=${ui.level + 1}>${kind === 'restart' ? t.restartTitle : t.wipeTitle}</div>
    <p id="confirmtext">${kind === 'restart' ? t.restartText : t.wipeText}</p>
    <div class="stack">
      <button class="plain" data-no @click=${() => ui.endConfirm(false)}>${t.no}</button>
      <button class="solid" data-yes @click=${() => ui.endConfirm(true)}>${kind === 'restart' ? t.restartYes : t.wipeYes}</button>
    </div>
  </dialog>`;
}

/** Where the check stands. */
export function viewProgress(ui: KeuzehulpChat): TemplateResult | typeof nothing {
  const p = ui.conversation.progress;
  if (!p) return nothing;
  const t = ui.texts;
  const total = fill(t.progressTotal, { nr: p.totaal_nr, van: p.totaal });
  return html`<div class="progress">
    <div class="where">
      <span>${fill(t.progress, { blok: t.blocks[p.blok] ?? p.blok, nr: p.nr, van: p.van })}</span>
      <span class="total">${total}</span>
    </div>
    <progress max=${p.totaal} value=${p.totaal_nr} aria-label=${total}></progress>
    <button class="plain" id="answersbutton" @click=${() => ui.show('overview', '#answersbutton')}>${t.overview}</button>
  </div>`;
}

import { css, unsafeCSS } from 'lit';

/** On these screens the chat fills the window and is modal. */
export const PHONE = '(max-width: 480px), (max-height: 500px)';

const dark = css`
  --_color: var(--keuzehulp-color-dark, var(--keuzehulp-color, #17697a));
  --_on: var(--keuzehulp-on-color-dark, var(--keuzehulp-on-color, #ffffff));
  --_accent: var(--keuzehulp-accent-dark, #7fd0e0);
  --_surface: var(--keuzehulp-surface-dark, #1c272b);
  --_back: var(--keuzehulp-background-dark, #131b1e);
  --_text: var(--keuzehulp-text-dark, #e9f0f2);
  --_quiet: var(--keuzehulp-quiet-dark, #b3c1c6);
  --_line: var(--keuzehulp-line-dark, #3a4a50);
  --_control: var(--keuzehulp-control-dark, #8a9ba1);
  --_bad: #ffb4a8;
  --_badback: #3a1f1c;
  --_good: #a5dfb8;
  --_scheme: dark;
`;

export const styles = css`
  /* Important, so that a rule like "* { ... !important }" of the page does not come in. Custom properties do. */
  :host {
    all: initial !important;
    --_color: var(--keuzehulp-color, #0f5a69);
    --_on: var(--keuzehulp-on-color, #ffffff);
    --_accent: var(--keuzehulp-accent-light, var(--keuzehulp-color, #0f5a69));
    --_surface: var(--keuzehulp-surface, #ffffff);
    --_back: var(--keuzehulp-background, #f2f6f7);
    --_text: var(--keuzehulp-text, #1b2a2f);
    --_quiet: var(--keuzehulp-quiet, #4d5f66);
    --_line: var(--keuzehulp-line, #d3dde0);
    --_control: var(--keuzehulp-control, #6b7c83);
    --_bad: #8f1d12;
    --_badback: #fdeeec;
    --_good: #17613a;
    --_radius: var(--keuzehulp-radius, 12px);
    --_scheme: light;
  }
  :host([theme='dark']) { ${dark} }
  @media (prefers-color-scheme: dark) {
    :host(:not([theme='light'])) { ${dark} }
  }
  :host([inline]) {
    display: block !important;
    height: var(--keuzehulp-height, 100%) !important;
  }
  :host([hidden]) { display: none !important; }

  *, *::before, *::after { box-sizing: border-box; }
  [hidden] { display: none !important; }

  .launcher, .panel {
    font-family: var(--keuzehulp-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif);
    font-size: var(--keuzehulp-font-size, 1em);
    line-height: 1.5;
    color: var(--_text);
    color-scheme: var(--_scheme);
  }
  button, input, textarea { font: inherit; color: inherit; letter-spacing: inherit; }
  button { cursor: pointer; }
  p { margin: 0; }
  a { color: var(--_accent); }
  svg { display: block; flex: none; }
  :focus { outline: none; }
  :focus-visible { outline: 3px solid var(--_accent); outline-offset: 2px; }
  .sr {
    position: absolute;
    width: 1px; height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .launcher {
    position: fixed;
    z-index: var(--keuzehulp-z-index, 2147483000);
    right: var(--keuzehulp-offset-x, 20px);
    bottom: var(--keuzehulp-offset-y, 20px);
    max-width: calc(100vw - 32px);
    display: inline-flex;
    align-items: center;
    gap: 10px;
    min-height: 52px;
    padding: 10px 20px 10px 16px;
    border: 2px solid var(--_on);
    border-radius: 28px;
    background: var(--_color);
    color: var(--_on);
    font-weight: 600;
    text-align: left;
    box-shadow: 0 4px 16px rgb(0 0 0 / 0.25);
  }
  .launcher:hover { text-decoration: underline; }
  .launcher:focus-visible { outline-color: var(--_color); outline-offset: 3px; box-shadow: 0 0 0 3px #fff; }
  :host([left]) .launcher { right: auto; left: var(--keuzehulp-offset-x, 20px); }
  .badge {
    position: absolute;
    top: -8px; right: -4px;
    min-width: 24px; height: 24px;
    padding: 0 6px;
    border-radius: 12px;
    background: #b3261e;
    color: #fff;
    border: 2px solid #fff;
    font-size: 0.8em;
    line-height: 20px;
    text-align: center;
  }

  .panel {
    padding: 0;
    margin: 0;
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    overflow: hidden;
    background: var(--_surface);
    flex-direction: column;
    overscroll-behavior: contain;
    overflow-wrap: break-word;
  }
  dialog.panel {
    position: fixed;
    z-index: var(--keuzehulp-z-index, 2147483000);
    inset: auto var(--keuzehulp-offset-x, 20px) var(--keuzehulp-offset-y, 20px) auto;
    width: var(--keuzehulp-width, 420px);
    height: var(--keuzehulp-height, 700px);
    max-width: calc(100vw - 40px);
    max-height: calc(100vh - 40px);
    box-shadow: 0 8px 40px rgb(0 0 0 / 0.28);
  }
  :host([left]) dialog.panel { inset: auto auto var(--keuzehulp-offset-y, 20px) var(--keuzehulp-offset-x, 20px); }
  dialog.panel[open], section.panel { display: flex; }
  section.panel { position: relative; height: 100%; width: 100%; border-radius: var(--keuzehulp-panel-radius, var(--_radius)); }

  .head {
    position: relative;
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 10px 8px 10px 16px;
    background: var(--_color);
    color: var(--_on);
  }
  .head :focus-visible { outline-color: var(--_on); outline-offset: -3px; }
  .logo img { display: block; max-height: 36px; max-width: 96px; border-radius: 4px; }
  .titles { flex: 1; min-width: 0; }
  #title { font-weight: 700; font-size: 1.06em; line-height: 1.3; }
  .titles p { font-size: 0.86em; line-height: 1.35; }
  .headbutton {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-width: 44px; min-height: 44px;
    padding: 4px 8px;
    border: 0;
    border-radius: 8px;
    background: transparent;
    font-size: 0.92em;
  }
  .headbutton:hover { text-decoration: underline; background: rgb(0 0 0 / 0.18); }

  #menu {
    position: absolute;
    z-index: 3;
    top: calc(100% + 4px); right: 10px;
    max-height: 70vh;
    overflow: auto;
    margin: 0;
    padding: 6px;
    list-style: none;
    background: var(--_surface);
    border: 1px solid var(--_control);
    border-radius: 10px;
    box-shadow: 0 6px 24px rgb(0 0 0 / 0.25);
  }
  #menu button {
    display: block;
    width: 100%;
    padding: 9px 14px;
    border: 0;
    border-radius: 6px;
    background: transparent;
    color: var(--_text);
    text-align: left;
  }
  #menu button:hover { background: var(--_back); text-decoration: underline; }
  #menu :focus-visible { outline-color: var(--_accent); outline-offset: -2px; }

  .offline { padding: 8px 16px; background: #ffe9a8; color: #3d2f00; font-size: 0.92em; }

  .progress {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 4px 12px;
    align-items: center;
    padding: 8px 16px;
    border-bottom: 1px solid var(--_line);
    font-size: 0.88em;
  }
  .where { display: flex; flex-wrap: wrap; gap: 0 10px; font-weight: 600; }
  .total { font-weight: 400; color: var(--_quiet); }
  .progress button { grid-column: 2; grid-row: 1 / span 2; }
  progress {
    appearance: none;
    width: 100%; height: 8px;
    border: 1px solid var(--_control);
    border-radius: 5px;
    background: var(--_surface);
    overflow: hidden;
  }
  progress::-webkit-progress-bar { background: var(--_surface); }
  progress::-webkit-progress-value { background: var(--_accent); }
  progress::-moz-progress-bar { background: var(--_accent); }

  .middle { position: relative; flex: 1; min-height: 0; display: flex; }
  .log, .view { flex: 1; min-height: 0; overflow-y: auto; background: var(--_back); }
  .log { padding: 14px; }
  .log:focus-visible, .view:focus-visible { outline-offset: -3px; }
  .messages { list-style: none; margin: 0; padding: 0; min-height: 100%; display: flex; flex-direction: column; justify-content: flex-end; gap: 10px; }
  .messages > li { max-width: 88%; position: relative; border-radius: var(--_radius); }
  .messages > .user { align-self: flex-end; display: flex; flex-direction: column; align-items: flex-end; }
  .messages > .bot { align-self: flex-start; }
  .messages > .wide { max-width: 100%; width: 100%; }
  .bubble { padding: 10px 14px; border-radius: var(--_radius); position: relative; }
  .bot .bubble { background: var(--_surface); border: 1px solid var(--_line); border-bottom-left-radius: 3px; }
  .user .bubble {
    background: var(--_color);
    color: var(--_on);
    border: 1px solid transparent;
    border-bottom-right-radius: 3px;
    white-space: pre-wrap;
    max-height: 14em;
    overflow: auto;
  }
  .bubble > * + *, .source > * + * { margin-top: 0.6em; }
  .bubble > .sr + * { margin-top: 0; }
  .bubble ul, .bubble ol { margin-bottom: 0; padding-left: 1.4em; }
  .bubble ul { list-style: disc; }
  .bubble li + li { margin-top: 0.25em; }
  .note { align-self: center; text-align: center; color: var(--_quiet); font-size: 0.9em; padding: 2px 8px; }
  .state { font-size: 0.9em; color: var(--_quiet); }
  .error { color: var(--_bad); }
  .done { color: var(--_good); font-weight: 600; }
  .error.state { background: var(--_badback); border: 1px solid var(--_bad); border-radius: 8px; padding: 8px 12px; }
  .user .state { margin-top: 6px; }
  .error .plain { color: inherit; margin-top: 4px; }
  .notice { padding: 6px 14px; border-top: 1px solid var(--_line); }
  .notice.error { border-radius: 0; border-width: 1px 0 0; }

  .cite {
    padding: 0 1px;
    min-height: 24px;
    border: 0;
    background: none;
    color: var(--_accent);
    text-align: left;
  }
  .cite u { text-decoration-style: dotted; text-underline-offset: 3px; }
  .cite:hover u, .cite[aria-expanded='true'] u { text-decoration-style: solid; }
  .loose { font-size: 0.9em; color: var(--_quiet); }
  .loose .cite { display: block; }
  .source, .line { scroll-margin: 12px; }
  .source {
    padding: 10px 12px;
    border-left: 4px solid var(--_accent);
    border-radius: 0 8px 8px 0;
    background: var(--_back);
    font-size: 0.93em;
  }
  figure { margin: 10px 0 0; display: flex; flex-wrap: wrap; gap: 10px; align-items: flex-start; }
  figure > * { flex: 1 1 280px; min-width: 0; max-width: 100%; }
  details { flex-grow: 6; }
  figure img { display: block; width: 100%; height: auto; padding: 8px; background: #fff; border: 1px solid var(--_line); border-radius: 8px; }
  summary { cursor: pointer; min-height: 24px; font-size: 0.92em; color: var(--_accent); text-decoration: underline; }
  .scroll { overflow: auto; }
  table { border-collapse: collapse; width: 100%; font-size: 0.84em; }
  th, td { padding: 5px 6px; border-bottom: 1px solid var(--_line); text-align: left; vertical-align: top; overflow-wrap: normal; }
  tbody th { font-weight: 400; }
  thead th { border-bottom: 2px solid var(--_control); }

  .plain {
    min-height: 32px;
    padding: 3px 10px;
    border: 1px solid var(--_control);
    border-radius: 8px;
    background: var(--_surface);
    color: var(--_accent);
  }
  .plain:hover, .choice:hover { text-decoration: underline; }
  .solid { min-height: 40px; padding: 6px 16px; border: 1px solid var(--_color); border-radius: 8px; background: var(--_color); color: var(--_on); font-weight: 600; }
  .solid:hover { text-decoration: underline; }
  .icon {
    flex: none;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    width: 44px; height: 44px;
    padding: 0;
    border: 1px solid transparent;
    border-radius: 50%;
    background: transparent;
    color: var(--_quiet);
  }
  .icon:hover { background: var(--_back); color: var(--_text); border-color: var(--_control); }
  .rating { margin-top: 2px; }
  .rating > div { display: flex; align-items: center; gap: 2px; }
  .thumb { width: 30px; height: 30px; }
  .thumb svg { width: 17px; height: 17px; }
  .thumb[aria-pressed='true'] { background: var(--_color); color: var(--_on); border-color: var(--_control); }
  .line { display: flex; flex-wrap: wrap; gap: 6px; align-items: flex-end; margin-top: 4px; font-size: 0.9em; }
  .line label { flex: 1 1 180px; }
  .line input {
    display: block;
    width: 100%;
    min-height: 32px;
    padding: 3px 8px;
    border: 1px solid var(--_control);
    border-radius: 8px;
    background: var(--_surface);
  }

  .typing { display: flex; align-items: center; gap: 4px; padding: 4px 8px; font-size: 0.9em; color: var(--_quiet); }
  .typing i { width: 7px; height: 7px; border-radius: 50%; background: currentcolor; animation: hop 1.2s infinite; }
  .typing i:nth-of-type(1) { margin-left: 6px; }
  .typing i:nth-of-type(2) { animation-delay: 0.15s; }
  .typing i:nth-of-type(3) { animation-delay: 0.3s; }
  @keyframes hop { 0%, 60%, 100% { transform: none; opacity: 0.45; } 30% { transform: translateY(-4px); opacity: 1; } }
  @media (prefers-reduced-motion: reduce) { .typing i { animation: none; } }

  .newer {
    position: absolute;
    right: 14px; bottom: 10px;
    width: 40px; height: 40px;
    display: flex;
    align-items: center;
    justify-content: center;
    border: 1px solid var(--_control);
    border-radius: 50%;
    background: var(--_surface);
    color: var(--_accent);
    box-shadow: 0 2px 8px rgb(0 0 0 / 0.2);
  }

  .dock {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    flex: none;
    max-height: 56%;
    overflow-y: auto;
    padding: 10px 14px 4px;
    border-top: 1px solid var(--_line);
    background: var(--_surface);
  }
  .choice {
    min-height: 40px;
    padding: 6px 16px;
    scroll-margin: 8px;
    border: 2px solid var(--_accent);
    border-radius: 20px;
    background: var(--_surface);
    color: var(--_accent);
    font-weight: 600;
    line-height: 1.3;
    text-align: left;
  }
  .many { gap: 6px; }
  .many .choice { min-height: 34px; padding: 3px 12px; font-size: 0.94em; }
  .choice:hover { background: var(--_back); }
  .choice:focus-visible { outline-offset: 1px; }

  .composer { display: flex; align-items: flex-end; gap: 4px; padding: 8px; flex: none; }
  .dock + .composer { padding-top: 6px; }
  .middle + .composer { border-top: 1px solid var(--_line); }
  textarea {
    flex: 1;
    min-width: 0;
    min-height: 44px; max-height: 140px;
    padding: 9px 12px;
    border: 1px solid var(--_control);
    border-radius: 10px;
    background: var(--_surface);
    resize: none;
  }
  textarea:focus-visible { outline-offset: 0; }
  ::placeholder { color: var(--_quiet); opacity: 1; }
  .send { background: var(--_color); color: var(--_on); }
  .send:hover { background: var(--_color); color: var(--_on); filter: brightness(1.15); }

  .foot {
    flex: none;
    display: flex;
    flex-wrap: wrap;
    gap: 0 14px;
    padding: 0 14px 8px;
    font-size: 0.82em;
    color: var(--_quiet);
  }
  .foot a { display: inline-block; min-height: 24px; }
  .view + .foot { padding-top: 8px; border-top: 1px solid var(--_line); }

  .view { padding: 14px 16px 24px; background: var(--_surface); }
  .view > * + * { margin-top: 12px; }
  .h3, .h4 { font-weight: 700; }
  .h3 { margin: 10px 0 0; font-size: 1.2em; line-height: 1.3; }
  .h4 { margin: 20px 0 0; font-size: 1em; }
  .answers { list-style: none; margin: 4px 0 0; padding: 0; }
  .answers > li { padding: 8px 0; border-bottom: 1px solid var(--_line); }
  .row { display: grid; grid-template-columns: 1fr auto auto; gap: 4px 10px; align-items: center; }
  .value { font-weight: 600; text-align: right; }
  .value[data-value=''] { font-weight: 400; color: var(--_quiet); }
  fieldset { margin: 8px 0; padding: 8px 12px; border: 1px solid var(--_control); border-radius: 8px; }
  legend { padding: 0 4px; font-size: 0.9em; }
  .option { display: flex; align-items: center; gap: 10px; min-height: 36px; }
  .option input { width: 20px; height: 20px; margin: 0; accent-color: var(--_accent); }
  .stack { display: flex; flex-direction: column; gap: 10px; }

  .confirm {
    width: 340px;
    max-width: calc(100vw - 32px);
    padding: 20px;
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font-size: 1em;
  }
  .confirm .h3 { margin: 0; }
  .confirm p { margin: 10px 0 16px; }
  .confirm .plain { min-height: 40px; }
  form .solid { margin-right: 8px; }
  ::backdrop { background: rgb(0 0 0 / 0.5); }

  @media ${unsafeCSS(PHONE)} {
    dialog.panel, :host([left]) dialog.panel {
      inset: 0;
      width: 100%; max-width: 100%;
      height: 100%; height: 100dvh;
      max-height: 100%;
      border: 0;
      border-radius: 0;
    }
    .choice { min-height: 38px; padding: 4px 12px; font-size: 0.94em; }
    .launcher { right: 16px; bottom: 16px; }
    :host([left]) .launcher { left: 16px; }
  }
  /* Very low (400% zoom): everything scrolls together, nothing sticks. */
  @media (max-height: 500px) {
    .panel { overflow-y: auto; }
    dialog.panel[open], section.panel { display: block; }
    .middle { display: block; }
    .log, .view { overflow: visible; }
    .dock { max-height: none; }
    .newer { display: none; }
    #menu { max-height: none; }
  }
  @media (max-width: 360px) {
    #menubutton span { display: none; }
    .head { padding-left: 12px; }
    .logo svg { display: none; }
    .log { padding: 10px; }
    .messages > li { max-width: 94%; }
    .row { grid-template-columns: 1fr auto; }
    .row .name { grid-column: 1 / -1; }
    .value { text-align: left; }
  }
  @media (forced-colors: active) {
    .bubble, .launcher, .head, .choice, .badge, .offline, .source, .send { border: 1px solid CanvasText; }
    .user .bubble { border-width: 2px; }
    .thumb[aria-pressed='true'] { background: Highlight; color: HighlightText; forced-color-adjust: none; }
    progress { border-color: CanvasText; }
    progress::-webkit-progress-value { background: Highlight; forced-color-adjust: none; }
    .typing i { background: CanvasText; }
    figure img { forced-color-adjust: none; }
  }
`;

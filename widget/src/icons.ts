import { html, svg, type TemplateResult } from 'lit';

const draw = (path: TemplateResult): TemplateResult =>
  html`<svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false" fill="none"
    stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${path}</svg>`;

export const icons = {
  /** A speech balloon with a sprout. */
  chat: draw(svg`<path d="M4 4h16v12H11l-5 4v-4H4z"/><path d="M12 13V9m0 1c0-2 1-3 3-3 0 2-1 3-3 3zm0 1c0-1.5-1-2.5-3-2.5 0 1.5 1 2.5 3 2.5z"/>`),
  close: draw(svg`<path d="M6 6l12 12M18 6L6 18"/>`),
  menu: draw(svg`<path d="M4 7h16M4 12h16M4 17h16"/>`),
  send: draw(svg`<path d="M4 12h15M13 6l6 6-6 6"/>`),
  attach: draw(svg`<path d="M19 11l-7.5 7.5a4.5 4.5 0 0 1-6.4-6.4L13 4.3a3 3 0 0 1 4.2 4.2l-7.7 7.7a1.5 1.5 0 0 1-2.1-2.1L14 7.5"/>`),
  up: draw(svg`<path d="M7 11v9H4v-9zM7 11l4-8c1.5 0 2.5 1 2.5 2.5V9H19c1 0 2 1 1.7 2.2l-1.5 7c-.2 1-1 1.8-2 1.8H7"/>`),
  down: draw(svg`<path d="M17 13V4h3v9zM17 13l-4 8c-1.5 0-2.5-1-2.5-2.5V15H5c-1 0-2-1-1.7-2.2l1.5-7C5 4.8 5.8 4 6.8 4H17"/>`),
  newer: draw(svg`<path d="M12 5v14M6 13l6 6 6-6"/>`),
};

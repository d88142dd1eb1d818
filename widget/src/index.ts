/**
 * Entry of the one built file. Finds its own script tag, then starts the element.
 * Loading the element is guarded: when the page's rules stop it, the visitor still gets a plain link.
 */
import { serverOf } from './config.js';
import { defaults } from './texts.js';

const script =
  (document.currentScript as HTMLScriptElement | null) ??
  document.querySelector<HTMLScriptElement>('script[src*="widget.js"]');
const data: DOMStringMap = { ...script?.dataset };
const server = script?.src ? serverOf(script.src) : location.origin;

/** A link to the stand-alone page, for a page where the chat cannot run. */
function fallback(error: unknown): void {
  console.error(
    'Keuzehulp: de chat kan niet starten. Gebruikt deze site Trusted Types? Zet dan in de CSP: trusted-types lit-html',
    error,
  );
  const link = document.createElement('a');
  link.href = `${server}/`;
  link.textContent = defaults.cannotStart;
  (document.querySelector('keuzehulp-chat') ?? document.body).append(link);
}

function whenReady(run: () => void): void {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', run, { once: true });
  else run();
}

import('./chat.js').then(
  ({ KeuzehulpChat }) => {
    KeuzehulpChat.server = server;
    if (!customElements.get('keuzehulp-chat')) customElements.define('keuzehulp-chat', KeuzehulpChat);
    whenReady(() => {
      // A page that places the element itself gets no second one.
      if (data.auto === 'false' || document.querySelector('keuzehulp-chat')) return;
      const element = document.createElement('keuzehulp-chat');
      Object.assign(element.dataset, data);
      document.body.append(element);
    });
  },
).catch((error: unknown) => whenReady(() => fallback(error)));

import { mergeTexts, type Texts } from './texts.js';

/** Everything a site can set with `data-` attributes. */
export interface Config {
  /** Address of the server without a slash at the end; the origin of the script unless `data-server` says otherwise. */
  server: string;
  /** Address of the channel. */
  base: string;
  texts: Texts;
  color?: string;
  logo?: string;
  left: boolean;
  open: boolean;
  theme?: 'light' | 'dark';
  contactUrl?: string;
  /** The server has a page of each; a site may have its own. */
  privacyUrl: string;
  formUrl: string;
}

/** The server belonging to a script address: its folder, which for `https://host/widget.js` is the origin. */
export function serverOf(scriptUrl: string): string {
  return new URL('.', scriptUrl).href.replace(/\/+$/, '');
}

/** Reads the configuration from an element's data attributes. */
export function readConfig(data: DOMStringMap, defaultServer: string): Config {
  const server = (data.server ? new URL(data.server, document.baseURI).href : defaultServer).replace(/\/+$/, '');
  const texts = mergeTexts(data.texts);
  if (data.title) texts.title = data.title;
  if (data.label) texts.launcher = data.label;
  if (data.contactText) texts.contact = data.contactText;
  return {
    server,
    base: `${server}/webhooks/keuzehulp`,
    texts,
    color: data.color,
    logo: data.logo,
    left: data.position === 'left' || data.position === 'links',
    open: data.open !== undefined && data.open !== 'false',
    theme: data.theme === 'light' || data.theme === 'dark' ? data.theme : undefined,
    contactUrl: data.contactUrl,
    privacyUrl: data.privacyUrl ?? `${server}/privacy`,
    formUrl: data.formUrl ?? `${server}/formulier`,
  };
}

/** A stand-in for fetch: each call takes the next prepared answer and is noted. */
export interface Call {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: unknown;
}

export const BASE = 'https://school.example/webhooks/keuzehulp';

export function lines(...events: object[]): Response {
  return new Response(events.map((e) => JSON.stringify(e)).join('\n') + '\n', { status: 200 });
}

export const message = (id: string, text: string, more: object = {}): object => ({ type: 'message', id, text, ...more });
export const done = { type: 'done' };
export const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(status === 204 ? null : JSON.stringify(body), { status, headers });
export const created = (token = 't1'): Response => json(201, { conversation: 'c1', token });

/** Puts a fake fetch in place; `answers` are used in turn, an Error is thrown. */
export function fakeFetch(...answers: (Response | Error)[]): Call[] {
  const calls: Call[] = [];
  globalThis.fetch = (async (url: string, init: RequestInit = {}) => {
    const raw = init.body;
    calls.push({
      method: init.method ?? 'GET',
      path: String(url).replace(BASE, ''),
      headers: (init.headers ?? {}) as Record<string, string>,
      body: typeof raw === 'string' ? JSON.parse(raw) : raw,
    });
    const answer = answers.shift();
    if (!answer) throw new Error('no answer prepared');
    if (answer instanceof Error) throw answer;
    return answer;
  }) as typeof fetch;
  return calls;
}

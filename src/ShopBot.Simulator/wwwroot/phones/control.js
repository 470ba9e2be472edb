// The simulator's control API, and what it tells live.
const base = '/simulator/control';

async function ask(path, options) {
  const response = await fetch(base + path, options);
  const text = await response.text();
  const answer = text ? JSON.parse(text) : null;
  if (!response.ok) throw new Error(answer?.error ?? `HTTP ${response.status}`);
  return answer;
}

const json = (method, body) => ({ method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
const chatOf = (account, person) => `/chats/${encodeURIComponent(account)}/${encodeURIComponent(person)}`;

export const control = {
  accounts: () => ask('/accounts'),
  people: () => ask('/people'),
  addPerson: (name, account, follows) => ask('/people', json('POST', { name, accounts: [account], follows })),
  clock: () => ask('/clock'),
  advance: hours => ask('/clock/advance', json('POST', { hours })),
  freeze: frozen => ask('/clock/set', json('POST', { frozen })),
  samples: () => ask('/samples'),
  sampleUrl: name => `${base}/samples/${encodeURIComponent(name)}`,
  chat: (account, person, after) => ask(`${chatOf(account, person)}?after=${after}`),
  act: (account, person, act, body) => ask(`${chatOf(account, person)}/${act}`, json('POST', body ?? {})),
  codes: account => ask(`/accounts/${encodeURIComponent(account)}/codes`),
  templates: account => ask(`/accounts/${encodeURIComponent(account)}/templates`),
  change: (account, person, body) => ask(chatOf(account, person), json('PATCH', body)),
  sendFile(account, person, file) {
    const form = new FormData();
    form.append('file', file);
    return ask(`${chatOf(account, person)}/picture`, { method: 'POST', body: form });
  },
};

/** Calls on[kind](about) for what happens, and on.lost() while nothing can be heard. */
export function listen(on) {
  const events = new EventSource(`${base}/events`);
  for (const kind of ['hello', 'message', 'push', 'typing', 'follow', 'menu', 'people', 'clock'])
    events.addEventListener(kind, event => on[kind](JSON.parse(event.data)));
  events.onerror = () => {
    on.lost();
    // A browser gives up for good on some answers (a server that is just starting up, say); then ask again ourselves.
    if (events.readyState === EventSource.CLOSED) setTimeout(() => listen(on), 2000);
  };
}

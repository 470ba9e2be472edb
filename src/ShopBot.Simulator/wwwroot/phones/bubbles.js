// Draws one message. Foreign words only ever become text nodes, foreign addresses only http(s) links and picture sources.
import { say, current } from './words.js';

export function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined && text !== null) element.textContent = text;
  return element;
}

export function avatar(name) {
  const element = make('span', 'avatar', [...name][0] ?? '?');
  paint(element, name);
  element.setAttribute('aria-hidden', 'true');
  return element;
}

export function paint(element, name) {
  let hue = 7;
  for (const letter of name) hue = (hue * 31 + letter.codePointAt(0)) % 360;
  element.style.setProperty('--hue', hue);
}

const safe = url => {
  try {
    const parsed = new URL(url, location.href);
    return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed.href : null;
  } catch {
    return null;
  }
};

function link(url, text, className) {
  const target = safe(url);
  const element = make(target ? 'a' : 'span', className, text);
  if (target) Object.assign(element, { href: target, target: '_blank', rel: 'noopener noreferrer' });
  return element;
}

const anchors = /<a\s[^>]*?href\s*=\s*["']([^"']*)["'][^>]*>([\s\S]*?)<\/a>|(https?:\/\/[^\s<>"'，。；！）】]+)/gi;

// A link of this kind says something when tapped, as a line of a menu does.
function spoken(url, text, choose) {
  const id = new URLSearchParams(url.slice(url.indexOf('?'))).get('msgmenuid');
  const button = make('button', 'spoken', text);
  button.type = 'button';
  button.onclick = () => choose(id);
  return button;
}

function words(text, choose) {
  const part = document.createDocumentFragment();
  let at = 0;
  for (const found of text.matchAll(anchors)) {
    const [url, shown] = [found[1] ?? found[3], found[2] ?? found[3]];
    part.append(text.slice(at, found.index), url.startsWith('weixin://bizmsgmenu?') ? spoken(url, shown, choose) : link(url, shown));
    at = found.index + found[0].length;
  }
  part.append(text.slice(at));
  return part;
}

function picture(url, className, enlarge) {
  const target = safe(url);
  const button = make('button', className);
  button.type = 'button';
  button.setAttribute('aria-label', say('enlarge'));
  if (!target) return make('span', 'gone', say('gone'));
  const image = make('img');
  Object.assign(image, { src: target, alt: say('picture'), loading: 'lazy' });
  image.onerror = () => button.replaceWith(make('span', 'gone', say('gone')));
  button.append(image);
  button.onclick = () => enlarge(target);
  return button;
}

function news(message) {
  const card = make('div', 'card news');
  message.articles.forEach((article, index) => {
    const row = link(article.url, null, index ? 'small' : 'big');
    const image = make('img');
    Object.assign(image, { src: safe(article.picUrl) ?? '', alt: '', loading: 'lazy' });
    image.onerror = () => image.remove();
    const text = make('span', 'text');
    text.append(make('strong', '', article.title));
    if (article.description && message.articles.length === 1) text.append(make('span', 'about', article.description));
    row.append(...(article.picUrl ? [image] : []), text);
    card.append(row);
  });
  return card;
}

function menu(message, on) {
  const bubble = make('div', 'bubble choices');
  if (message.text) bubble.append(make('p', '', message.text));
  for (const choice of message.choices) {
    const button = make('button', '', choice.text);
    button.type = 'button';
    button.onclick = () => on.choose(choice.id, message.id);
    bubble.append(button);
  }
  if (message.tail) bubble.append(make('p', '', message.tail));
  return bubble;
}

function place(message) {
  const card = make('div', 'card place');
  const text = make('span', 'text');
  text.append(make('strong', '', message.text || say('place_')), make('span', 'about', `${message.latitude.toFixed(4)}, ${message.longitude.toFixed(4)}`));
  card.append(make('span', 'map'), text);
  return card;
}

function shared(message, kind) {
  const card = link(kind === 'mini' ? null : message.url, null, 'card shared');
  card.append(make('strong', '', message.title || message.url));
  if (message.description) card.append(make('span', 'about', message.description));
  card.append(make('span', 'kind', say(kind)));
  return card;
}

// A template message or a subscription notice: what the platform shows for the account, never a free text of it.
function form(message) {
  const card = link(message.page ? null : message.url, null, 'card form');
  card.append(make('strong', '', message.title));
  const rows = make('dl');
  for (const row of message.rows) rows.append(make('dt', '', row.label), make('dd', '', row.value));
  card.append(rows);
  if (message.url || message.page) card.append(make('span', 'kind', say(message.page ? 'mini' : 'details')));
  return card;
}

function sound(message) {
  const bubble = make('div', 'bubble sound');
  if (message.mediaUrl) {
    const audio = make(message.kind === 'video' ? 'video' : 'audio');
    Object.assign(audio, { src: message.mediaUrl, controls: true, preload: 'metadata' });
    audio.setAttribute('aria-label', say(message.kind));
    bubble.append(audio);
  }
  const caption = message.title || message.text;
  if (caption) bubble.append(make('p', '', caption));
  return bubble;
}

function content(message, on) {
  switch (message.kind) {
    case 'image': return picture(message.mediaUrl, 'picture', on.enlarge);
    case 'news': return news(message);
    case 'menu': return menu(message, on);
    case 'template': case 'notification': return form(message);
    case 'location': return place(message);
    case 'link': return shared(message, 'link');
    case 'music': return shared(message, 'music');
    case 'miniprogram': return shared(message, 'mini');
    case 'voice': case 'video': return sound(message);
    default: {
      const bubble = make('div', 'bubble');
      bubble.append(words(message.text ?? '', id => on.choose(id, message.id)));
      return bubble;
    }
  }
}

function event(message) {
  const said = { subscribe: 'followed', unsubscribe: 'unfollowed', SCAN: 'scanned', subscribe_msg_popup_event: 'answered', subscribe_msg_change_event: 'stopped' }[message.title];
  return said ? say(said) : message.title ? say('tapped', message.text) : message.text;
}

/** One line of a chat. */
export function line(message, { person, title, on }) {
  if (message.from === 'platform' || message.kind === 'event') {
    const text = message.kind === 'event' ? event(message) : message.kind === 'transfer' ? say('transfer') : message.text;
    return make('div', message.kind === 'notice' ? 'line middle notice' : 'line middle', text);
  }
  const row = make('div', `line ${message.from}`);
  row.append(avatar(message.from === 'person' ? person : title), content(message, on));
  return row;
}

const day = moment => new Date(moment.getFullYear(), moment.getMonth(), moment.getDate()).getTime();

/** The time above a group of messages, as people say it at that moment. */
export function timeLine(at, now) {
  const clock = at.toLocaleTimeString(current() === 'zh' ? 'zh-CN' : 'en-GB', { hour: '2-digit', minute: '2-digit' });
  const days = Math.round((day(now) - day(at)) / 86400000);
  const date = days === 0 ? '' : days === 1 ? say('yesterday') : at.toLocaleDateString(current() === 'zh' ? 'zh-CN' : 'en-GB', { month: 'short', day: 'numeric' });
  return make('div', 'line middle time', date ? `${date} ${clock}` : clock);
}

// The row of phones, the clock above it, and the wire that keeps both up to date.
import { control, listen } from './control.js';
import { say, translate, switchLanguage, current } from './words.js';
import { make } from './bubbles.js';
import { Phone } from './phone.js';

const $ = id => document.getElementById(id);

const world = {
  id: null, accounts: [], people: [], samples: [], phones: [], shown: 0, clock: { now: Date.now(), frozen: false, at: performance.now() },

  now() {
    return new Date(this.clock.now + (this.clock.frozen ? 0 : performance.now() - this.clock.at));
  },
  titleOf(account) { return this.accounts.find(a => a.name === account)?.title ?? account; },
  accountsOf(person) { return this.people.filter(p => p.name === person).map(p => p.account); },

  async load() {
    [this.accounts, this.people, this.samples] = await Promise.all([control.accounts(), control.people(), control.samples()]);
    setClock(await control.clock());
  },

  /** The phones that were there last time, otherwise those of the first account's first two people. */
  async begin() {
    await this.load();
    const kept = JSON.parse(localStorage.getItem('phones.shown') ?? 'null')
      ?.filter(k => this.people.some(p => p.name === k.person && p.account === k.account));
    const first = this.people.filter(p => p.account === this.people[0]?.account).slice(0, 2).map(p => ({ person: p.name, account: p.account }));
    this.phones = [];
    $('phones').querySelectorAll('.phone').forEach(phone => phone.remove());
    for (const { person, account } of kept?.length ? kept : first) this.show(new Phone(this, person, account));
    this.shown = Math.min(this.shown, Math.max(0, this.phones.length - 1));
    arrange();
    await Promise.all(this.phones.map(phone => phone.reload()));
  },

  show(phone, at = this.phones.length) {
    this.phones.splice(at, 0, phone);
    $('phones').insertBefore(phone.element, this.phones[at + 1]?.element ?? null);
  },

  putAway(phone) {
    this.phones.splice(this.phones.indexOf(phone), 1);
    phone.element.remove();
    this.shown = Math.max(0, Math.min(this.shown, this.phones.length - 1));
    arrange();
    $('add').focus();
  },

  async switchAccount(phone, account) {
    const at = this.phones.indexOf(phone);
    const other = new Phone(this, phone.person, account);
    phone.element.remove();
    this.phones.splice(at, 1);
    this.show(other, at);
    arrange();
    other.element.querySelector('.switch').focus();
    await other.reload();
  },

  enlarge(url) {
    const viewer = $('viewer');
    viewer.querySelector('img').src = url;
    viewer.showModal();
  },

  of(about) { return this.phones.filter(p => p.account === about.account && (about.person === undefined || p.person === about.person)); },
};

function arrange() {
  localStorage.setItem('phones.shown', JSON.stringify(world.phones.map(({ person, account }) => ({ person, account }))));
  $('none').hidden = world.phones.length > 0;
  $('tabs').replaceChildren(...world.phones.map((phone, at) => {
    phone.element.id = `phone-${at}`;
    phone.element.classList.toggle('front', at === world.shown);
    // The same person on two phones is told apart by the account.
    const twice = world.phones.some(other => other !== phone && other.person === phone.person);
    const tab = make('button', '', twice ? `${phone.person} · ${phone.title}` : phone.person);
    tab.type = 'button';
    tab.setAttribute('role', 'tab');
    tab.setAttribute('aria-controls', phone.element.id);
    tab.setAttribute('aria-selected', String(at === world.shown));
    tab.tabIndex = at === world.shown ? 0 : -1;
    tab.onclick = () => front(at);
    tab.onkeydown = event => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step) front((at + step + world.phones.length) % world.phones.length, true);
    };
    return tab;
  }));
}

function front(at, focus = false) {
  world.shown = at;
  arrange();
  world.phones[at].toEnd();
  if (focus) $('tabs').children[at].focus();
}

function setClock(told) {
  world.clock = { now: Date.parse(told.now), frozen: told.frozen, at: performance.now() };
  showClock();
}

function showClock() {
  const now = world.now();
  const shown = now.toLocaleString(current() === 'zh' ? 'zh-CN' : 'en-GB', { month: 'short', day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit' });
  if ($('now').textContent !== shown) $('now').textContent = shown;
  $('now').dateTime = now.toISOString();
  $('now').classList.toggle('frozen', world.clock.frozen);
  $('pause').textContent = say(world.clock.frozen ? 'resume' : 'pause');
  $('pause').setAttribute('aria-pressed', String(world.clock.frozen));
}

async function speak() {
  document.documentElement.lang = current() === 'zh' ? 'zh-CN' : 'en';
  document.title = say('title');
  translate(document);
  $('language').textContent = current() === 'zh' ? 'EN' : '中文';
  $('language').lang = current() === 'zh' ? 'en' : 'zh-CN';
  showClock();
  for (const phone of world.phones) phone.name();
  await Promise.all(world.phones.map(phone => phone.reload()));
}

function openAdder() {
  const form = $('adder').querySelector('form');
  form.reset();
  form.querySelector('.problem').hidden = true;
  form.account.replaceChildren(...world.accounts.map(account => Object.assign(make('option', '', account.title), { value: account.name })));
  const away = world.people.filter(p => !world.of({ account: p.account, person: p.name }).length);
  $('known').replaceChildren(...away.slice(0, 24).map(p => {
    const button = make('button', '', `${p.name} · ${world.titleOf(p.account)}`);
    button.type = 'button';
    button.onclick = () => { $('adder').close(); take(p.name, p.account); };
    return button;
  }));
  $('adder').showModal();
}

async function take(person, account) {
  const phone = new Phone(world, person, account);
  world.show(phone);
  world.shown = world.phones.length - 1;
  arrange();
  await phone.reload();
  phone.element.scrollIntoView({ inline: 'end' });
  phone.element.querySelector('textarea').focus();
}

$('adder').querySelector('form').addEventListener('submit', async event => {
  event.preventDefault();
  const { person, account, follows } = event.target.elements;
  const problem = event.target.querySelector('.problem');
  try {
    await control.addPerson(person.value.trim(), account.value, follows.checked);
    await world.load();
    $('adder').close();
    await take(person.value.trim(), account.value);
  } catch (failed) {
    problem.textContent = failed.message;
    problem.hidden = false;
  }
});
$('adder').querySelector('[value=cancel]').addEventListener('click', () => $('adder').close());
$('add').addEventListener('click', openAdder);
$('viewer').addEventListener('click', () => $('viewer').close());
$('pause').addEventListener('click', () => control.freeze(!world.clock.frozen));
$('language').addEventListener('click', () => { switchLanguage(); speak(); });
for (const button of document.querySelectorAll('[data-hours]'))
  button.addEventListener('click', () => control.advance(Number(button.dataset.hours)));
setInterval(showClock, 1000);

await speak();
listen({
  lost() { $('lost').hidden = false; },
  async hello({ world: id }) {
    if (id !== world.id) {
      world.id = id;
      await world.begin();
    } else {
      setClock(await control.clock());
      await Promise.all(world.phones.map(phone => phone.catchUp()));
    }
    $('lost').hidden = true;
  },
  message(told) { for (const phone of world.of(told)) phone.take(told.message); },
  push(told) { for (const phone of world.of(told)) phone.settle(told.pushId, told.delivered, told.problem); },
  typing(told) { for (const phone of world.of(told)) phone.type(told.on); },
  follow(told) { for (const phone of world.of(told)) phone.follow(told.follows); },
  // Which menu somebody sees depends on who it is, so each phone asks.
  menu(told) { for (const phone of world.of({ account: told.account })) phone.catchUp(); },
  async people() {
    await world.load();
    for (const phone of world.phones) phone.name();
  },
  clock: setClock,
});

// One phone: the chat of one person with one account.
import { control } from './control.js';
import { say, translate } from './words.js';
import { line, timeLine, make, paint, avatar } from './bubbles.js';
import { MenuBar } from './menubar.js';
import { More } from './more.js';

const places = [
  { label: 'home', latitude: 31.2304, longitude: 121.4737 },
  { label: 'office', latitude: 31.2354, longitude: 121.5062 },
  { label: 'near', latitude: 31.2087, longitude: 121.4377 },
];
const gapForTime = 5 * 60 * 1000;
const mostLines = 600;

export class Phone {
  constructor(world, person, account) {
    Object.assign(this, { world, person, account, last: 0, lastAt: null, follows: true, states: new Map() });
    this.element = document.getElementById('phone').content.firstElementChild.cloneNode(true);
    this.$ = selector => this.element.querySelector(selector);
    this.log = this.$('.log');
    this.menubar = new MenuBar(this.$('.menubar'), this.$('.toggle'), this.$('.composer'), button => this.act('tap', { button }));
    this.wire();
    this.name();
  }

  get id() { return `${this.person}\n${this.account}`; }
  get title() { return this.world.titleOf(this.account); }

  wire() {
    const write = this.$('textarea');
    const send = async () => {
      const text = write.value.trim();
      if (!text) return;
      write.value = '';
      fit();
      // What could not be sent goes back where it was, unless something else is being written there by now.
      if (!await this.act('say', { text }) && !write.value) write.value = text;
    };
    const fit = () => {
      write.style.height = 'auto';
      write.style.height = `${Math.min(write.scrollHeight, 96)}px`;
    };
    write.addEventListener('input', fit);
    write.addEventListener('keydown', event => {
      // While an input method composes a word, Enter belongs to it.
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        send();
      }
    });
    this.$('.composer').addEventListener('submit', event => { event.preventDefault(); send(); });
    this.$('.follow').addEventListener('click', () => this.act('follow'));
    this.more = new More(this, this.$('.moremenu'));
    this.$('.away').addEventListener('click', () => this.world.putAway(this));
    this.$('.switch').addEventListener('change', event => this.world.switchAccount(this, event.target.value));
    this.pops = [['.more', '.moremenu'], ['.picture', '.pictures'], ['.place', '.places']].map(([button, pop]) => [this.$(`button${button}`), this.$(pop)]);
    for (const [button, pop] of this.pops) button.addEventListener('click', () => this.open(pop.hidden ? pop : null));
    this.element.addEventListener('keydown', event => { if (event.key === 'Escape') this.shut(true); });
    this.$('.screen').addEventListener('pointerdown', event => {
      if (!event.target.closest('.pop, .icon')) this.shut();
    });
    const file = this.$('input[type=file]');
    this.$('.file').addEventListener('click', () => file.click());
    file.addEventListener('change', () => {
      if (file.files[0]) this.try(() => control.sendFile(this.account, this.person, file.files[0]));
      file.value = '';
      this.shut();
    });
  }

  open(pop) {
    for (const [button, each] of this.pops) {
      each.hidden = each !== pop;
      button.setAttribute('aria-expanded', String(each === pop));
    }
    pop?.querySelector('button, input')?.focus();
    if (pop === this.$('.moremenu')) this.try(() => this.more.fill());
  }

  shut(refocus = false) {
    const open = this.pops.find(([, pop]) => !pop.hidden);
    this.open(null);
    if (open && refocus) open[0].focus();
  }

  /** Everything that depends on the language, the account or the list of accounts. */
  name() {
    translate(this.element);
    this.$('h2').textContent = this.person;
    const face = this.$('.owner .avatar');
    face.textContent = [...this.person][0];
    paint(face, this.person);
    this.element.setAttribute('aria-label', say('phoneOf', this.person));
    this.$('.account').textContent = this.title;
    this.log.setAttribute('aria-label', this.title);
    const choice = this.$('.switch');
    choice.replaceChildren(...this.world.accountsOf(this.person).map(account => {
      const option = make('option', '', this.world.titleOf(account));
      option.value = account;
      option.selected = account === this.account;
      return option;
    }));
    choice.hidden = choice.options.length < 2;
    this.$('.grid').replaceChildren(...this.world.samples.map(name => this.sample(name)));
    this.$('.places').replaceChildren(this.$('.places p'), ...places.map(place => {
      const button = make('button', '', say(place.label));
      button.type = 'button';
      button.onclick = () => { this.shut(); this.act('location', { ...place, label: say(place.label) }); };
      return button;
    }));
    this.menubar.draw();
    this.follow(this.follows);
  }

  sample(name) {
    const button = make('button');
    button.type = 'button';
    button.title = say(name);
    const image = make('img');
    Object.assign(image, { src: control.sampleUrl(name), alt: say(name) });
    button.append(image);
    button.onclick = () => { this.shut(); this.act('picture', { sample: name }); };
    return button;
  }

  /** Shows the chat from the beginning, in this phone's present language. */
  async reload() {
    this.last = 0;
    this.lastAt = null;
    this.log.replaceChildren();
    await this.catchUp();
  }

  async catchUp() {
    const chat = await control.chat(this.account, this.person, this.last);
    this.menubar.show(chat.menu ?? null);
    this.follow(chat.follows);
    this.type(chat.typing);
    for (const message of chat.messages) this.take(message);
    this.emptiness();
  }

  take(message) {
    if (message.id <= this.last) return;
    this.last = message.id;
    this.log.querySelector('.empty')?.remove();
    const down = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 80;
    const at = new Date(message.at);
    if (!this.lastAt || Math.abs(at - this.lastAt) > gapForTime) this.log.append(timeLine(at, this.world.now()));
    this.lastAt = at;
    const row = line(message, {
      person: this.person, title: this.title,
      on: { choose: (id, message) => this.act('choose', { id, message }), enlarge: url => this.world.enlarge(url) },
    });
    if (message.from === 'person' && message.kind !== 'event') row.dataset.push = message.pushId;
    this.log.append(row);
    this.mark(row);
    while (this.log.childElementCount > mostLines) this.log.firstElementChild.remove();
    if (down || message.from === 'person') this.toEnd();
    for (const image of row.querySelectorAll('img')) image.addEventListener('load', () => { if (down) this.toEnd(); });
    if (message.from === 'account') this.type(false);
  }

  toEnd() { this.log.scrollTop = this.log.scrollHeight; }

  /** What became of a message on its way: nothing is shown once it arrived. */
  settle(pushId, delivered, problem) {
    this.states.set(String(pushId), { delivered, problem });
    const row = this.log.querySelector(`[data-push="${pushId}"]`);
    if (row) this.mark(row);
  }

  mark(row) {
    const state = this.states.get(row.dataset.push);
    row.querySelector('.state')?.remove();
    if (!state || state.delivered) return;
    const mark = make('span', state.waiting ? 'state spin' : 'state failed', state.waiting ? '' : '!');
    mark.setAttribute('role', 'img');
    mark.setAttribute('aria-label', say(state.waiting ? 'sending' : 'failed'));
    mark.title = state.waiting ? say('sending') : `${say('failed')}: ${state.problem ?? ''}`;
    row.append(mark);
  }

  type(on) {
    this.$('.typing').textContent = on ? say('typing') : '';
    clearTimeout(this.typingEnds);
    if (on) this.typingEnds = setTimeout(() => this.type(false), 15000);
  }

  follow(follows) {
    this.follows = follows;
    this.$('.stranger').hidden = follows;
    this.$('.stranger p').textContent = say('stranger', this.title);
    this.$('.more').hidden = false;
    this.$('.unfollow').hidden = !follows;
    this.element.classList.toggle('unknown', !follows);
    this.menubar.allow(follows);
    this.emptiness();
  }

  emptiness() {
    this.log.querySelector('.empty')?.remove();
    if (this.log.childElementCount) return;
    const empty = make('div', 'empty');
    this.log.append(empty);
    if (!this.follows) {
      empty.append(avatar(this.title), make('p', 'what', this.title));
      return;
    }
    const tries = make('div', 'tries');
    for (const word of ['hello', 'help']) {
      const button = make('button', '', say(word));
      button.type = 'button';
      button.onclick = () => this.act('say', { text: say(word) });
      tries.append(button);
    }
    empty.append(make('p', 'what', say('empty')), make('p', '', say('emptyHint')), tries);
  }

  act(act, body) {
    return this.try(async () => {
      const push = await control.act(this.account, this.person, act, body);
      if (!this.states.has(String(push.pushId))) {
        this.states.set(String(push.pushId), { waiting: true });
        // Most answers come at once: a sign that only flickers says nothing.
        setTimeout(() => {
          const row = this.log.querySelector(`[data-push="${push.pushId}"]`);
          if (row) this.mark(row);
        }, 400);
      }
    });
  }

  /** Whether it worked; what went wrong is shown on the phone. */
  async try(what) {
    const problem = this.$('.screen > .problem');
    problem.hidden = true;
    try {
      await what();
      return true;
    } catch (failed) {
      // fetch says TypeError when nobody answered at all.
      problem.textContent = failed instanceof TypeError ? say('unreachable') : failed.message;
      problem.hidden = false;
      return false;
    }
  }
}

// What stands behind the three dots of a phone: following, scanning, notices, refusing.
import { control } from './control.js';
import { say } from './words.js';
import { make } from './bubbles.js';

const most = 12;

export class More {
  constructor(phone, element) {
    Object.assign(this, { phone, element });
    this.$ = selector => element.querySelector(selector);
    this.$('.unfollow').addEventListener('click', () => { phone.shut(); phone.act('unfollow'); });
    this.$('.scan').addEventListener('submit', event => {
      event.preventDefault();
      this.scan(event.target.scene.value.trim());
    });
    this.$('.refuse input').addEventListener('change', event =>
      phone.try(() => control.change(phone.account, phone.person, { refuses: event.target.checked })));
  }

  scan(scene) {
    if (!scene) return;
    this.phone.shut();
    this.phone.act('scan', { scene });
  }

  /** Asked anew each time it opens: codes and templates come and go. */
  async fill() {
    const { account, person } = this.phone;
    const [codes, templates, people] = await Promise.all([control.codes(account), control.templates(account), control.people()]);
    const who = people.find(p => p.account === account && p.name === person);
    this.$('.refuse input').checked = who?.refuses ?? false;
    this.$('.codes').replaceChildren(...codes.slice(-most).reverse().map(code => {
      const button = make('button', code.alive ? '' : 'old', code.scene);
      button.type = 'button';
      button.title = code.alive ? code.url : say('expired');
      button.onclick = () => this.scan(code.ticket);
      return button;
    }));
    this.$('.notices').replaceChildren(...templates.filter(t => t.isNotice).map(template => this.notice(template, who?.consents?.[template.id] ?? 0)));
  }

  notice(template, left) {
    const row = make('div', 'consent');
    const button = (word, act, body) => {
      const element = make('button', '', say(word));
      element.type = 'button';
      element.onclick = () => { this.phone.shut(); this.phone.act(act, body); };
      return element;
    };
    row.append(make('span', '', `${template.title} · ${left}`),
      button('allow', 'notices', { templates: { [template.id]: 'accept' } }),
      left ? button('stop', 'stop-notices', { templates: [template.id] }) : button('refuse', 'notices', { templates: { [template.id]: 'reject' } }));
    return row;
  }
}

// The account's bottom menu, in the place of the input line.
import { make } from './bubbles.js';

export class MenuBar {
  constructor(bar, toggle, composer, tap) {
    Object.assign(this, { bar, toggle, composer, tap, menu: null, open: false, allowed: true });
    toggle.addEventListener('click', () => this.turn(true));
    document.addEventListener('pointerdown', event => {
      for (const list of bar.querySelectorAll('.sub')) if (!list.parentElement.contains(event.target)) this.fold(list);
    });
  }

  show(menu) {
    if (JSON.stringify(menu) !== JSON.stringify(this.menu)) {
      this.menu = menu;
      this.open = menu !== null;
    }
    this.draw();
  }

  allow(allowed) {
    this.allowed = allowed;
    this.draw();
  }

  turn(open) {
    this.open = open;
    this.draw();
    (open ? this.bar.querySelector('button') : this.composer.querySelector('textarea')).focus();
  }

  draw() {
    const open = this.menu !== null && this.open && this.allowed;
    this.toggle.hidden = this.menu === null;
    this.bar.hidden = !open;
    this.composer.hidden = open || !this.allowed;
    this.bar.replaceChildren();
    if (!open) return;
    const keyboard = make('button', 'icon keyboard', '⌨');
    keyboard.type = 'button';
    keyboard.dataset.label = 'write';
    keyboard.setAttribute('aria-label', this.composer.querySelector('textarea').placeholder);
    keyboard.onclick = () => this.turn(false);
    this.bar.append(keyboard, ...this.menu.button.map(button => this.top(button)));
  }

  top(button) {
    const cell = make('div', 'cell');
    const top = this.button(button);
    cell.append(top);
    if (!button.sub_button?.length) return cell;
    const list = make('div', 'pop sub');
    list.hidden = true;
    list.append(...button.sub_button.map(sub => this.button(sub)));
    list.addEventListener('click', () => this.fold(list));
    top.classList.add('has');
    top.setAttribute('aria-expanded', 'false');
    top.onclick = () => {
      const show = list.hidden;
      for (const other of this.bar.querySelectorAll('.sub')) this.fold(other);
      list.hidden = !show;
      top.setAttribute('aria-expanded', String(show));
    };
    cell.addEventListener('keydown', event => { if (event.key === 'Escape' && !list.hidden) { this.fold(list); top.focus(); } });
    cell.append(list);
    return cell;
  }

  fold(list) {
    list.hidden = true;
    list.previousElementSibling.setAttribute('aria-expanded', 'false');
  }

  button(button) {
    const element = make('button', '', button.name);
    element.type = 'button';
    element.onclick = () => {
      this.tap(button.key ?? button.url ?? button.name);
      if (button.type === 'view') window.open(button.url, '_blank', 'noopener');
    };
    return element;
  }
}

/** Which queues are counted: all, one or several. */
import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {Part} from '../app/view.js';

/** Each is asked for by itself when an hour is opened. */
const CHOSEN_MAX = 10;
const LISTED_MAX = 200;
const SEARCHED_FROM = 12;

export class QueueChoice extends Part {
  static properties = {app: {attribute: false}, queues: {attribute: false}, chosen: {attribute: false}, wish: {state: true}};

  constructor() {
    super();
    /** @type {string[]} */
    this.queues = [];
    /** @type {string[]} */
    this.chosen = [];
    this.wish = '';
  }

  firstUpdated() {
    this.listen(this, 'keydown', event => event.key === 'Escape' && this.close());
    // A press on a label gives the focus to what holds all of this, which is no leaving.
    this.listen(this, 'focusout', ({relatedTarget: next}) => next && !this.contains(next) && !next.contains(this) && this.fold());
    this.listen(document, 'pointerdown', event => !this.contains(event.target) && this.fold());
  }

  render() {
    const t = this.t.bind(this);
    const {chosen} = this;
    const wish = this.wish.trim().toLowerCase();
    // What the address names is counted, be it known here or not.
    const all = [...new Set([...this.queues, ...chosen])];
    const matching = all.filter(queue => chosen.includes(queue) || queue.toLowerCase().includes(wish));
    const isFull = chosen.length >= CHOSEN_MAX;
    return html`<details class="queue-choice">
      <summary>${t('fleet.queue')}: ${chosen.length === 0 ? t('fleet.all') : chosen.length === 1 ? chosen[0] : t('fleet.chosen', {count: chosen.length})}</summary>
      <div>
        ${all.length > SEARCHED_FROM
          ? html`<label>${t('search')} <input type="search" .value=${this.wish}
              @input=${(/** @type {Event} */ event) => (this.wish = /** @type {HTMLInputElement} */ (event.target).value)}></label>`
          : nothing}
        <ul class="calendar-list">${matching.slice(0, LISTED_MAX).map(queue => html`<li><label>
          <input type="checkbox" name="queue" value=${queue} .checked=${live(chosen.includes(queue))} ?disabled=${isFull && !chosen.includes(queue)}
            @change=${() => this.choose(chosen.includes(queue) ? chosen.filter(each => each !== queue) : [...chosen, queue])}> ${queue}</label></li>`)}</ul>
        ${matching.length > LISTED_MAX ? html`<p class="quiet">${t('more', {count: matching.length - LISTED_MAX})}</p>` : nothing}
        ${isFull ? html`<p class="quiet" role="status">${t('fleet.chosen.most', {count: CHOSEN_MAX})}</p>` : nothing}
        <button type="button" ?disabled=${chosen.length === 0} @click=${() => this.choose([])}>${t('fleet.all')}</button>
      </div>
    </details>`;
  }

  fold() {
    this.querySelector('details')?.removeAttribute('open');
  }

  close() {
    this.fold();
    this.querySelector('summary')?.focus();
  }

  /** @param {string[]} chosen */
  choose(chosen) {
    this.dispatchEvent(new CustomEvent('choose', {detail: chosen}));
  }
}

customElements.define('almanac-queue-choice', QueueChoice);

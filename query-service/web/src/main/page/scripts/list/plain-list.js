/** What takes place in a week, as a table: what is shown where calendar views are switched off. */
import {html, nothing} from 'lit';
import {all} from '../app/api.js';
import {sentence} from '../app/problem.js';
import {plusDays, span, today} from '../app/times.js';
import {focusOn, View} from '../app/view.js';
import {isDate} from '../month/dates.js';

/** @typedef {import('almanac/queries').EventItem} EventItem */

const DAYS = 7;
const PAGES_MAX = 10;

export class PlainList extends View {
  static properties = {
    app: {attribute: false}, parameters: {attribute: false}, items: {state: true}, failure: {state: true},
  };

  constructor() {
    super();
    /** @type {EventItem[] | null} */
    this.items = null;
    /** @type {unknown} */
    this.failure = null;
    this.asked = '';
    this.readings = 0;
  }

  get date() {
    return isDate(this.parameters.date) ? this.parameters.date : today(this.app.settings.timeZone);
  }

  firstUpdated() {
    this.listen(this.app.settings, 'change', () => this.requestUpdate());
    this.listen(this.app, 'calendars', () => this.requestUpdate());
    this.listen(this.app, 'shortcut', event => this.pressed(event.detail));
    this.readAgainOnChanges(() => this.read(), message => 'scheduleId' in message.change);
  }

  updated() {
    const wanted = `${this.date} ${this.app.settings.timeZone}`;
    if (wanted !== this.asked) {
      this.asked = wanted;
      this.items = null;
      this.read();
    }
  }

  async read() {
    const reading = ++this.readings;
    const range = {from: `${this.date}T00:00:00`, till: `${plusDays(this.date, DAYS)}T00:00:00`, timeZone: this.app.settings.timeZone};
    try {
      const items = /** @type {EventItem[]} */ (await all(
        cursor => this.app.api.queries.listSchedules({...range, expand: true, limit: 500, cursor}), PAGES_MAX));
      if (reading === this.readings) {
        Object.assign(this, {items, failure: null});
      }
    } catch (failure) {
      if (reading === this.readings) {
        this.failure = failure;
      }
    }
  }

  /** @param {string} date */
  goTo(date) {
    this.app.navigate('calendar', {date});
  }

  /** @param {string} key */
  pressed(key) {
    if (key === 't') {
      this.goTo(today(this.app.settings.timeZone));
    } else if (key === 'j' || key === 'k') {
      this.goTo(plusDays(this.date, key === 'j' ? DAYS : -DAYS));
    } else if (key === 'g') {
      focusOn(this, '.jump');
    }
  }

  render() {
    const t = this.t.bind(this);
    const valueOf = (/** @type {Event} */ event) => /** @type {HTMLInputElement} */ (event.target).value;
    return html`
      <h1>${t('list.title')}</h1>
      <p class="banner warning" role="status">${t('list.instead')}</p>
      <div class="month-bar no-print"><div class="group">
        <button type="button" @click=${() => this.goTo(today(this.app.settings.timeZone))}>${t('today')}</button>
        <button type="button" aria-label=${t('previous')} @click=${() => this.goTo(plusDays(this.date, -DAYS))}>‹</button>
        <button type="button" aria-label=${t('next')} @click=${() => this.goTo(plusDays(this.date, DAYS))}>›</button>
        <label><span class="visually-hidden">${t('go-to-date')}</span>
          <input type="date" class="jump" .value=${this.date} @change=${(/** @type {Event} */ event) => isDate(valueOf(event)) && this.goTo(valueOf(event))}></label>
      </div></div>
      ${this.failure
        ? html`<p class="danger-note" role="alert">${sentence(this.app.texts, this.failure)}
            <button type="button" @click=${() => this.read()}>${t('live.again')}</button></p>`
        : nothing}
      ${this.items ? this.table(this.items) : html`<p role="status">${this.failure ? '' : t('loading')}</p>`}`;
  }

  /** @param {EventItem[]} items */
  table(items) {
    const t = this.t.bind(this);
    if (!items.length) {
      return html`<p role="status">${t('list.nothing')}</p>`;
    }
    return html`<table class="plain-list">
      <thead><tr><th scope="col">${t('list.when')}</th><th scope="col">${t('list.what')}</th><th scope="col">${t('field.calendar')}</th></tr></thead>
      <tbody>${items.map(item => html`<tr>
        <td>${span(this.app, item.startDateTime, item.endDateTime)}</td>
        <td>${item.title}${item.conflictLevel === 'NONE' ? nothing : html` <span class="in-conflict">⚠ ${t('conflicts.title')}</span>`}</td>
        <td>${this.app.calendar(item.calendarId)?.name ?? ''}</td></tr>`)}</tbody>
    </table>`;
  }
}

customElements.define('almanac-plain-list', PlainList);

/** A month at a glance: of each day how many events of each category, what is in conflict and which companions are missing; and a day by itself. */
import {html, nothing} from 'lit';
import {sentence} from '../app/problem.js';
import {plusDays, today} from '../app/times.js';
import {focusOn, View} from '../app/view.js';
import {dayName, isDate, named, plusMonths} from './dates.js';
import './day-cards.js';
import './month-grid.js';

/** @typedef {import('almanac/queries').MonthPage} MonthPage */
/** @typedef {import('almanac/queries').DayPage} DayPage */

const HEADING_OF_DAY = 'h1.of-day';

export class MonthView extends View {
  static properties = {
    app: {attribute: false}, parameters: {attribute: false}, month: {state: true}, page: {state: true}, failure: {state: true},
  };

  constructor() {
    super();
    /** @type {MonthPage | null} */
    this.month = null;
    /** @type {DayPage | null} */
    this.page = null;
    /** @type {unknown} */
    this.failure = null;
    /** What was asked for last. */
    this.asked = '';
    this.readings = 0;
    /** Where the focus goes when the place that the address names is drawn. */
    this.focusNext = '';
  }

  get day() {
    return isDate(this.parameters.day) ? this.parameters.day : '';
  }

  get date() {
    return this.day || (isDate(this.parameters.date) ? this.parameters.date : today(this.app.settings.timeZone));
  }

  get calendarId() {
    return this.parameters.calendar ?? '';
  }

  firstUpdated() {
    this.listen(this.app.settings, 'change', () => this.requestUpdate());
    this.listen(this.app, 'calendars', () => this.requestUpdate());
    this.listen(this.app, 'shortcut', event => this.pressed(event.detail));
    this.readAgainOnChanges(() => this.read(), message => 'scheduleId' in message.change || message.type.includes('Conflict'));
  }

  updated() {
    const wanted = [this.day || this.date.slice(0, 7), this.calendarId, this.app.settings.timeZone].join(' ');
    if (wanted !== this.asked) {
      this.asked = wanted;
      this.month = null;
      this.page = null;
      this.failure = null;
      this.read();
    }
    if (this.focusNext && this.querySelector(this.focusNext)) {
      focusOn(this, this.focusNext);
      this.focusNext = '';
    }
  }

  async read() {
    const reading = ++this.readings;
    const {queries} = this.app.api;
    const of = {timeZone: this.app.settings.timeZone, calendarId: this.calendarId ? [this.calendarId] : undefined};
    try {
      const day = this.day;
      const [year, month] = this.date.split('-').map(Number);
      const read = day ? {page: await queries.getDayPage({date: day, ...of})} : {month: await queries.getMonthPage({year, month, ...of})};
      if (reading === this.readings) {
        Object.assign(this, read, {failure: null});
      }
    } catch (failure) {
      if (reading === this.readings) {
        this.failure = failure;
      }
    }
  }

  /** @param {Record<string, string>} place */
  go(place) {
    this.app.navigate('month', {...place, ...(this.calendarId ? {calendar: this.calendarId} : {})});
  }

  /** @param {string} date */
  goTo(date) {
    this.go(this.day ? {day: date} : {date});
  }

  /** @param {number} steps */
  step(steps) {
    this.goTo(this.day ? plusDays(this.day, steps) : plusMonths(this.date, steps));
  }

  /** @param {string} date */
  openDay(date) {
    this.focusNext = HEADING_OF_DAY;
    this.go({day: date});
  }

  toMonth() {
    this.focusNext = `[data-date="${this.day}"]`;
    this.go({date: this.day});
  }

  /** @param {string} key */
  pressed(key) {
    if (key === 't') {
      this.goTo(today(this.app.settings.timeZone));
    } else if (key === 'j' || key === 'k') {
      this.step(key === 'j' ? 1 : -1);
    } else if (key === 'g') {
      focusOn(this, '.jump');
    } else if (key === 'm' && this.day) {
      this.toMonth();
    } else if (key === 'd' && !this.day) {
      this.openDay(this.date);
    }
  }

  render() {
    return html`
      ${this.day ? html`<h1 class="of-day" tabindex="-1">${dayName(this.app, this.day)}</h1>` : html`<h1>${this.t('month.title')}</h1>`}
      ${this.bar()}
      ${this.failure
        ? html`<p class="danger-note" role="alert">${sentence(this.app.texts, this.failure)}
            <button type="button" @click=${() => this.read()}>${this.t('live.again')}</button></p>`
        : nothing}
      ${this.day ? this.dayPage() : this.monthPage()}`;
  }

  bar() {
    const t = this.t.bind(this);
    const valueOf = (/** @type {Event} */ event) => /** @type {HTMLInputElement} */ (event.target).value;
    return html`<div class="month-bar no-print">
      <div class="group">
        ${this.day ? html`<button type="button" @click=${() => this.toMonth()}>${t('month.back')}</button>` : nothing}
        <button type="button" @click=${() => this.goTo(today(this.app.settings.timeZone))}>${t('today')}</button>
        <button type="button" aria-label=${t('previous')} @click=${() => this.step(-1)}>‹</button>
        <button type="button" aria-label=${t('next')} @click=${() => this.step(1)}>›</button>
        <label><span class="visually-hidden">${t('go-to-date')}</span>
          <input type="date" class="jump" .value=${this.date} @change=${(/** @type {Event} */ event) => isDate(valueOf(event)) && this.goTo(valueOf(event))}></label>
      </div>
      <label>${t('field.calendar')}
        <select name="calendar" @change=${(/** @type {Event} */ event) => this.app.navigate('month', {
          ...(this.day ? {day: this.day} : {date: this.date}), ...(valueOf(event) ? {calendar: valueOf(event)} : {}),
        })}>
          <option value="" ?selected=${!this.calendarId}>${t('month.all-calendars')}</option>
          ${this.app.calendars.map(calendar => html`<option value=${calendar.id} ?selected=${calendar.id === this.calendarId}>${calendar.name}</option>`)}
        </select></label>
    </div>`;
  }

  monthPage() {
    const {app, month} = this;
    const sum = (month?.days ?? []).reduce((count, day) => count + day.events, 0);
    return html`
      <h2 id="month-name">${named(app, this.date, {month: 'long', year: 'numeric'})}</h2>
      <p class="quiet" role="status">${month ? this.t('month.events', {count: sum}) : this.failure ? '' : this.t('loading')}</p>
      <almanac-month-grid
        .app=${app} .date=${this.date} .days=${month?.days ?? []} .firstDay=${app.settings.firstDay}
        @open-day=${(/** @type {CustomEvent<string>} */ event) => this.openDay(event.detail)}
        @leave-month=${(/** @type {CustomEvent<string>} */ event) => this.go({date: event.detail})}
      ></almanac-month-grid>`;
  }

  dayPage() {
    const {page} = this;
    if (!page) {
      return html`<p role="status">${this.failure ? '' : this.t('loading')}</p>`;
    }
    return html`
      <p role="status" class="day-sums">${this.t('month.events', {count: page.events})}${page.openConflicts
        ? html` · <span class="in-conflict">⚠ ${this.t('month.conflicts', {count: page.openConflicts})}</span>` : nothing}</p>
      ${page.groups.length ? nothing : html`<p>${this.t('month.nothing')}</p>`}
      <almanac-day-cards .app=${this.app} .groups=${page.groups}></almanac-day-cards>`;
  }
}

customElements.define('almanac-month', MonthView);

/** The days of a month as a grid that arrow keys move in; a day that is chosen opens. */
import {html, nothing} from 'lit';
import {plusDays, today} from '../app/times.js';
import {focusOn, Part} from '../app/view.js';
import {categoryName, dayName, named, plusMonths, weeksOf} from './dates.js';

/** @typedef {import('almanac/queries').DayInMonth} DayInMonth */

const BADGES_MAX = 5;
const A_SUNDAY = '2026-02-01';

export class MonthGrid extends Part {
  static properties = {
    app: {attribute: false}, date: {attribute: false}, days: {attribute: false}, firstDay: {attribute: false}, current: {state: true},
  };

  constructor() {
    super();
    this.date = '';
    /** @type {DayInMonth[]} */
    this.days = [];
    this.firstDay = 1;
    /** The day that Tab leads to. */
    this.current = '';
    this.focusing = false;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('date')) {
      this.current = this.date;
    }
  }

  updated() {
    if (this.focusing && this.current.slice(0, 7) === this.date.slice(0, 7)) {
      this.focusing = false;
      focusOn(this, `[data-date="${this.current}"]`);
    }
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    const to = this.reached(event.key);
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    event.preventDefault();
    this.current = to;
    this.focusing = true;
    if (to.slice(0, 7) !== this.date.slice(0, 7)) {
      this.dispatchEvent(new CustomEvent('leave-month', {detail: to}));
    }
  }

  /** @param {string} key @returns {string | undefined} */
  reached(key) {
    const forth = this.app.texts.direction === 'rtl' ? -1 : 1;
    const weekday = (new Date(`${this.current}T00:00:00Z`).getUTCDay() - this.firstDay + 7) % 7;
    /** @type {Record<string, () => string>} */
    const keys = {
      ArrowRight: () => plusDays(this.current, forth),
      ArrowLeft: () => plusDays(this.current, -forth),
      ArrowDown: () => plusDays(this.current, 7),
      ArrowUp: () => plusDays(this.current, -7),
      Home: () => this.within(plusDays(this.current, -weekday)),
      End: () => this.within(plusDays(this.current, 6 - weekday)),
      PageDown: () => plusMonths(this.current, 1),
      PageUp: () => plusMonths(this.current, -1),
    };
    return keys[key]?.();
  }

  /** The start and the end of a week are those that the month shows. @param {string} date */
  within(date) {
    const first = `${this.date.slice(0, 7)}-01`;
    const last = plusDays(plusMonths(first, 1), -1);
    return date < first ? first : date > last ? last : date;
  }

  render() {
    const days = new Map(this.days.map(day => [String(day.date), day]));
    const now = today(this.app.settings.timeZone);
    return html`<table class="month-grid" role="grid" aria-labelledby="month-name" @keydown=${this.pressed}>
      <thead><tr>${Array.from({length: 7}, (_, index) => plusDays(A_SUNDAY, this.firstDay + index)).map(day => html`
        <th scope="col"><abbr title=${named(this.app, day, {weekday: 'long'})}>${named(this.app, day, {weekday: 'short'})}</abbr></th>`)}</tr></thead>
      <tbody>${weeksOf(this.date, this.firstDay).map(week => html`<tr>${week.map(date => date
        ? html`<td role="gridcell" class=${date === now ? 'today' : ''}>${this.day(date, days.get(date), date === now)}</td>`
        : html`<td role="gridcell" class="beyond"></td>`)}</tr>`)}</tbody>
    </table>`;
  }

  /** @param {string} date @param {DayInMonth | undefined} day @param {boolean} isToday */
  day(date, day, isToday) {
    const t = this.t.bind(this);
    const categories = Object.entries(day?.categories ?? {}).sort(([one, a], [other, b]) => b - a || one.localeCompare(other));
    const missing = day?.unscheduledCompanions.length ?? 0;
    const conflicts = day?.openConflicts ?? 0;
    const name = [
      dayName(this.app, date),
      ...(day ? [t('month.events', {count: day.events})] : []),
      ...categories.map(([category, count]) => `${categoryName(this.app, category)} ${count}`),
      ...(conflicts ? [t('month.conflicts', {count: conflicts})] : []),
      ...(missing ? [t('month.companions', {count: missing})] : []),
    ].join(', ');
    return html`<button
      type="button" class="month-day" data-date=${date} tabindex=${date === this.current ? 0 : -1}
      aria-label=${name} aria-current=${isToday ? 'date' : nothing}
      @focus=${() => (this.current = date)}
      @click=${() => this.dispatchEvent(new CustomEvent('open-day', {detail: date}))}
    >
      <span class="day-number">${Number(date.slice(8))}</span>
      ${day?.events ? html`<span class="day-sum">${day.events}</span>` : nothing}
      ${categories.slice(0, BADGES_MAX).map(([category, count]) => html`
        <span class=${`badge c${this.app.colourOf(category)}`} data-category=${category}><span class="badge-name">${categoryName(this.app, category)}</span> <b>${count}</b></span>`)}
      ${categories.length > BADGES_MAX ? html`<span class="badge-more">${t('more', {count: categories.length - BADGES_MAX})}</span>` : nothing}
      ${conflicts ? html`<span class="mark conflict-mark"><span aria-hidden="true">⚠</span> ${conflicts} <span class="mark-text">${t('month.conflicts.short')}</span></span>` : nothing}
      ${missing ? html`<span class="mark companion-mark"><span aria-hidden="true">◌</span> ${missing} <span class="mark-text">${t('month.companions.short')}</span></span>` : nothing}
    </button>`;
  }
}

customElements.define('almanac-month-grid', MonthGrid);

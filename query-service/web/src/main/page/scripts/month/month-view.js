/** A month at a glance: what each day has by category, and what is wrong with it; and the page of a day, with a card for each event. */
import {html, nothing} from 'lit';
import {confirmed, openDialog} from '../app/dialog.js';
import {locale, localOf, plusDays, timeOnly, today} from '../app/times.js';
import {focusOn, View} from '../app/view.js';
import {openDetails} from '../calendar/event-details.js';
import {chosenScope, moveEvent} from '../calendar/moving.js';

/** @typedef {import('almanac/queries').MonthPage} MonthPage */
/** @typedef {import('almanac/queries').DayInMonth} DayInMonth */
/** @typedef {import('almanac/queries').DayPage} DayPage */
/** @typedef {import('almanac/queries').PairedEvent} PairedEvent */

const DAYS = 7;
const CATEGORIES_SHOWN = 6;
const CARDS_MAX = 60;

export class MonthView extends View {
  static properties = {
    app: {attribute: false}, parameters: {attribute: false}, month: {state: true}, page: {state: true}, loading: {state: true}, focused: {state: true},
  };

  constructor() {
    super();
    /** @type {MonthPage | null} */
    this.month = null;
    /** @type {DayPage | null} */
    this.page = null;
    this.loading = false;
    this.focused = '';
    this.wanted = '';
    /** @type {AbortController | null} */
    this.reading = null;
  }

  get day() {
    return /^\d{4}-\d{2}-\d{2}$/.test(this.parameters.day ?? '') ? this.parameters.day : '';
  }

  get date() {
    const given = this.day || this.parameters.date || '';
    return /^\d{4}-\d{2}-\d{2}$/.test(given) ? given : today(this.app.settings.timeZone);
  }

  get calendarId() {
    return this.parameters.calendar || undefined;
  }

  firstUpdated() {
    this.readAgainOnChanges(() => this.read(true), message => 'scheduleId' in message.change || message.type.includes('Conflict'));
    this.listen(this.app.settings, 'change', () => this.read(true));
    this.listen(this.app, 'calendars', () => this.requestUpdate());
    this.listen(this.app, 'shortcut', event => this.pressedKey(event.detail));
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has('parameters')) {
      this.read();
    }
  }

  /** @param {string} key */
  pressedKey(key) {
    if (key === 'j' || key === 'k') {
      this.step(key === 'j' ? 1 : -1);
    } else if (key === 't') {
      this.go({date: today(this.app.settings.timeZone), day: this.day ? today(this.app.settings.timeZone) : ''});
    } else if (key === 'g') {
      focusOn(this, '.jump');
    }
  }

  /** @param {number} steps days on a day's page, else months */
  step(steps) {
    if (this.day) {
      this.go({day: plusDays(this.day, steps)});
      return;
    }
    const first = new Date(`${this.date.slice(0, 7)}-01T00:00:00Z`);
    first.setUTCMonth(first.getUTCMonth() + steps);
    this.go({date: first.toISOString().slice(0, 10)});
  }

  /** @param {Record<string, string>} more */
  go(more) {
    this.app.navigate('month', Object.fromEntries(Object.entries({...this.parameters, ...more}).filter(([, value]) => value !== '')));
  }

  async read(again = false) {
    const {day, date, calendarId} = this;
    const {timeZone} = this.app.settings;
    const wanted = [day || date.slice(0, 7), calendarId, timeZone].join(' ');
    if (wanted === this.wanted && !again) {
      return true;
    }
    this.wanted = wanted;
    this.reading?.abort();
    this.reading = new AbortController();
    const {signal} = this.reading;
    this.loading = true;
    const calendars = calendarId ? /** @type {any} */ ([calendarId]) : undefined;
    try {
      if (day) {
        this.page = await this.app.api.queries.getDayPage({date: day, timeZone, calendarId: calendars}, {signal});
        this.month = null;
      } else {
        this.month = await this.app.api.queries.getMonthPage({
          year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), timeZone, calendarId: calendars,
        }, {signal});
        this.page = null;
      }
    } catch (failure) {
      if (!signal.aborted) {
        this.app.toasts.failed(failure, [{text: this.t('live.again'), action: () => this.read(true)}]);
      }
    } finally {
      this.loading = false;
    }
    return true;
  }

  render() {
    const t = this.t.bind(this);
    const {app} = this;
    const right = app.texts.direction === 'rtl';
    const format = new Intl.DateTimeFormat(locale(app), {
      timeZone: 'UTC', year: 'numeric', month: 'long', ...(this.day ? {weekday: 'long', day: 'numeric'} : {}),
    });
    return html`
      <div class="calendar-bar">
        <h1 aria-live="polite">${format.format(new Date(`${this.date}T00:00:00Z`))}</h1>
        <div class="group">
          ${this.day ? html`<button type="button" @click=${() => this.go({day: '', date: this.day})}>${t('month.whole')}</button>` : nothing}
          <button type="button" aria-label=${t('previous')} @click=${() => this.step(-1)}>${right ? '→' : '←'}</button>
          <button type="button" @click=${() => this.pressedKey('t')}>${t('today')}</button>
          <button type="button" aria-label=${t('next')} @click=${() => this.step(1)}>${right ? '←' : '→'}</button>
          <label><span class="visually-hidden">${t('go-to-date')}</span>
            <input type="date" class="jump" .value=${this.date} @change=${(/** @type {Event} */ event) => this.go(this.day ? {day: valueOf(event)} : {date: valueOf(event)})}></label>
        </div>
        <label>${t('field.calendar')}
          <select name="calendar" @change=${(/** @type {Event} */ event) => this.go({calendar: valueOf(event)})}>
            <option value="">${t('month.all-calendars')}</option>
            ${app.calendars.map(calendar => html`<option value=${calendar.id} ?selected=${calendar.id === this.calendarId}>${calendar.name}</option>`)}
          </select></label>
      </div>
      ${this.loading && !this.month && !this.page ? html`<p role="status">${t('loading')}</p>` : nothing}
      ${this.page ? this.cards(this.page) : this.month ? this.grid(this.month) : nothing}`;
  }

  /** @param {MonthPage} month */
  grid(month) {
    const first = month.days[0]?.date ?? this.date;
    const weekday = new Date(`${first}T00:00:00Z`).getUTCDay();
    const before = (weekday - this.app.settings.firstDay + DAYS) % DAYS;
    /** @type {(DayInMonth | null)[]} */
    const cells = [...Array.from({length: before}, () => null), ...month.days];
    while (cells.length % DAYS) {
      cells.push(null);
    }
    const rows = Array.from({length: cells.length / DAYS}, (_, row) => cells.slice(row * DAYS, row * DAYS + DAYS));
    const names = new Intl.DateTimeFormat(locale(this.app), {timeZone: 'UTC', weekday: 'short'});
    const focused = month.days.some(day => day.date === this.focused) ? this.focused : month.days.find(day => day.date === today(this.app.settings.timeZone))?.date ?? first;
    return html`<table class="glance" role="grid" aria-label=${this.t('month.title')} @keydown=${this.pressed}>
      <thead><tr role="row">${Array.from({length: DAYS}, (_, index) => html`
        <th scope="col" role="columnheader">${names.format(new Date(Date.UTC(2023, 0, 1 + this.app.settings.firstDay + index)))}</th>`)}</tr></thead>
      <tbody>${rows.map(row => html`<tr role="row">${row.map(day => day ? this.cell(day, day.date === focused) : html`<td role="gridcell" class="outside"></td>`)}</tr>`)}</tbody>
    </table>`;
  }

  /** @param {DayInMonth} day @param {boolean} focusable */
  cell(day, focusable) {
    const t = this.t.bind(this);
    const categories = Object.entries(day.categories).sort((a, b) => Number(b[1]) - Number(a[1]));
    const isToday = day.date === today(this.app.settings.timeZone);
    return html`<td role="gridcell" class=${isToday ? 'is-today' : ''}>
      <a href=${`#/month?${new URLSearchParams({day: day.date, ...(this.calendarId ? {calendar: this.calendarId} : {})})}`} data-day=${day.date}
        tabindex=${focusable ? '0' : '-1'} aria-current=${isToday ? 'date' : nothing} @focus=${() => (this.focused = day.date)}>
        <span class="glance-day">${Number(day.date.slice(8))}</span>
        ${day.events ? html`<span class="visually-hidden">${t('month.events', {count: day.events})}</span>` : nothing}
        ${categories.slice(0, CATEGORIES_SHOWN).map(([name, count]) => html`
          <span class="glance-badge"><span class="glance-name">${name || t('month.other')}</span> <strong>${count}</strong></span>`)}
        ${categories.length > CATEGORIES_SHOWN ? html`<span class="quiet">${t('more', {count: categories.length - CATEGORIES_SHOWN})}</span>` : nothing}
        ${day.openConflicts ? html`<span class="glance-warning">⚠ ${t('conflicts.count', {count: day.openConflicts})}</span>` : nothing}
        ${day.unscheduledCompanions.length ? html`<span class="glance-warning">! ${t('month.unscheduled', {count: day.unscheduledCompanions.length})}</span>` : nothing}
      </a></td>`;
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    const onward = this.app.texts.direction === 'rtl' ? -1 : 1;
    const days = {ArrowRight: onward, ArrowLeft: -onward, ArrowDown: DAYS, ArrowUp: -DAYS}[event.key];
    const from = /** @type {HTMLElement} */ (event.target).closest('[data-day]');
    if (!days || !(from instanceof HTMLElement)) {
      return;
    }
    event.preventDefault();
    focusOn(this, `[data-day="${plusDays(from.dataset.day ?? '', days)}"]`);
  }

  /** @param {DayPage} page */
  cards(page) {
    const t = this.t.bind(this);
    return html`
      <p role="status">${t('month.events', {count: page.events})}${page.openConflicts ? html` · <span class="private">⚠ ${t('conflicts.count', {count: page.openConflicts})}</span>` : nothing}</p>
      ${page.groups.map(group => html`<section>
        <h2>${group.category || t('month.other')} <span class="count">${group.count}</span></h2>
        <ul class="event-cards">${group.events.slice(0, CARDS_MAX).map(event => this.card(event))}</ul>
        ${group.events.length > CARDS_MAX ? html`<p class="quiet">${t('more', {count: group.events.length - CARDS_MAX})}</p>` : nothing}
      </section>`)}`;
  }

  /** @param {PairedEvent} event */
  card(event) {
    const t = this.t.bind(this);
    const {app} = this;
    // The generated type calls it _exists, as if that were a word of the language.
    const pairs = /** @type {(import('almanac/queries').Pair & {exists: boolean})[]} */ (event.pairs);
    return html`<li class=${`event-card c${app.colourOf(event.calendarId)}`}>
      <h3><button type="button" class="plain" @click=${() => openDetails(app, event.id)}>${event.title}</button></h3>
      <p>${event.allDay ? t('field.all-day') : `${timeOnly(app, event.startDateTime)} – ${timeOnly(app, event.endDateTime)}`}
        · ${app.calendar(event.calendarId)?.name ?? ''}${event.location ? html` · ${event.location}` : nothing}</p>
      <p>${app.texts.word('status', event.status)}
        ${event.conflictLevel === 'NONE' ? nothing : html`<span class=${`level ${event.conflictLevel}`}>⚠ ${app.texts.word('level', event.conflictLevel)}</span>`}</p>
      ${pairs.map(pair => html`<p class=${pair.scheduled ? 'quiet' : 'glance-warning'}>${t(`month.pair.${pair.role}`)}:
        ${!pair.exists ? t('month.pair.missing') : pair.scheduled ? pair.startDateTime ? timeOnly(app, pair.startDateTime) : '' : t('month.pair.unscheduled')}</p>`)}
      ${event.run ? nothing : html`<p class="buttons">
        <button type="button" @click=${() => this.reschedule(event)}>${t('month.reschedule')}</button>
        <button type="button" @click=${() => this.unschedule(event)}>${t('unschedule')}</button></p>`}
    </li>`;
  }

  /** @param {PairedEvent} event */
  reschedule(event) {
    const t = this.t.bind(this);
    const zone = this.app.settings.timeZone;
    return openDialog(t('month.reschedule.title', {title: event.title}), close => html`<form @submit=${async (/** @type {SubmitEvent} */ submitted) => {
      submitted.preventDefault();
      const start = String(new FormData(/** @type {HTMLFormElement} */ (submitted.target)).get('start'));
      const scope = event.recurring ? await chosenScope(this.app, event.title) : undefined;
      if (scope !== null && await moveEvent(
        this.app, {...event, version: event.recurring && scope !== 'ALL' ? undefined : event.version}, {start: `${start}:00`, timeZone: zone, scope})) {
        close();
      }
    }}>
      <label>${t('move.start')} <input type="datetime-local" name="start" required .value=${localOf(event.startDateTime, zone).slice(0, 16)}></label> <span class="quiet">${zone}</span>
      <p class="buttons"><button type="submit" class="primary">${t('move')}</button><button type="button" @click=${close}>${t('cancel')}</button></p>
    </form>`, {closeText: t('close')});
  }

  /** @param {PairedEvent} event */
  async unschedule(event) {
    const answer = await confirmed(this.app, {
      title: this.t('unschedule'), text: this.t('unschedule.text', {title: event.title}), yes: this.t('unschedule'), reason: 'optional',
    });
    if (!answer) {
      return;
    }
    try {
      this.app.toasts.done(this.t('unscheduled', {title: event.title}), await this.app.api.commands.unscheduleEvent({
        scheduleId: event.id, unscheduleRequest: answer.reason ? {reason: answer.reason} : {},
      }));
      this.app.dispatchEvent(new Event('written'));
    } catch (failure) {
      this.app.toasts.failed(failure);
    }
  }
}

/** @param {Event} event */
function valueOf(event) {
  return /** @type {HTMLInputElement} */ (event.target).value;
}

customElements.define('almanac-month', MonthView);

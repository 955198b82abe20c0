/** What runs when, how it went, and what waits for a decision: a week's grid, a day, a list, the failed runs, and the rules. */
import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {all} from '../app/api.js';
import {formatter, localOf, plusDays, timeOnly, today} from '../app/times.js';
import {focusOn, View} from '../app/view.js';
import './failed-runs.js';
import './missed-runs.js';
import './rules-panel.js';
import {actionButtons} from './actions.js';
import {concernsRuns, openRun} from './run-details.js';
import {iconOf, matches, ownerOf, readWindow, SOURCES, STATES} from './runs.js';

/** @typedef {import('./runs.js').OperationsEvent} OperationsEvent */
/** @typedef {import('./runs.js').RuleItem} RuleItem */

const VIEWS = /** @type {const} */ (['week', 'day', 'list', 'failed', 'rules']);
const KEYS = /** @type {Record<string, string>} */ ({w: 'week', d: 'day', l: 'list'});
/** Of an hour of one day; a day alone has room for more. */
const SHOWN = {week: 4, day: 40};
const LISTED_MAX = 200;

export class OperationsView extends View {
  static properties = {
    app: {attribute: false}, parameters: {attribute: false}, events: {state: true}, truncated: {state: true}, rules: {state: true},
    search: {state: true}, loading: {state: true}, phone: {state: true},
  };

  constructor() {
    super();
    /** @type {OperationsEvent[]} */
    this.events = [];
    this.truncated = false;
    /** @type {RuleItem[]} */
    this.rules = [];
    this.search = '';
    this.loading = false;
    this.phone = matchMedia('(max-width: 40rem)');
    /** What the events are those of. */
    this.shown = '';
    /** @type {AbortController | null} */
    this.reading = null;
    this.readAgain = false;
  }

  get viewName() {
    const {view} = this.parameters;
    const usual = this.phone.matches ? 'list' : 'week';
    return VIEWS.find(known => known === view && !(known === 'week' && this.phone.matches)) ?? usual;
  }

  get date() {
    return /^\d{4}-\d{2}-\d{2}$/.test(this.parameters.date ?? '') ? this.parameters.date : today(this.app.settings.timeZone);
  }

  get source() {
    return SOURCES.find(source => source === this.parameters.source) ?? '';
  }

  get owner() {
    return this.parameters.owner ?? '';
  }

  get status() {
    return STATES.find(status => status === this.parameters.status) ?? '';
  }

  get showsRuns() {
    return this.viewName === 'week' || this.viewName === 'day' || this.viewName === 'list';
  }

  /** The days that are shown. */
  get days() {
    if (this.viewName === 'day') {
      return [this.date];
    }
    const weekday = new Date(`${this.date}T00:00:00Z`).getUTCDay();
    const first = this.viewName === 'list' ? this.date : plusDays(this.date, -((weekday - this.app.settings.firstDay + 7) % 7));
    return Array.from({length: 7}, (_, day) => plusDays(first, day));
  }

  firstUpdated() {
    this.listen(this.app.settings, 'change', () => this.read());
    this.listen(this.app, 'shortcut', event => this.pressed(event.detail));
    this.listen(this.phone, 'change', () => this.requestUpdate());
    this.readAgainOnChanges(() => this.refresh(), concernsRuns);
    this.readRules();
  }

  updated() {
    const wanted = this.wanted();
    if (this.showsRuns && wanted !== this.shown) {
      this.shown = wanted;
      this.reading?.abort();
      this.reading = null;
      this.read();
    }
  }

  wanted() {
    const {days} = this;
    return [this.app.settings.timeZone, days[0], days.length, this.source, this.owner].join(' ');
  }

  refresh() {
    this.readRules();
    if (this.showsRuns) {
      this.read();
    }
  }

  /** One after the other, and once more where something has changed meanwhile: the last one tells how it stands. */
  async read() {
    if (this.reading) {
      this.readAgain = true;
      return;
    }
    const reading = new AbortController();
    this.reading = reading;
    this.readAgain = false;
    this.loading = true;
    const {days} = this;
    try {
      const {events, truncated} = await readWindow(
        this.app, days[0], plusDays(days[days.length - 1], 1), {source: this.source, owner: this.owner}, reading.signal);
      if (this.reading === reading) {
        this.events = events;
        this.truncated = truncated;
      }
    } catch (failure) {
      if (this.reading === reading) {
        this.app.toasts.failed(failure, [{text: this.t('live.again'), action: () => this.read()}]);
      }
    } finally {
      if (this.reading === reading) {
        this.reading = null;
        this.loading = false;
        if (this.readAgain) {
          this.read();
        }
      }
    }
  }

  async readRules() {
    try {
      const rules = await all(cursor => this.app.api.queries.listRules({limit: 500, cursor}), 4);
      this.rules = rules.sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
    } catch (failure) {
      this.app.toasts.failed(failure);
    }
  }

  /** @param {Record<string, string>} changed */
  go(changed) {
    const parameters = {view: this.viewName, date: this.date, source: this.source, owner: this.owner, status: this.status, ...changed};
    this.app.navigate('operations', Object.fromEntries(Object.entries(parameters).filter(([, value]) => value)));
  }

  /** @param {number} steps */
  step(steps) {
    this.go({date: plusDays(this.date, (this.viewName === 'day' ? 1 : 7) * steps)});
  }

  /** @param {string} key */
  pressed(key) {
    if (key in KEYS) {
      this.go({view: KEYS[key]});
    } else if (key === 't') {
      this.go({date: today(this.app.settings.timeZone)});
    } else if (key === 'j') {
      this.step(1);
    } else if (key === 'k') {
      this.step(-1);
    } else if (key === 'g') {
      focusOn(this, '.jump');
    } else if (key === '/') {
      focusOn(this, '.search input');
    } else if (key === 'n' && this.viewName === 'rules') {
      focusOn(this, '.new-rule');
    }
  }

  get visible() {
    const wish = this.search.trim().toLowerCase();
    return this.events.filter(event => matches(event, wish) && (!this.status || event.status === this.status));
  }

  render() {
    const t = this.t.bind(this);
    const name = this.viewName;
    const wish = this.search.trim().toLowerCase();
    return html`
      <div class="operations-bar no-print">
        <h1>${t('operations.title')}</h1>
        <div class="group" role="group" aria-label=${t('nav.label')}>
          ${VIEWS.filter(view => view !== 'week' || !this.phone.matches).map(view => html`
            <button type="button" aria-pressed=${view === name} @click=${() => this.go({view})}>${t(`operations.view.${view}`)}</button>`)}
        </div>
        ${this.showsRuns ? this.place() : nothing}
        <div class="group filters">
          <label><span class="visually-hidden">${t('operations.source')}</span>
            <select name="source" @change=${(/** @type {Event} */ event) => this.go({source: of(event)})}>
              <option value="">${t('operations.source.all')}</option>
              ${SOURCES.map(source => html`<option value=${source} ?selected=${source === this.source}>${t(`operations.source.${source}`)}</option>`)}
            </select></label>
          <label><span class="visually-hidden">${t('operations.owner')}</span>
            <select name="owner" @change=${(/** @type {Event} */ event) => this.go({owner: of(event)})}>
              <option value="">${t('operations.owner.all')}</option>
              ${this.owners().map(owner => html`<option value=${owner} ?selected=${owner === this.owner}>${owner}</option>`)}
            </select></label>
          ${this.showsRuns
            ? html`<label><span class="visually-hidden">${t('field.status')}</span>
                <select name="status" @change=${(/** @type {Event} */ event) => this.go({status: of(event)})}>
                  <option value="">${t('operations.state.all')}</option>
                  ${STATES.map(status => html`<option value=${status} ?selected=${status === this.status}>${this.app.texts.word('operations.state', status)}</option>`)}
                </select></label>`
            : nothing}
          <label class="search"><span class="visually-hidden">${t('search')}</span>
            <input type="search" placeholder=${t('search')} .value=${this.search} @input=${(/** @type {Event} */ event) => (this.search = of(event))}></label>
          <button type="button" @click=${() => this.app.dispatchEvent(new Event('written'))}>${t('operations.refresh')}</button>
        </div>
      </div>
      <almanac-missed .app=${this.app} .rules=${this.rules} .events=${this.events}></almanac-missed>
      ${name === 'rules' ? html`<almanac-rules .app=${this.app} .rules=${this.filteredRules(wish)}></almanac-rules>` : nothing}
      ${name === 'failed'
        ? html`<almanac-failed .app=${this.app} .rules=${this.rules} .source=${this.source} .owner=${this.owner} .search=${wish}></almanac-failed>`
        : nothing}
      ${this.showsRuns ? this.runs() : nothing}`;
  }

  place() {
    const t = this.t.bind(this);
    return html`<div class="group">
      <button type="button" @click=${() => this.step(-1)} aria-label=${t('previous')}>‹</button>
      <button type="button" @click=${() => this.go({date: today(this.app.settings.timeZone)})}>${t('today')}</button>
      <button type="button" @click=${() => this.step(1)} aria-label=${t('next')}>›</button>
      <label><span class="visually-hidden">${t('go-to-date')}</span>
        <input type="date" class="jump" .value=${this.date} @change=${(/** @type {Event} */ event) => of(event) && this.go({date: of(event)})}></label>
    </div>`;
  }

  owners() {
    const owners = new Set([...this.rules.map(ownerOf), ...(this.owner ? [this.owner] : [])]);
    return [...owners].sort((a, b) => a.localeCompare(b)).slice(0, LISTED_MAX);
  }

  /** @param {string} wish */
  filteredRules(wish) {
    return this.rules.filter(rule =>
      (!this.owner || ownerOf(rule) === this.owner) && (!this.source || (this.source === 'HEARTBEAT') === Boolean(rule.recurrence.every))
      && (!wish || `${rule.name} ${ownerOf(rule)} ${rule.queue} ${rule.metadata.description ?? ''}`.toLowerCase().includes(wish)));
  }

  runs() {
    const events = this.visible;
    const first = this.days[0];
    const range = formatter(this.app, {timeZone: 'UTC', weekday: 'short', year: 'numeric', month: 'long', day: 'numeric'});
    const title = this.days.length === 1
      ? range.format(noon(first))
      : range.formatRange(noon(first), noon(this.days[this.days.length - 1]));
    return html`<section aria-labelledby="operations-range">
      <div class="range"><h2 id="operations-range" aria-live="polite">${title}</h2>${this.legend()}</div>
      <p class="visually-hidden" role="status">${this.loading ? this.t('loading') : this.t('operations.shown', {count: events.length})}</p>
      ${this.truncated ? html`<p class="warning banner">${this.t('operations.truncated', {count: this.events.length})}</p>` : nothing}
      ${this.viewName === 'list' ? this.list(events) : this.grid(events)}
    </section>`;
  }

  legend() {
    return html`<ul class="legend" aria-label=${this.t('operations.legend')}>
      ${SOURCES.map(source => html`<li><span class=${`source-mark ${source}`} aria-hidden="true"></span>${this.t(`operations.source.${source}`)}</li>`)}
      ${STATES.map(state => html`<li class=${`run-state ${state}`}><span aria-hidden="true">${iconOf(state)}</span> ${this.app.texts.word('operations.state', state)}</li>`)}
    </ul>`;
  }

  /** Hours down, days across; what is always running stands above them. @param {OperationsEvent[]} events */
  grid(events) {
    const {days} = this;
    const zone = this.app.settings.timeZone;
    const now = localOf(new Date().toISOString(), zone);
    /** @type {Map<string, OperationsEvent[]>} */
    const cells = new Map();
    const put = (/** @type {string} */ cell, /** @type {OperationsEvent} */ event) => cells.set(cell, [...(cells.get(cell) ?? []), event]);
    for (const event of events) {
      const local = localOf(event.scheduledAt, zone);
      put(event.lane === 'ALWAYS_RUNNING' ? `lane ${local.slice(0, 10)}` : local.slice(0, 13), event);
    }
    const heading = formatter(this.app, {timeZone: 'UTC', weekday: 'short', month: 'short', day: 'numeric'});
    const hours = Array.from({length: 24}, (_, hour) => String(hour).padStart(2, '0'));
    const hourLabel = formatter(this.app, {timeZone: 'UTC', hour: 'numeric', minute: '2-digit'});
    return html`<div class="run-grid-frame" tabindex="0" role="region" aria-label=${this.t('operations.grid')}><table class=${`run-grid ${this.viewName}`}>
      <thead><tr><td></td>${days.map(day => html`<th scope="col" class=${day === now.slice(0, 10) ? 'today' : ''}>
        ${this.viewName === 'week'
          ? html`<button type="button" class="plain" @click=${() => this.go({view: 'day', date: day})}>${heading.format(noon(day))}</button>`
          : heading.format(noon(day))}</th>`)}</tr></thead>
      <tbody>
        <tr class="always"><th scope="row">${this.t('operations.lane')}</th>${days.map(day => html`<td>${this.cards(cells.get(`lane ${day}`) ?? [], day)}</td>`)}</tr>
        ${hours.map(hour => html`<tr class=${days.some(day => cells.has(`${day}T${hour}`)) ? '' : 'empty'}>
          <th scope="row">${hourLabel.format(new Date(`2000-01-01T${hour}:00:00Z`))}</th>
          ${days.map(day => html`<td class=${`${day}T${hour}` === now.slice(0, 13) ? 'now' : day === now.slice(0, 10) ? 'today' : ''}>
            ${this.cards(cells.get(`${day}T${hour}`) ?? [], day)}</td>`)}</tr>`)}
      </tbody></table></div>`;
  }

  /** @param {OperationsEvent[]} events @param {string} day */
  cards(events, day) {
    if (!events.length) {
      return nothing;
    }
    const most = this.viewName === 'day' ? SHOWN.day : SHOWN.week;
    // A failed or missed run is not what is left out.
    const urgent = (/** @type {OperationsEvent} */ event) => (event.status === 'FAILED' || event.status === 'MISSED' ? 0 : 1);
    const shown = events.length > most ? [...events].sort((a, b) => urgent(a) - urgent(b)).slice(0, most) : events;
    return html`<ul class="cards">${repeat(shown, event => event.id, event => html`<li>${this.card(event)}</li>`)}
      ${events.length > shown.length
        ? html`<li><button type="button" class="plain more" @click=${() => this.go(this.viewName === 'day' ? {view: 'list', date: day} : {view: 'day', date: day})}>
            ${this.t('more', {count: events.length - shown.length})}</button></li>`
        : nothing}</ul>`;
  }

  /** @param {OperationsEvent} event */
  card(event) {
    const lane = event.lane === 'ALWAYS_RUNNING';
    const state = this.app.texts.word('operations.state', event.status);
    return html`<button type="button" class=${`card ${event.source} ${event.status}`} title=${`${event.title} · ${state} · ${event.owner}`} @click=${() => openRun(this.app, event)}>
      <span class="card-line"><span class=${`run-state ${event.status}`} aria-hidden="true">${iconOf(event.status)}</span>
        <span class="card-time">${lane ? `× ${event.count}` : timeOnly(this.app, event.scheduledAt)}</span>
        <span class="card-title">${event.title}</span></span>
      <span class="visually-hidden">${[this.t(`operations.source.${event.source}`), state, event.owner].join(', ')}</span>
    </button>`;
  }

  /** @param {OperationsEvent[]} events */
  list(events) {
    const zone = this.app.settings.timeZone;
    const listed = events.slice(0, LISTED_MAX);
    const heading = formatter(this.app, {timeZone: 'UTC', weekday: 'long', year: 'numeric', month: 'long', day: 'numeric'});
    const days = this.days.map(day => ({day, events: listed.filter(event => localOf(event.scheduledAt, zone).startsWith(day))}));
    return html`
      ${events.length === 0 && !this.loading ? html`<p class="quiet">${this.t('operations.nothing')}</p>` : nothing}
      ${days.filter(({events: ofDay}) => ofDay.length).map(({day, events: ofDay}) => html`
        <h3>${heading.format(noon(day))}</h3>
        <ul class="run-list">${[...ofDay].sort((a, b) => Number(b.lane === 'ALWAYS_RUNNING') - Number(a.lane === 'ALWAYS_RUNNING')).map(event => html`<li class=${event.source}>
          <button type="button" class="plain run-open" @click=${() => openRun(this.app, event)}>
            <span class="card-time">${event.lane === 'ALWAYS_RUNNING' ? this.t('operations.lane') : timeOnly(this.app, event.scheduledAt)}</span>
            <strong>${event.title}</strong></button>
          <span class=${`run-state ${event.status}`}><span aria-hidden="true">${iconOf(event.status)}</span> ${this.app.texts.word('operations.state', event.status)}</span>
          <span class="quiet">${[this.t(`operations.source.${event.source}`), event.owner,
            event.lane === 'ALWAYS_RUNNING' ? this.t('operations.lane.count', {count: event.count}) : ''].filter(Boolean).join(' · ')}</span>
          <span class="links">${actionButtons(this.app, event, {only: ['OPEN_LOGS', 'OPEN_SESSION']})}</span>
        </li>`)}</ul>`)}
      ${events.length > listed.length ? html`<p class="warning banner">${this.t('operations.more', {count: events.length - listed.length})}</p>` : nothing}`;
  }
}

/** @param {string} date */
function noon(date) {
  return new Date(`${date}T12:00:00Z`);
}

/** @param {Event} event */
function of(event) {
  return /** @type {HTMLInputElement} */ (event.target).value;
}

customElements.define('almanac-operations', OperationsView);

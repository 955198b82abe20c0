/** The runs that failed and are not tried again, newest first, with the way to their logs and sessions. */
import {html, nothing} from 'lit';
import {all} from '../app/api.js';
import {dateAndTime, plusDays, today} from '../app/times.js';
import {Part} from '../app/view.js';
import {actionButtons} from './actions.js';
import {concernsRuns, openRunAsOffered} from './run-details.js';
import {eventOf, iconOf, matches} from './runs.js';

/** @typedef {import('./runs.js').RuleItem} RuleItem */
/** @typedef {import('./runs.js').RunItem} RunItem */

/** Runs are kept for the longest of them; lists come oldest first, so that the newest are found by looking back ever further. */
const DAYS_BACK = [1, 3, 7, 30];
const ENOUGH = 500;
const PAGES_MAX = 10;
const SHOWN_AT_ONCE = 50;

export class FailedRuns extends Part {
  static properties = {
    app: {attribute: false}, rules: {attribute: false}, source: {attribute: false}, owner: {attribute: false}, search: {attribute: false},
    runs: {state: true}, whole: {state: true}, shownCount: {state: true},
  };

  constructor() {
    super();
    /** @type {RuleItem[]} */
    this.rules = [];
    this.source = '';
    this.owner = '';
    this.search = '';
    /** @type {RunItem[] | null} */
    this.runs = null;
    /** All of thirty days, not only the latest. */
    this.whole = true;
    this.shownCount = SHOWN_AT_ONCE;
  }

  firstUpdated() {
    this.readAgainOnChanges(() => this.read(), concernsRuns);
    this.read();
  }

  async read() {
    const {timeZone} = this.app.settings;
    const tomorrow = plusDays(today(timeZone), 1);
    /** @type {RunItem[]} */
    const found = [];
    let till = 0;
    try {
      for (const days of DAYS_BACK) {
        if (found.length < ENOUGH) {
          found.push(...await this.between(plusDays(tomorrow, -days), plusDays(tomorrow, -till)));
          till = days;
        }
      }
      this.runs = found;
      this.whole = till === DAYS_BACK[DAYS_BACK.length - 1];
    } catch (failure) {
      this.app.toasts.failed(failure);
    }
  }

  /** @param {string} from date @param {string} till date, exclusive */
  between(from, till) {
    const window = /** @type {any} */ ({from: `${from}T00:00:00`, till: `${till}T00:00:00`});
    return all(cursor => this.app.api.queries.listRuns({
      status: 'FAILED', timeZone: this.app.settings.timeZone, limit: 500, cursor, ...window,
    }), PAGES_MAX);
  }

  render() {
    const t = this.t.bind(this);
    if (!this.runs) {
      return html`<p role="status">${t('loading')}</p>`;
    }
    const found = this.runs
      .map(run => ({
        run,
        event: eventOf(run, this.rules.find(rule => rule.id === run.ruleId), [
          ...(run.note.logsUrl ? [/** @type {const} */ ('OPEN_LOGS')] : []), ...(run.note.sessionUrl ? [/** @type {const} */ ('OPEN_SESSION')] : []),
        ]),
      }))
      .filter(({event}) => (!this.source || event.source === this.source) && (!this.owner || event.owner === this.owner) && matches(event, this.search))
      .sort((a, b) => b.run.scheduledAt.localeCompare(a.run.scheduledAt));
    return html`<section aria-labelledby="failed-title">
      <h2 id="failed-title" aria-live="polite">${t(this.whole ? 'operations.failed' : 'operations.failed.latest', {count: found.length})}</h2>
      ${found.length === 0 ? html`<p class="quiet">${t('operations.failed.none')}</p>` : nothing}
      <ul class="run-list">${found.slice(0, this.shownCount).map(({run, event}) => html`<li class=${event.source}>
        <button type="button" class="plain run-open" @click=${() => openRunAsOffered(this.app, event)}>
          <span class="run-state FAILED"><span aria-hidden="true">${iconOf('FAILED')}</span></span> <strong>${event.title}</strong></button>
        <span>${dateAndTime(this.app, run.scheduledAt)}</span>
        <span class="quiet">${[event.owner, t('operations.attempt.of', {count: run.attempt}), run.note.detail].filter(Boolean).join(' · ')}</span>
        <span class="links">${actionButtons(this.app, event)}</span></li>`)}</ul>
      ${found.length > this.shownCount
        ? html`<button type="button" @click=${() => (this.shownCount += SHOWN_AT_ONCE)}>${t('more', {count: found.length - this.shownCount})}</button>`
        : nothing}
    </section>`;
  }
}

customElements.define('almanac-failed', FailedRuns);

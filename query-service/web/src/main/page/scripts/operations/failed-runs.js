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

/** Runs are kept that long. */
const DAYS_BACK = 30;
const SHOWN_AT_ONCE = 50;

export class FailedRuns extends Part {
  static properties = {
    app: {attribute: false}, rules: {attribute: false}, source: {attribute: false}, owner: {attribute: false}, search: {attribute: false},
    runs: {state: true}, shownCount: {state: true},
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
    this.shownCount = SHOWN_AT_ONCE;
  }

  firstUpdated() {
    this.readAgainOnChanges(() => this.read(), concernsRuns);
    this.read();
  }

  async read() {
    const {timeZone} = this.app.settings;
    try {
      this.runs = await all(cursor => this.app.api.queries.listRuns({
        status: 'FAILED', from: /** @type {any} */ (`${plusDays(today(timeZone), -DAYS_BACK)}T00:00:00`), timeZone, limit: 500, cursor,
      }), 4);
    } catch (failure) {
      this.app.toasts.failed(failure);
    }
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
      <h2 id="failed-title" role="status">${t('operations.failed', {count: found.length})}</h2>
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

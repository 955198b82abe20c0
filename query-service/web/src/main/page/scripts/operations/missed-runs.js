/** Runs that were missed wait here until somebody decides: on top of every view, whatever else is filtered. */
import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {all} from '../app/api.js';
import {dateAndTime} from '../app/times.js';
import {focusOn, Part} from '../app/view.js';
import {actionButtons, DECISIONS} from './actions.js';
import {concernsRuns, openRun} from './run-details.js';
import {eventOf, iconOf, readRun} from './runs.js';

/** @typedef {import('./runs.js').OperationsEvent} OperationsEvent */
/** @typedef {import('./runs.js').RuleItem} RuleItem */
/** @typedef {import('./runs.js').RunItem} RunItem */

const SHOWN = 5;
const SHOWN_MORE = 20;

export class MissedRuns extends Part {
  static properties = {
    app: {attribute: false}, rules: {attribute: false}, events: {attribute: false}, runs: {state: true}, shownCount: {state: true}, editable: {state: true},
  };

  constructor() {
    super();
    /** @type {RuleItem[]} */
    this.rules = [];
    /** @type {OperationsEvent[]} of the window that is shown */
    this.events = [];
    /** @type {RunItem[] | null} */
    this.runs = null;
    this.shownCount = SHOWN;
    /** By rule, whether the reader may decide: the feed offers actions to them. @type {Map<string, boolean>} */
    this.editable = new Map();
  }

  firstUpdated() {
    this.readAgainOnChanges(() => this.read(), concernsRuns);
    this.read();
  }

  async read() {
    try {
      this.runs = await all(cursor => this.app.api.queries.listRuns({status: 'MISSED', limit: 500, cursor}), 4);
      await this.askWhatIsOffered();
    } catch (failure) {
      this.app.toasts.failed(failure);
    }
  }

  /** Of rules that are not in the window that is shown. */
  async askWhatIsOffered() {
    const asked = this.shown().filter(run => !this.editable.has(run.ruleId) && !this.events.some(event => event.ruleId === run.ruleId));
    const answers = await Promise.all(asked.map(async run => {
      const found = await readRun(this.app, {id: run.occurrenceId, scheduledAt: run.scheduledAt});
      return /** @type {[string, boolean]} */ ([run.ruleId, Boolean(found?.actions.length)]);
    }));
    this.editable = new Map([...this.editable, ...answers]);
  }

  shown() {
    const newestFirst = [...(this.runs ?? [])].sort((a, b) => b.scheduledAt.localeCompare(a.scheduledAt));
    return newestFirst.slice(0, this.shownCount);
  }

  /** @param {RunItem} run @returns {OperationsEvent} */
  offered(run) {
    const known = this.events.find(event => event.id === run.occurrenceId && event.status === 'MISSED');
    const rule = this.rules.find(found => found.id === run.ruleId);
    const sameRule = this.events.find(event => event.ruleId === run.ruleId);
    const mayDecide = sameRule ? sameRule.actions.length > 0 : this.editable.get(run.ruleId);
    return known ?? eventOf(run, rule, mayDecide ? DECISIONS : []);
  }

  render() {
    const t = this.t.bind(this);
    const {runs} = this;
    if (!runs) {
      return nothing;
    }
    const shown = this.shown();
    return html`<section class=${`missed ${runs.length ? 'some' : 'none'}`} aria-labelledby="missed-title">
      <h2 id="missed-title" tabindex="-1" aria-live="polite">${runs.length ? t('operations.missed', {count: runs.length}) : t('operations.missed.none')}</h2>
      ${runs.length
        ? html`<p>${t('operations.missed.text')}</p>
          <ul class="run-list">${repeat(shown, run => run.occurrenceId, run => {
            const event = this.offered(run);
            return html`<li class=${event.source}>
              <button type="button" class="plain run-open" @click=${() => openRun(this.app, event)}>
                <span class="run-state MISSED"><span aria-hidden="true">${iconOf('MISSED')}</span></span> <strong>${event.title}</strong></button>
              <span>${dateAndTime(this.app, run.scheduledAt)}</span>
              <span class="quiet">${this.app.texts.word('operations.reason', run.reason)}</span>
              <span class="links">${actionButtons(this.app, event, {only: DECISIONS, done: () => focusOn(this, 'h2')})}</span></li>`;
          })}</ul>`
        : nothing}
      ${runs.length > shown.length
        ? html`<button type="button" @click=${() => this.showMore()}>${t('more', {count: runs.length - shown.length})}</button>`
        : nothing}
    </section>`;
  }

  showMore() {
    this.shownCount += SHOWN_MORE;
    this.askWhatIsOffered().catch(failure => this.app.toasts.failed(failure));
  }
}

customElements.define('almanac-missed', MissedRuns);

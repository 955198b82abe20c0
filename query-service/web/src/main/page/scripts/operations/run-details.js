/** One run: what it is, how it stands, what its rule did before and does next, and what can be done. */
import {html, nothing} from 'lit';
import {openDialog} from '../app/dialog.js';
import {dateAndTime} from '../app/times.js';
import {Part} from '../app/view.js';
import {actionButtons} from './actions.js';
import {iconOf, length, readRun} from './runs.js';

/** @typedef {import('../app/app.js').App} App */
/** @typedef {import('./runs.js').OperationsEvent} OperationsEvent */
/** @typedef {import('almanac/queries').RuleDetail} RuleDetail */

const LAST_RUNS = 5;

/** @param {App} app @param {OperationsEvent} event */
export function openRun(app, event) {
  return openDialog(
    event.title,
    close => html`<almanac-run .app=${app} .event=${event} @done=${close}></almanac-run>`,
    {closeText: app.texts.t('close')});
}

/** With what can be done about it, as the feed has it. @param {App} app @param {OperationsEvent} event as a list has it */
export async function openRunAsOffered(app, event) {
  const found = await readRun(app, event).catch(() => undefined);
  return openRun(app, found ?? event);
}

/** What concerns rules and their runs. @param {import('../app/live.js').ChangeMessage} message */
export function concernsRuns(message) {
  return 'ruleId' in message.change || message.type.startsWith('Occurrence') || message.type.startsWith('Rule');
}

export class RunDetails extends Part {
  static properties = {app: {attribute: false}, event: {attribute: false}, rule: {state: true}};

  constructor() {
    super();
    /** @type {OperationsEvent} */
    this.event = /** @type {any} */ (undefined);
    /** @type {RuleDetail | null} */
    this.rule = null;
  }

  firstUpdated() {
    this.readAgainOnChanges(() => this.read(true), message => concernsRuns(message)
      && [message.subject, message.change.ruleId, message.change.seriesId].includes(this.event.ruleId));
    this.read(false);
  }

  /** @param {boolean} again */
  async read(again) {
    try {
      const [rule, event] = await Promise.all([
        this.app.api.queries.getRule({ruleId: this.event.ruleId}),
        again ? readRun(this.app, this.event) : this.event,
      ]);
      this.rule = rule;
      this.event = event ?? this.event;
    } catch (failure) {
      this.app.toasts.failed(failure);
    }
  }

  render() {
    const {app, event, rule} = this;
    const t = this.t.bind(this);
    const state = (/** @type {string} */ status) => html`<span class=${`run-state ${status}`}><span aria-hidden="true">${iconOf(status)}</span> ${app.texts.word('operations.state', status)}</span>`;
    const note = rule?.runs.find(run => run.occurrenceId === event.id)?.note;
    const nominal = rule?.runs.find(run => run.occurrenceId === event.id)?.localDateTime;
    return html`
      <dl class="facts">
        <dt>${t('field.when')}</dt>
        <dd>${dateAndTime(app, event.scheduledAt)} <span class="quiet">${app.settings.timeZone}</span>
          ${event.lane === 'ALWAYS_RUNNING' ? html`<br>${t('operations.lane.count', {count: event.count})}` : nothing}</dd>
        ${rule ? html`<dt>${t('operations.nominal')}</dt><dd>${nominal ? nominal.replace('T', ' ').slice(0, 16) : this.nominal(rule)} <span class="quiet">${rule.timeZone}</span></dd>` : nothing}
        ${event.postponedTo ? html`<dt>${t('operations.postponed-to')}</dt><dd>${dateAndTime(app, event.postponedTo)}</dd>` : nothing}
        <dt>${t('field.status')}</dt><dd aria-live="polite">${state(event.status)}${event.reason ? html` · ${app.texts.word('operations.reason', event.reason)}` : nothing}</dd>
        <dt>${t('operations.attempt')}</dt><dd>${event.attempt}</dd>
        <dt>${t('operations.source')}</dt><dd>${app.texts.word('operations.source', event.source)}</dd>
        <dt>${t('operations.rule')}</dt><dd>${event.title}${rule ? html` <span class="quiet">${rule.describedAs}</span>` : nothing}</dd>
        <dt>${t('operations.owner')}</dt><dd>${event.owner}</dd>
        <dt>${t('operations.duration-hint')}</dt><dd>${t('operations.at-most', {length: length(app, event.durationHintSeconds)})}</dd>
        ${note?.detail ? html`<dt>${t('operations.detail')}</dt><dd>${note.detail}</dd>` : nothing}
        ${note?.worker ? html`<dt>${t('operations.worker')}</dt><dd>${note.worker}</dd>` : nothing}
        ${event.description ? html`<dt>${t('field.description')}</dt><dd class="description">${event.description}</dd>` : nothing}
        ${rule ? html`<dt>${t('operations.next-run')}</dt><dd>${rule.nextRun ? dateAndTime(app, rule.nextRun) : t('operations.no-next-run')}</dd>` : nothing}
        ${rule?.pause?.resumeAfter ? html`<dt>${t('operations.pause.until')}</dt><dd>${dateAndTime(app, rule.pause.resumeAfter)}</dd>` : nothing}
      </dl>
      ${rule?.runs.length
        ? html`<h3>${t('operations.last-runs')}</h3><ul class="last-runs">${rule.runs.slice(0, LAST_RUNS).map(run => html`
            <li>${state(run.status)} ${dateAndTime(app, run.scheduledAt)}</li>`)}</ul>`
        : nothing}
      <p class="buttons">${event.actions.length
        ? actionButtons(app, event, {done: () => this.dispatchEvent(new Event('done'))})
        : html`<span class="quiet">${t('operations.look-only')}</span>`}</p>`;
  }

  /** @param {RuleDetail} rule */
  nominal(rule) {
    return new Intl.DateTimeFormat('sv', {timeZone: rule.timeZone, dateStyle: 'short', timeStyle: 'short'}).format(new Date(this.event.scheduledAt));
  }
}

customElements.define('almanac-run', RunDetails);

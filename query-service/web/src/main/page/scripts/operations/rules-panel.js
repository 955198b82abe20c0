/** The rules: how each stands, when it runs next, what came of its runs; made, changed and deleted here, all of them paused at once. */
import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {confirmed, openDialog} from '../app/dialog.js';
import {dateAndTime} from '../app/times.js';
import {Part} from '../app/view.js';
import {act, actionsOfRule, asked, write} from './actions.js';
import {openClockChanges} from './clock-changes.js';
import {openRuleEditor} from './rule-editor.js';
import {openRunAsOffered} from './run-details.js';
import {eventOf, iconOf, ownerOf} from './runs.js';

/** @typedef {import('./runs.js').RuleItem} RuleItem */

const SHOWN_AT_ONCE = 50;
const OUTCOMES = /** @type {const} */ (['succeeded', 'failed', 'missed', 'skipped', 'open']);

export class RulesPanel extends Part {
  static properties = {app: {attribute: false}, rules: {attribute: false}, shownCount: {state: true}};

  constructor() {
    super();
    /** @type {RuleItem[]} */
    this.rules = [];
    this.shownCount = SHOWN_AT_ONCE;
  }

  /** Others may look. */
  get mayChange() {
    return this.app.session.hasRole('staff', 'manager', 'admin');
  }

  render() {
    const t = this.t.bind(this);
    const shown = this.rules.slice(0, this.shownCount);
    return html`<section aria-labelledby="rules-title">
      <div class="range"><h2 id="rules-title" aria-live="polite">${t('operations.rules.count', {count: this.rules.length})}</h2>
        <p class="buttons no-print">
          ${this.mayChange ? html`<button type="button" class="primary new-rule" @click=${() => openRuleEditor(this.app)}>${t('operations.rule.new')}</button>` : nothing}
          ${this.app.session.hasRole('admin')
            ? html`<button type="button" class="danger" @click=${() => this.pauseAll()}>${t('operations.pause-all')}</button>
              <button type="button" @click=${() => this.resumeAll()}>${t('operations.resume-all')}</button>`
            : nothing}
        </p></div>
      ${this.rules.length === 0 ? html`<p class="quiet">${t('operations.rules.none')}</p>` : nothing}
      <ul class="rule-list">${repeat(shown, rule => rule.id, rule => this.rule(rule))}</ul>
      ${this.rules.length > shown.length
        ? html`<button type="button" @click=${() => (this.shownCount += SHOWN_AT_ONCE)}>${t('more', {count: this.rules.length - shown.length})}</button>`
        : nothing}
    </section>`;
  }

  /** @param {RuleItem} rule */
  rule(rule) {
    const {app} = this;
    const t = this.t.bind(this);
    const event = this.asEvent(rule);
    const about = html`<span class="visually-hidden">: ${rule.name}</span>`;
    return html`<li class=${event.source}>
      <h3><span class=${`run-state ${rule.status}`}><span aria-hidden="true">${iconOf(rule.status)}</span> ${app.texts.word('operations.rule-state', rule.status)}</span>
        ${rule.name}</h3>
      <p>${rule.describedAs}</p>
      <dl class="facts">
        <dt>${t('operations.next-run')}</dt><dd>${rule.nextRun ? dateAndTime(app, rule.nextRun) : t('operations.no-next-run')}</dd>
        <dt>${t('operations.last-run')}</dt><dd>${rule.lastRun
          ? html`${dateAndTime(app, rule.lastRun.scheduledAt)}, <span class=${`run-state ${rule.lastRun.status}`}><span aria-hidden="true">${iconOf(rule.lastRun.status)}</span>
              ${app.texts.word('operations.state', rule.lastRun.status)}</span>`
          : t('operations.none-yet')}</dd>
        <dt>${t('operations.outcomes')}</dt><dd>${OUTCOMES.map(outcome => t(`operations.outcome.${outcome}`, {count: rule.outcomes[outcome]})).join(' · ')}</dd>
        <dt>${t('operations.queue')}</dt><dd>${rule.queue} · ${rule.jobTemplate.type} · ${ownerOf(rule)}</dd>
        ${rule.pause?.reason ? html`<dt>${t('reason')}</dt><dd>${rule.pause.reason}</dd>` : nothing}
        ${rule.pause?.resumeAfter ? html`<dt>${t('operations.pause.until')}</dt><dd>${dateAndTime(app, rule.pause.resumeAfter)}</dd>` : nothing}
      </dl>
      <p class="buttons no-print">
        ${rule.lastRun ? html`<button type="button" @click=${() => openRunAsOffered(app, event)}>${t('operations.last-run')}${about}</button>` : nothing}
        <button type="button" @click=${() => openClockChanges(app, rule)}>${t('operations.dst')}${about}</button>
        ${this.mayChange
          ? html`<button type="button" @click=${() => openRuleEditor(app, rule.id)}>${t('edit')}${about}</button>
            ${actionsOfRule(rule.status).map(action => html`
              <button type="button" class=${action === 'DISABLE' ? 'danger' : ''} @click=${() => act(app, action, event)}>${t(`operations.action.${action}`)}${about}</button>`)}
            <button type="button" class="danger" @click=${() => this.deleteRule(rule)}>${t('operations.delete')}${about}</button>`
          : nothing}
      </p></li>`;
  }

  /** Its last run, or what would be one. @param {RuleItem} rule */
  asEvent(rule) {
    const run = rule.lastRun ?? /** @type {any} */ ({
      occurrenceId: rule.id, ruleId: rule.id, scheduledAt: rule.nextRun ?? rule.createdAt, status: 'SCHEDULED', attempt: 0, count: 1, note: {},
    });
    return eventOf(run, rule, this.mayChange ? actionsOfRule(rule.status) : []);
  }

  /** @param {RuleItem} rule */
  deleteRule(rule) {
    return asked(this.app, {
      title: this.t('operations.delete.title', {title: rule.name}), text: this.t('operations.delete.text'), yes: this.t('operations.delete'), reason: 'optional',
    }, ({reason}) => write(this.app, this.t('operations.deleted', {title: rule.name}), () => this.app.api.commands.deleteRule({ruleId: rule.id, reason})));
  }

  async pauseAll() {
    const answer = await confirmed(this.app, {
      title: this.t('operations.pause-all'), text: this.t('operations.pause-all.text'), yes: this.t('operations.pause-all'), reason: 'required',
    });
    if (answer) {
      await this.all('operations.paused-all', () => this.app.api.commands.pauseAllRules({reasonBody: answer}));
    }
  }

  async resumeAll() {
    const answer = await confirmed(this.app, {
      title: this.t('operations.resume-all'), text: this.t('operations.resume-all.text'), yes: this.t('operations.resume-all'), reason: 'required',
    });
    if (answer) {
      await this.all('operations.resumed-all', () => this.app.api.commands.resumeAllRules({reasonBody: answer}));
    }
  }

  /** @param {string} done @param {() => Promise<import('almanac/commands').AllRulesAnswer>} command */
  async all(done, command) {
    try {
      const {ruleIds} = await command();
      this.app.toasts.done(this.t(done, {count: ruleIds.length}));
      this.app.dispatchEvent(new Event('written'));
    } catch (failure) {
      this.app.toasts.failed(failure);
    }
  }
}

customElements.define('almanac-rules', RulesPanel);

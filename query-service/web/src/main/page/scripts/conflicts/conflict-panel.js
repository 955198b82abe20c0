/** Which claims meet: live, with what led to it, ways out that are applied with a click, and what people decide. */
import {html, nothing} from 'lit';
import {confirmed, openDialog} from '../app/dialog.js';
import {all} from '../app/api.js';
import {Problem} from '../app/problem.js';
import {dateAndTime, localOf, span} from '../app/times.js';
import {focusOn, Part} from '../app/view.js';
import {refused} from '../calendar/moving.js';

/** @typedef {import('almanac/queries').ConflictItem} ConflictItem */
/** @typedef {import('almanac/queries').ConflictDetail} ConflictDetail */
/** @typedef {import('almanac/queries').SuggestedResolution} SuggestedResolution */
/** @typedef {'OPEN' | 'RESOLVED' | 'DISMISSED'} Shown */

const OPEN = /** @type {const} */ (['ESCALATED', 'DETECTED', 'UNDER_REVIEW']);
const LEVELS = ['CRITICAL', 'SEVERE', 'MODERATE', 'MINOR', 'NONE'];
const TYPES = ['TIME_OVERLAP', 'VENUE_CONFLICT', 'STAFF_CONFLICT', 'EQUIPMENT_CONFLICT', 'RESOURCE_CONFLICT'];
const METHODS = /** @type {const} */ (['RESCHEDULED', 'RESOURCE_CHANGED', 'EVENT_CANCELLED', 'OVERRIDE_APPLIED', 'SPLIT']);
const LISTED_MAX = 60;
const READ_PAGES_MAX = 3;
const INSTANT = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?Z/g;

export class ConflictPanel extends Part {
  static properties = {
    app: {attribute: false}, open: {attribute: false}, conflicts: {state: true}, chosen: {state: true}, history: {state: true},
    level: {state: true}, type: {state: true}, calendarId: {state: true}, shown: {state: true}, sending: {state: true},
  };

  constructor() {
    super();
    this.open = false;
    /** @type {ConflictItem[]} */
    this.conflicts = [];
    /** @type {ConflictDetail | null} */
    this.chosen = null;
    /** @type {import('almanac/queries').ChangeItem[]} */
    this.history = [];
    this.level = '';
    this.type = '';
    this.calendarId = '';
    /** @type {Shown} */
    this.shown = 'OPEN';
    this.sending = false;
  }

  firstUpdated() {
    this.readAgainOnChanges(() => this.read(), message => message.type.includes('Conflict') || 'scheduleId' in message.change);
    this.listen(this.app, 'open-conflicts', event => typeof event.detail === 'string' && this.choose(event.detail));
    this.listen(this.app.settings, 'change', () => this.requestUpdate());
    this.read();
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has('open') && this.open) {
      focusOn(this, 'h2');
    }
    if (changed.has('level') || changed.has('type') || changed.has('calendarId') || changed.has('shown')) {
      this.read();
    }
  }

  async read() {
    try {
      const statuses = this.shown === 'OPEN' ? OPEN : [this.shown];
      const lists = await Promise.all(statuses.map(status => all(
        cursor => this.app.api.queries.listConflicts({
          status,
          level: /** @type {any} */ (this.level || undefined),
          type: /** @type {any} */ (this.type || undefined),
          calendarId: this.calendarId || undefined,
          limit: 100,
          cursor,
        }), READ_PAGES_MAX)));
      this.conflicts = lists.flat().sort((a, b) =>
        LEVELS.indexOf(a.conflictLevel) - LEVELS.indexOf(b.conflictLevel) || a.overlapStart.localeCompare(b.overlapStart));
      if (this.shown === 'OPEN' && !this.level && !this.type && !this.calendarId) {
        this.app.dispatchEvent(new CustomEvent('conflict-count', {detail: this.conflicts.length}));
      }
      if (this.chosen && this.open) {
        await this.choose(this.chosen.id);
      }
    } catch (failure) {
      if (this.open) {
        this.app.toasts.failed(failure, [{text: this.t('live.again'), action: () => this.read()}]);
      }
    }
  }

  /** @param {string} conflictId */
  async choose(conflictId) {
    try {
      const another = this.chosen?.id !== conflictId;
      const [conflict, history] = await Promise.all([
        this.app.api.queries.getConflict({conflictId}),
        this.app.api.queries.getConflictHistory({conflictId, limit: 20}),
      ]);
      this.chosen = conflict;
      this.history = history.items;
      if (another) {
        await this.updateComplete;
        focusOn(this, '.conflict h3');
      }
    } catch (failure) {
      this.chosen = null;
      this.app.toasts.failed(failure);
    }
  }

  render() {
    if (!this.open) {
      return nothing;
    }
    const t = this.t.bind(this);
    return html`<aside aria-label=${t('conflicts.title')}>
      <header class="dialog-title">
        <h2 tabindex="-1">${t('conflicts.title')}</h2>
        <button type="button" class="plain" aria-label=${t('close')} @click=${() => this.dispatchEvent(new Event('close-panel'))}>✕</button>
      </header>
      ${this.chosen ? this.detail(this.chosen) : this.list()}
    </aside>`;
  }

  list() {
    const t = this.t.bind(this);
    const {texts} = this.app;
    const select = (/** @type {string} */ name, /** @type {string} */ value, /** @type {[string, string][]} */ options, /** @type {(value: string) => void} */ choose) => html`
      <label>${t(`conflicts.${name}`)}
        <select name=${name} @change=${(/** @type {Event} */ event) => choose(/** @type {HTMLSelectElement} */ (event.target).value)}>
          ${options.map(([option, text]) => html`<option value=${option} ?selected=${option === value}>${text}</option>`)}
        </select></label>`;
    const any = /** @type {[string, string]} */ (['', t('conflicts.any')]);
    return html`
      <div class="fields conflict-filters">
        ${select('state', this.shown, [['OPEN', t('conflicts.open')], ['RESOLVED', t('conflict-status.RESOLVED')], ['DISMISSED', t('conflict-status.DISMISSED')]],
          value => (this.shown = /** @type {Shown} */ (value)))}
        ${select('level', this.level, [any, .../** @type {[string, string][]} */ (LEVELS.slice(0, 4).map(level => [level, texts.word('level', level)]))], value => (this.level = value))}
        ${select('type', this.type, [any, .../** @type {[string, string][]} */ (TYPES.map(type => [type, texts.word('conflict-type', type)]))], value => (this.type = value))}
        ${select('calendar', this.calendarId, [any, .../** @type {[string, string][]} */ (this.app.calendars.map(calendar => [calendar.id, calendar.name]))], value => (this.calendarId = value))}
      </div>
      <p role="status">${t('conflicts.count', {count: this.conflicts.length})}</p>
      <ul class="conflicts">${this.conflicts.slice(0, LISTED_MAX).map(conflict => html`
        <li><button type="button" class="conflict-line" data-conflict=${conflict.id} @click=${() => this.choose(conflict.id)}>
          <span class=${`level ${conflict.conflictLevel}`}>${texts.word('level', conflict.conflictLevel)}</span>
          ${texts.word('conflict-type', conflict.conflictType)}
          ${this.place(conflict)}
          <br>${span(this.app, conflict.overlapStart, conflict.overlapEnd)}
          ${conflict.status === 'DETECTED' ? nothing : html`<br><span class="quiet">${t(`conflict-status.${conflict.status}`)}</span>`}
        </button></li>`)}</ul>
      ${this.conflicts.length > LISTED_MAX ? html`<p class="quiet">${t('conflicts.more', {count: this.conflicts.length - LISTED_MAX})}</p>` : nothing}`;
  }

  /** @param {ConflictItem} conflict */
  place(conflict) {
    const name = this.app.calendar(conflict.calendarId ?? '')?.name ?? this.app.resource(conflict.resourceId ?? '')?.name;
    return name ? html`· ${name}` : nothing;
  }

  /** @param {ConflictDetail} conflict */
  detail(conflict) {
    const t = this.t.bind(this);
    const {texts} = this.app;
    const titles = [conflict.scheduledEventTitle, conflict.conflictingEventTitle].map(title => title || t('hidden-event'));
    const isOpen = OPEN.some(status => status === conflict.status);
    return html`<article class="conflict">
      <button type="button" @click=${() => this.back()}>${t('conflicts.back')}</button>
      <h3 tabindex="-1">${t('conflicts.between', {one: titles[0], other: titles[1]})}</h3>
      <dl class="facts">
        <dt>${t('conflicts.level')}</dt><dd><span class=${`level ${conflict.conflictLevel}`}>${texts.word('level', conflict.conflictLevel)}</span> ${texts.word('conflict-type', conflict.conflictType)} ${this.place(conflict)} <span class="quiet">${conflict.rule}</span></dd>
        <dt>${t('conflicts.overlap')}</dt><dd>${span(this.app, conflict.overlapStart, conflict.overlapEnd)}</dd>
        <dt>${t('field.status')}</dt><dd>${t(`conflict-status.${conflict.status}`)}${conflict.escalatedTo ? html`, ${conflict.escalatedTo}` : nothing}
          ${conflict.stillOverlapping ? nothing : html`<br>${t('conflicts.over')}`}</dd>
        <dt>${t('conflicts.detected')}</dt><dd>${dateAndTime(this.app, conflict.detectedAt)}</dd>
      </dl>
      ${conflict.explanation ? html`<p>${conflict.explanation.replace(INSTANT, instant => dateAndTime(this.app, instant))}</p>` : nothing}
      <p><button type="button" @click=${() => this.app.navigate('calendar', {view: 'day', date: localOf(conflict.overlapStart, this.app.settings.timeZone).slice(0, 10)})}>
        ${t('conflicts.show')}</button></p>
      ${isOpen && conflict.suggestedResolutions.length
        ? html`<h3>${t('conflicts.ways-out')}</h3><ul class="ways-out">${conflict.suggestedResolutions.map(way => html`
            <li>${this.sentence(conflict, way)}
              <button type="button" ?disabled=${this.sending} @click=${() => this.apply(conflict, way)}>${t('conflicts.apply')}</button></li>`)}</ul>`
        : nothing}
      ${isOpen ? this.decisions(conflict) : nothing}
      <h3>${t('history')}</h3>
      <ol class="history">${this.history.map(item => html`<li>${dateAndTime(this.app, item.at)}: ${texts.word('change', item.type.split('.')[0])}
        <span class="quiet">${item.by}</span>${item.reason ? html` <q>${item.reason}</q>` : nothing}</li>`)}</ol>
    </article>`;
  }

  /** @param {ConflictDetail} conflict @param {SuggestedResolution} way */
  sentence(conflict, way) {
    const title = (way.scheduleId === conflict.scheduledEventId ? conflict.scheduledEventTitle : conflict.conflictingEventTitle) || this.t('hidden-event');
    const when = way.startDateTime && way.endDateTime ? span(this.app, way.startDateTime, way.endDateTime) : '';
    const parts = (way.parts ?? []).map(part => span(this.app, part.startDateTime, part.endDateTime)).join('; ');
    return this.t(`way-out.${way.method}`, {title, when: when || parts, resource: way.resourceName ?? ''});
  }

  /** @param {ConflictDetail} conflict */
  decisions(conflict) {
    const t = this.t.bind(this);
    const {commands} = this.app.api;
    const ids = {conflictId: conflict.id, ifMatch: `"${conflict.version}"`};
    const asked = (/** @type {string} */ what, /** @type {'required' | 'optional'} */ reason, /** @type {(reason: string) => Promise<any>} */ send) => html`
      <button type="button" ?disabled=${this.sending} @click=${async () => {
        const answer = await confirmed(this.app, {title: t(`conflicts.${what}`), text: t(`conflicts.${what}.text`), yes: t(`conflicts.${what}`), reason});
        if (answer) {
          this.send(t(`conflicts.${what}.done`), () => send(answer.reason));
        }
      }}>${t(`conflicts.${what}`)}</button>`;
    return html`<p class="buttons">
      ${conflict.status === 'DETECTED' ? asked('review', 'optional', note => commands.reviewConflict({...ids, reviewRequest: note ? {note} : {}})) : nothing}
      <button type="button" ?disabled=${this.sending} @click=${() => this.resolve(conflict)}>${t('conflicts.resolve')}</button>
      ${conflict.status === 'ESCALATED' ? nothing : html`<button type="button" ?disabled=${this.sending} @click=${() => this.escalate(conflict)}>${t('conflicts.escalate')}</button>`}
      ${asked('dismiss', 'required', reason => commands.dismissConflict({...ids, dismissalRequest: {reason}}))}
    </p>`;
  }

  /** @param {ConflictDetail} conflict */
  resolve(conflict) {
    const t = this.t.bind(this);
    return this.asked(t('conflicts.resolve'), html`
      <label>${t('conflicts.method')} <select name="method">${METHODS.map(method => html`<option value=${method}>${t(`method.${method}`)}</option>`)}</select></label>
      <label>${t('conflicts.note')} <input name="note" maxlength="256" autocomplete="off"></label>`, data =>
      this.send(t('conflicts.resolve.done'), () => this.app.api.commands.resolveConflict({
        conflictId: conflict.id,
        ifMatch: `"${conflict.version}"`,
        resolutionRequest: {method: /** @type {'SPLIT'} */ (String(data.get('method'))), ...(data.get('note') ? {note: String(data.get('note'))} : {})},
      })));
  }

  /** @param {ConflictDetail} conflict */
  escalate(conflict) {
    const t = this.t.bind(this);
    return this.asked(t('conflicts.escalate'), html`
      <label>${t('conflicts.to')} <input name="to" required maxlength="128" autocomplete="off"></label>
      <label>${t('reason')} <input name="reason" required maxlength="256" autocomplete="off"></label>`, data =>
      this.send(t('conflicts.escalate.done'), () => this.app.api.commands.escalateConflict({
        conflictId: conflict.id,
        ifMatch: `"${conflict.version}"`,
        escalationRequest: {escalatedTo: String(data.get('to')), reason: String(data.get('reason'))},
      })));
  }

  /** @param {string} title @param {unknown} fields @param {(data: FormData) => unknown} then */
  asked(title, fields, then) {
    return openDialog(title, close => html`<form @submit=${(/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      then(new FormData(/** @type {HTMLFormElement} */ (event.target)));
      close();
    }}>
      <div class="fields">${fields}</div>
      <p class="buttons"><button type="submit" class="primary">${title}</button>
        <button type="button" @click=${close}>${this.t('cancel')}</button></p>
    </form>`, {closeText: this.t('close')});
  }

  /** Checked again by the service: what became impossible meanwhile is refused, and says why. @param {ConflictDetail} conflict @param {SuggestedResolution} way */
  async apply(conflict, way) {
    await this.send(this.t('conflicts.applied'), () => this.app.api.commands.applySuggestion({
      conflictId: conflict.id, ifMatch: `"${conflict.version}"`, suggestionRequest: way,
    }));
  }

  /** @param {string} text @param {() => Promise<import('almanac/commands').WriteAnswer>} command */
  async send(text, command) {
    this.sending = true;
    try {
      this.app.toasts.done(text, await command());
      this.app.dispatchEvent(new Event('written'));
      this.back();
    } catch (failure) {
      if (failure instanceof Problem && failure.inTheWay.length) {
        refused(this.app, failure);
      } else {
        this.app.toasts.failed(failure);
      }
      this.read();
    } finally {
      this.sending = false;
    }
  }

  async back() {
    const from = this.chosen?.id;
    this.chosen = null;
    await this.updateComplete;
    focusOn(this, this.querySelector(`[data-conflict="${from}"]`) ? `[data-conflict="${from}"]` : 'h2');
  }
}

customElements.define('almanac-conflicts', ConflictPanel);

/** The form of an event: booked anew, or changed. What is typed stays until the service has taken it. */
import {html, nothing} from 'lit';
import {openDialog} from '../app/dialog.js';
import {Problem, sentence} from '../app/problem.js';
import {localOf, plusDays} from '../app/times.js';
import {focusOn, Part} from '../app/view.js';
import {refusal, seriesOf} from './moving.js';
import './recurrence-editor.js';
import {Forecasts} from './what-if.js';

/** @typedef {import('../app/app.js').App} App */
/** @typedef {import('almanac/queries').ScheduleDetail} ScheduleDetail */
/** @typedef {{start: string, end: string, allDay?: boolean, calendarId?: string, resourceIds?: string[]}} Begun local times of the shown zone */
/** @typedef {{event: ScheduleDetail, scope: 'THIS' | 'THIS_AND_FOLLOWING' | 'ALL'}} Edited */

const POLICIES = ['ALL_OR_NOTHING', 'SKIP_CONFLICTING', 'BOOK_AND_FLAG'];

/** @param {App} app @param {Begun} begun @param {Edited} [edited] @returns {Promise<void>} when the form is closed */
export function openEditor(app, begun, edited) {
  return openDialog(
    edited ? app.texts.t('editor.change', {title: edited.event.title}) : app.texts.t('editor.new'),
    close => html`<almanac-event-editor .app=${app} .begun=${begun} .edited=${edited} @done=${close}></almanac-event-editor>`,
    {className: 'wide', closeText: app.texts.t('close')});
}

export class EventEditor extends Part {
  static properties = {
    app: {attribute: false},
    begun: {attribute: false},
    edited: {attribute: false},
    start: {state: true},
    end: {state: true},
    allDay: {state: true},
    timeZone: {state: true},
    recurrence: {state: true},
    problem: {state: true},
    forecast: {state: true},
    sending: {state: true},
    companions: {state: true},
  };

  constructor() {
    super();
    /** @type {Begun} */
    this.begun = {start: '', end: ''};
    /** @type {Edited | undefined} */
    this.edited = undefined;
    this.start = '';
    this.end = '';
    this.allDay = false;
    this.timeZone = 'UTC';
    /** @type {import('almanac/commands').Recurrence | undefined} */
    this.recurrence = undefined;
    /** @type {Problem | null} */
    this.problem = null;
    /** @type {import('./what-if.js').Forecast | null} */
    this.forecast = null;
    this.sending = false;
    /** @type {{title: string, offset: string}[]} */
    this.companions = [];
    /** Sent again, it is still one booking. */
    this.idempotencyKey = crypto.randomUUID();
  }

  connectedCallback() {
    super.connectedCallback();
    this.forecasts = new Forecasts(this.app, forecast => (this.forecast = forecast));
    this.leaving.push(() => this.forecasts?.forget());
    this.listen(this.app, 'calendars', () => this.requestUpdate());
    this.listen(this.app, 'resources', () => this.requestUpdate());
    const {event} = this.edited ?? {};
    this.timeZone = event?.timeZone ?? this.app.settings.timeZone;
    this.start = event ? localOf(event.startDateTime, this.timeZone) : this.begun.start;
    this.end = event ? localOf(event.endDateTime, this.timeZone) : this.begun.end;
    this.allDay = event?.allDay ?? this.begun.allDay ?? false;
    this.recurrence = /** @type {any} */ (event?.recurrence);
  }

  get isSeries() {
    return !this.edited || (this.edited.scope === 'ALL' && this.edited.event.recurring) || !this.edited.event.recurring;
  }

  /** What the form says, as the services take it. */
  get request() {
    const form = /** @type {HTMLFormElement} */ (this.querySelector('form'));
    const data = new FormData(form);
    const text = (/** @type {string} */ name) => String(data.get(name) ?? '').trim();
    /** @type {Record<string, unknown>} */
    const request = {
      calendarId: text('calendarId'),
      title: text('title'),
      startDateTime: this.allDay ? `${this.start.slice(0, 10)}T00:00:00` : this.start,
      endDateTime: this.allDay ? `${this.end.slice(0, 10)}T00:00:00` : this.end,
      timeZone: this.timeZone,
      allDay: this.allDay,
      resources: data.getAll('resource').map(resourceId => ({resourceId: String(resourceId)})),
      tags: text('tags').split(',').map(tag => tag.trim()).filter(Boolean),
      priority: Number(text('priority')) || 0,
    };
    for (const name of ['category', 'location', 'description']) {
      if (text(name)) {
        request[name] = text(name);
      } else if (this.edited) {
        request[name] = null;
      }
    }
    if (data.has('tentative')) {
      request.tentative = true;
    }
    if (this.recurrence && this.isSeries) {
      request.recurrence = this.recurrence;
      request.seriesPolicy = text('seriesPolicy') || POLICIES[0];
    }
    const companions = this.companions.filter(companion => companion.title.trim());
    if (companions.length) {
      request.companions = companions.map(({title, offset}) => ({title: title.trim(), offset: offset.trim() || 'PT2H'}));
    }
    return request;
  }

  /** @param {SubmitEvent} event */
  submitted(event) {
    event.preventDefault();
    this.send();
  }

  /** @param {{reason: string}} [override] */
  async send(override) {
    this.sending = true;
    this.problem = null;
    const request = /** @type {any} */ ({...this.request, ...(override ? {override} : {})});
    try {
      const answer = this.edited
        ? await this.change(request)
        : await this.app.api.commands.scheduleEvent({scheduleRequest: request, idempotencyKey: override ? crypto.randomUUID() : this.idempotencyKey});
      const skipped = (answer.occurrences ?? []).filter(occurrence => occurrence.verdict === 'SKIPPED').length;
      this.app.toasts.done(
        [this.t(this.edited ? 'changed' : 'booked', {title: request.title}), skipped ? this.t('skipped', {count: skipped}) : ''].join(' ').trim(), answer);
      this.app.dispatchEvent(new Event('written'));
      this.dispatchEvent(new Event('done'));
    } catch (failure) {
      // Another try with another body is another booking.
      this.idempotencyKey = failure instanceof Problem && !failure.isUnreachable ? crypto.randomUUID() : this.idempotencyKey;
      this.problem = failure instanceof Problem ? failure : new Problem({status: 0, detail: sentence(this.app.texts, failure)});
      await this.updateComplete;
      focusOn(this, '[aria-invalid=true], [role=alert] button, [role=alert]');
    } finally {
      this.sending = false;
    }
  }

  /** Only what differs is sent, so that what others changed meanwhile stays. @param {Record<string, unknown>} request */
  async change(request) {
    const {event, scope} = /** @type {Edited} */ (this.edited);
    const before = /** @type {Record<string, any>} */ ({
      ...event,
      startDateTime: localOf(event.startDateTime, this.timeZone),
      endDateTime: localOf(event.endDateTime, this.timeZone),
      resources: event.resources.map(({resourceId}) => ({resourceId})),
    });
    const patch = Object.fromEntries(Object.entries(request).filter(([name, value]) =>
      name === 'timeZone' || name === 'override' || JSON.stringify(value) !== JSON.stringify(before[name] ?? null)));
    let target = scope === 'ALL' ? seriesOf(event.id) : event.id;
    let version = scope === 'ALL' || !event.recurring ? `"${event.version}"` : undefined;
    if (scope === 'THIS_AND_FOLLOWING') {
      const split = await this.app.api.commands.rescheduleEvent({
        scheduleId: event.id,
        rescheduleRequest: {newStartDateTime: this.start, newEndDateTime: this.end, timeZone: this.timeZone, scope},
      });
      delete patch.startDateTime;
      delete patch.endDateTime;
      target = split.newSeriesId ?? seriesOf(event.id);
      version = undefined;
      if (Object.keys(patch).every(name => name === 'timeZone' || name === 'calendarId')) {
        return split;
      }
    }
    return this.app.api.commands.patchEvent({scheduleId: target, schedulePatch: patch, ifMatch: version});
  }

  /** Asked while the form is filled in: nothing is written. */
  foresee() {
    const request = this.request;
    if (!request.calendarId || !this.start || !this.end || this.edited?.scope === 'THIS_AND_FOLLOWING') {
      return;
    }
    const body = {...request, title: request.title || '–'};
    this.forecasts?.ask(this.edited
      ? {method: 'POST', path: `/schedules/${this.edited.event.id}/reschedule`, body: {
        newStartDateTime: this.start, newEndDateTime: this.end, timeZone: this.timeZone, ...(this.edited.event.recurring ? {scope: this.edited.scope} : {}),
      }}
      : {method: 'POST', path: '/schedules', body});
  }

  firstUpdated() {
    focusOn(this, '[name=title]');
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has('start') || changed.has('end') || changed.has('allDay') || changed.has('timeZone') || changed.has('recurrence')) {
      this.foresee();
    }
  }

  /** The end follows the start. @param {string} start */
  moveStart(start) {
    const length = Date.parse(`${this.end}Z`) - Date.parse(`${this.start}Z`);
    this.start = start;
    if (start && length > 0) {
      this.end = new Date(Date.parse(`${start}Z`) + length).toISOString().slice(0, 19);
    }
  }

  /** @param {string} name */
  invalid(name) {
    const messages = this.problem?.errors[name];
    return messages ? html`<span class="field-problem" id=${`problem-${name}`}>${messages.join(', ')}</span>` : nothing;
  }

  render() {
    const t = this.t.bind(this);
    const {app} = this;
    const event = this.edited?.event;
    const wrong = (/** @type {string} */ name) => (this.problem?.errors[name] ? 'true' : nothing);
    const mine = app.calendars.filter(calendar => calendar.calendarType !== 'QUEUE' || calendar.id === event?.calendarId);
    const seconds = (/** @type {string} */ text) => (text.length === 16 ? `${text}:00` : text);
    const chosen = new Set(event?.resources.map(claim => claim.resourceId) ?? this.begun.resourceIds);
    return html`<form @submit=${this.submitted} @change=${() => this.foresee()} novalidate>
      <div class="editor">
        <div class="fields">
          <label>${t('field.title')}
            <span><input name="title" required maxlength="200" .value=${event?.title ?? ''} aria-invalid=${wrong('title')} autocomplete="off">${this.invalid('title')}</span></label>
          <label>${t('field.calendar')}
            <span><select name="calendarId" aria-invalid=${wrong('calendarId')}>
              ${mine.map(calendar => html`<option value=${calendar.id} ?selected=${calendar.id === (event?.calendarId ?? this.begun.calendarId)}>${calendar.name}</option>`)}
            </select>${this.invalid('calendarId')}</span></label>
          <label>${t('field.start')}
            <span><input name="start" type=${this.allDay ? 'date' : 'datetime-local'} required .value=${this.allDay ? this.start.slice(0, 10) : this.start.slice(0, 16)}
              aria-invalid=${wrong('startDateTime')}
              @change=${(/** @type {Event} */ change) => this.moveStart(this.allDay ? `${of(change)}T00:00:00` : seconds(of(change)))}>${this.invalid('startDateTime')}</span></label>
          <label>${t('field.end')}
            <span><input name="end" type=${this.allDay ? 'date' : 'datetime-local'} required .value=${this.allDay ? plusDays(this.end.slice(0, 10), -1) : this.end.slice(0, 16)}
              aria-invalid=${wrong('endDateTime')}
              @change=${(/** @type {Event} */ change) => (this.end = this.allDay ? `${plusDays(of(change), 1)}T00:00:00` : seconds(of(change)))}>${this.invalid('endDateTime')}</span></label>
          <label>${t('field.all-day')} <input name="allDay" type="checkbox" .checked=${this.allDay} @change=${this.toggledAllDay}></label>
          <label>${t('zone')}
            <span><input name="zone" list="time-zones" .value=${this.timeZone} spellcheck="false" autocomplete="off" aria-invalid=${wrong('timeZone')}
              @change=${(/** @type {Event} */ change) => (this.timeZone = app.settings.timeZones.includes(of(change)) ? of(change) : this.timeZone)}>${this.invalid('timeZone')}</span></label>
          <label>${t('field.category')} <input name="category" .value=${event?.category ?? ''} autocomplete="off"></label>
          <label>${t('field.location')} <input name="location" .value=${event?.location ?? ''} autocomplete="off"></label>
          <label>${t('field.tags')} <input name="tags" .value=${event?.tags.join(', ') ?? ''} autocomplete="off"></label>
          <label>${t('field.priority')} <input name="priority" type="number" min="0" max="10" .value=${String(event?.priority ?? 0)}></label>
          <label>${t('field.description')} <textarea name="description" rows="2" .value=${event?.description ?? ''}></textarea></label>
          ${event ? nothing : html`<label>${t('field.tentative')} <input name="tentative" type="checkbox"></label>`}
        </div>
        <div class="fields">
          ${app.resources.length
            ? html`<fieldset><legend>${t('field.resources')}</legend><div class="resource-list">${app.resources.map(resource => html`
                <label><input type="checkbox" name="resource" value=${resource.id} ?checked=${chosen.has(resource.id)}>
                  ${resource.name} <span class="quiet">${app.texts.word('resource-type', resource.resourceType)}</span></label>`)}</div></fieldset>`
            : nothing}
          ${this.isSeries
            ? html`<almanac-recurrence .app=${app} .start=${this.start} .timeZone=${this.timeZone} .recurrence=${this.recurrence}
                @recurrence=${(/** @type {CustomEvent} */ change) => (this.recurrence = change.detail)}></almanac-recurrence>
              ${this.recurrence
                ? html`<label>${t('policy')} <select name="seriesPolicy">${POLICIES.map(policy => html`<option value=${policy}>${t(`policy.${policy}`)}</option>`)}</select></label>`
                : nothing}`
            : nothing}
          ${event ? nothing : this.companionFields()}
        </div>
      </div>
      <p class=${`forecast-line ${this.forecast?.kind ?? 'none'}`} role="status">${this.forecast?.text ?? ''}</p>
      ${this.problem ? (this.problem.status === 409 ? refusal(app, this.problem, override => this.send(override))
        : html`<p class="danger-note" role="alert" tabindex="-1">${sentence(app.texts, this.problem)}</p>`) : nothing}
      <p class="buttons">
        <button type="submit" class="primary" ?disabled=${this.sending}>${t(event ? 'save' : 'book')}</button>
        <button type="button" @click=${() => this.dispatchEvent(new Event('done'))}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  companionFields() {
    const t = this.t.bind(this);
    const change = (/** @type {number} */ index, /** @type {Partial<{title: string, offset: string}>} */ more) =>
      (this.companions = this.companions.map((companion, at) => (at === index ? {...companion, ...more} : companion)));
    return html`<fieldset><legend>${t('companions')}</legend>
      ${this.companions.map((companion, index) => html`<div class="companion">
        <label>${t('field.title')} <input .value=${companion.title} @input=${(/** @type {Event} */ event) => change(index, {title: of(event)})}></label>
        <label>${t('companion.offset')} <input size="6" .value=${companion.offset} @input=${(/** @type {Event} */ event) => change(index, {offset: of(event)})}></label>
      </div>`)}
      <button type="button" @click=${() => (this.companions = [...this.companions, {title: '', offset: 'PT2H'}])}>${t('companion.add')}</button>
    </fieldset>`;
  }

  /** @param {Event} event */
  toggledAllDay(event) {
    this.allDay = /** @type {HTMLInputElement} */ (event.target).checked;
    if (this.allDay) {
      this.start = `${this.start.slice(0, 10)}T00:00:00`;
      this.end = `${plusDays(this.end.slice(11) > '00:00:00' ? this.end : plusDays(this.end, -1), 1)}T00:00:00`;
    } else {
      this.start = `${this.start.slice(0, 10)}T10:00:00`;
      this.end = `${plusDays(this.end, -1)}T11:00:00`;
    }
  }
}

/** @param {Event} event */
function of(event) {
  return /** @type {HTMLInputElement} */ (event.target).value;
}

customElements.define('almanac-event-editor', EventEditor);

/** One event: what it is, whom it meets, what became of it, and all that can be done with it. */
import {html, nothing} from 'lit';
import {confirmed, openDialog} from '../app/dialog.js';
import {Problem, sentence} from '../app/problem.js';
import {dateAndTime, localOf, span} from '../app/times.js';
import {Part} from '../app/view.js';
import {openEditor} from './event-editor.js';
import {chosenScope, refusal, reschedule, rescheduling, seriesOf} from './moving.js';
import {Forecasts} from './what-if.js';

/** @typedef {import('../app/app.js').App} App */
/** @typedef {import('almanac/queries').ScheduleDetail} ScheduleDetail */
/** @typedef {import('almanac/queries').HistoryItem} HistoryItem */

/** @param {App} app @param {string} id of an event or of an occurrence */
export function openDetails(app, id) {
  return openDialog(
    app.texts.t('event'),
    close => html`<almanac-event .app=${app} .scheduleId=${id} @done=${close}></almanac-event>`,
    {closeText: app.texts.t('close')});
}

export class EventDetails extends Part {
  static properties = {
    app: {attribute: false}, scheduleId: {attribute: false}, event: {state: true}, failure: {state: true}, history: {state: true},
    forecast: {state: true}, companions: {state: true}, refused: {state: true},
  };

  constructor() {
    super();
    this.scheduleId = '';
    /** @type {ScheduleDetail | null} */
    this.event = null;
    /** @type {unknown} */
    this.failure = null;
    /** @type {HistoryItem[] | null} */
    this.history = null;
    /** @type {import('./what-if.js').Forecast | null} */
    this.forecast = null;
    /** @type {ScheduleDetail[]} */
    this.companions = [];
    /** @type {{problem: Problem, again: (override: {reason: string}) => unknown} | null} */
    this.refused = null;
  }

  firstUpdated() {
    this.forecasts = new Forecasts(this.app, forecast => (this.forecast = forecast));
    this.leaving.push(() => this.forecasts?.forget());
    this.listen(this.app, 'calendars', () => this.requestUpdate());
    this.listen(this.app, 'resources', () => this.requestUpdate());
    this.readAgainOnChanges(() => this.read(), message =>
      message.subject === seriesOf(this.scheduleId) || message.change.scheduleId === seriesOf(this.scheduleId) || message.type.includes('Conflict'));
    this.read();
  }

  async read() {
    try {
      this.event = await this.app.api.queries.getSchedule({scheduleId: this.scheduleId, timeZone: this.app.settings.timeZone});
      this.failure = null;
      const heading = this.closest('dialog')?.querySelector('h2');
      if (heading) {
        heading.textContent = this.event.title;
      }
      const others = [...this.event.companions.map(companion => companion.scheduleId), ...this.event.primaries];
      this.companions = (await Promise.all(others.slice(0, 8).map(id =>
        this.app.api.queries.getSchedule({scheduleId: id}).catch(() => null)))).filter(found => found !== null);
    } catch (failure) {
      this.failure = failure;
    }
  }

  async showHistory() {
    try {
      this.history = (await this.app.api.queries.getScheduleHistory({scheduleId: this.scheduleId, limit: 50})).items;
    } catch (failure) {
      this.app.toasts.failed(failure);
    }
  }

  render() {
    const {event} = this;
    const t = this.t.bind(this);
    if (this.failure) {
      return html`<p class="danger-note" role="alert">${sentence(this.app.texts, this.failure)}</p>`;
    }
    if (!event) {
      return html`<p role="status">${t('loading')}</p>`;
    }
    const calendar = this.app.calendar(event.calendarId);
    const changeable = event.run === undefined;
    return html`
      <dl class="facts">
        <dt>${t('field.when')}</dt><dd>${span(this.app, event.startDateTime, event.endDateTime)} <span class="quiet">${this.app.settings.timeZone}</span></dd>
        ${event.timeZone !== this.app.settings.timeZone
          ? html`<dt>${t('field.booked-in')}</dt><dd>${localOf(event.startDateTime, event.timeZone).replace('T', ' ').slice(0, 16)} <span class="quiet">${event.timeZone}</span></dd>`
          : nothing}
        <dt>${t('field.calendar')}</dt><dd><span class=${`swatch c${this.app.colourOf(event.calendarId)}`} aria-hidden="true"></span> ${calendar?.name ?? event.calendarId}</dd>
        <dt>${t('field.status')}</dt><dd>${this.app.texts.word('status', event.status)}</dd>
        ${event.location ? html`<dt>${t('field.location')}</dt><dd>${event.location}</dd>` : nothing}
        ${event.category ? html`<dt>${t('field.category')}</dt><dd>${event.category}</dd>` : nothing}
        ${event.tags.length ? html`<dt>${t('field.tags')}</dt><dd>${event.tags.join(', ')}</dd>` : nothing}
        ${event.resources.length
          ? html`<dt>${t('field.resources')}</dt><dd>${event.resources.map(claim => this.app.resource(claim.resourceId)?.name ?? claim.resourceId).join(', ')}</dd>`
          : nothing}
        ${event.recurring ? html`<dt>${t('recurrence')}</dt><dd>${this.recurrence(event)}</dd>` : nothing}
        ${event.description ? html`<dt>${t('field.description')}</dt><dd class="description">${event.description}</dd>` : nothing}
      </dl>
      ${event.conflicts.length
        ? html`<h3>${t('conflicts.title')}</h3><ul class="conflict-list">${event.conflicts.map(conflict => html`
            <li><button type="button" class="plain" @click=${() => this.toConflicts(conflict.id)}>
              <span class=${`level ${conflict.conflictLevel}`}>${this.app.texts.word('level', conflict.conflictLevel)}</span>
              ${this.app.texts.word('conflict-type', conflict.conflictType)}, ${span(this.app, conflict.overlapStart, conflict.overlapEnd)}</button></li>`)}</ul>`
        : nothing}
      ${this.companions.length
        ? html`<h3>${t('companions')}</h3><ul>${this.companions.map(companion => html`
            <li>${companion.title}, ${span(this.app, companion.startDateTime, companion.endDateTime)}</li>`)}</ul><p class="quiet">${t('companions.follow')}</p>`
        : nothing}
      ${changeable ? this.actions(event) : nothing}
      <details @toggle=${() => this.history ?? this.showHistory()}>
        <summary>${t('history')}</summary>
        <ol class="history">${(this.history ?? []).map(item => html`
          <li>${dateAndTime(this.app, item.at)}: ${this.app.texts.word('change', item.type.split('.').at(-2) ?? item.type)} <span class="quiet">${item.by}</span>
            ${item.reason ? html`<q>${item.reason}</q>` : nothing}</li>`)}</ol>
      </details>`;
  }

  /** @param {ScheduleDetail} event */
  recurrence(event) {
    const {recurrence} = event;
    return recurrence?.rrule ?? recurrence?.cron ?? recurrence?.every
      ?? (recurrence?.pattern ? this.t(`recurrence.${recurrence.pattern.type}`) : this.t('recurring'));
  }

  /** @param {ScheduleDetail} event */
  actions(event) {
    const t = this.t.bind(this);
    const local = (/** @type {string} */ instant) => localOf(instant, this.app.settings.timeZone).slice(0, 16);
    return html`
      <form class="move" @submit=${this.submittedMove} @input=${this.foresee}>
        <label>${t('move.start')} <input type="datetime-local" name="start" required .value=${local(event.startDateTime)}></label>
        <label>${t('move.end')} <input type="datetime-local" name="end" required .value=${local(event.endDateTime)}></label>
        <button type="submit">${t('move')}</button>
        <p class=${`forecast-line ${this.forecast?.kind ?? 'none'}`} role="status">${this.forecast?.text ?? ''}</p>
      </form>
      ${this.refused ? this.refused.problem.status === 409
        ? refusal(this.app, this.refused.problem, this.refused.again)
        : html`<p class="danger-note" role="alert">${sentence(this.app.texts, this.refused.problem)}</p>` : nothing}
      <p class="buttons">
        <button type="button" class="primary" @click=${this.edit}>${t('edit')}</button>
        ${event.status === 'SCHEDULED' || event.status === 'TENTATIVE'
          ? html`<button type="button" @click=${() => this.act(t('confirmed', {title: event.title}), () => this.app.api.commands.confirmEvent({scheduleId: event.id}))}>${t('confirm')}</button>`
          : nothing}
        ${event.status === 'UNSCHEDULED' ? nothing : html`<button type="button" @click=${this.unschedule}>${t('unschedule')}</button>`}
        <button type="button" class="danger" @click=${this.remove}>${t('remove')}</button>
      </p>`;
  }

  foresee() {
    const move = this.wished();
    if (this.event && move) {
      this.forecasts?.ask({method: 'POST', path: `/schedules/${this.event.id}/reschedule`, body: rescheduling(move)});
    }
  }

  wished() {
    const data = new FormData(/** @type {HTMLFormElement} */ (this.querySelector('form.move')));
    const start = String(data.get('start') ?? '');
    const end = String(data.get('end') ?? '');
    return start && end ? {start: `${start}:00`, end: `${end}:00`, timeZone: this.app.settings.timeZone} : null;
  }

  /** @param {SubmitEvent} submitted */
  async submittedMove(submitted) {
    submitted.preventDefault();
    const event = /** @type {ScheduleDetail} */ (this.event);
    const move = this.wished();
    if (!move) {
      return;
    }
    const scope = event.recurring ? await chosenScope(this.app, event.title) : undefined;
    if (scope !== null) {
      await this.move({...event, version: event.recurring && scope !== 'ALL' ? undefined : event.version}, {...move, scope});
    }
  }

  /** @param {import('./moving.js').Movable} event @param {import('./moving.js').Move} move @param {{reason: string}} [override] */
  async move(event, move, override) {
    this.refused = null;
    try {
      await reschedule(this.app, event, move, override);
      this.dispatchEvent(new Event('done'));
    } catch (failure) {
      const problem = failure instanceof Problem ? failure : new Problem({status: 0, detail: sentence(this.app.texts, failure)});
      this.refused = {problem, again: reason => this.move(event, move, reason)};
    }
  }

  async edit() {
    const event = /** @type {ScheduleDetail} */ (this.event);
    const scope = event.recurring && event.id.includes('@') ? await chosenScope(this.app, event.title) : 'ALL';
    if (scope === null) {
      return;
    }
    const edited = scope === 'ALL' && event.recurring
      ? await this.app.api.queries.getSchedule({scheduleId: seriesOf(event.id), timeZone: this.app.settings.timeZone})
      : event;
    this.dispatchEvent(new Event('done'));
    openEditor(this.app, {start: '', end: ''}, {event: edited, scope});
  }

  async unschedule() {
    const event = /** @type {ScheduleDetail} */ (this.event);
    const answer = await confirmed(this.app, {
      title: this.t('unschedule'), text: this.t('unschedule.text', {title: event.title}), yes: this.t('unschedule'), reason: 'optional',
    });
    if (answer) {
      await this.act(this.t('unscheduled', {title: event.title}), () => this.app.api.commands.unscheduleEvent({
        scheduleId: event.id, unscheduleRequest: answer.reason ? {reason: answer.reason} : {},
      }));
    }
  }

  async remove() {
    const event = /** @type {ScheduleDetail} */ (this.event);
    const scope = event.recurring && event.id.includes('@') ? await chosenScope(this.app, event.title) : undefined;
    if (scope === null) {
      return;
    }
    const answer = await confirmed(this.app, {
      title: this.t('remove'), text: this.t('remove.text', {title: event.title}), yes: this.t('remove'), reason: 'optional',
    });
    if (answer) {
      await this.act(this.t('removed', {title: event.title}), () => this.app.api.commands.cancelEvent({
        scheduleId: event.id, reason: answer.reason || undefined, scope,
      }));
    }
  }

  /** @param {string} text @param {() => Promise<import('almanac/commands').WriteAnswer>} command */
  async act(text, command) {
    try {
      const answer = await command();
      this.app.toasts.done(text, answer);
      this.app.dispatchEvent(new Event('written'));
      this.dispatchEvent(new Event('done'));
    } catch (failure) {
      this.app.toasts.failed(failure);
    }
  }

  /** @param {string} conflictId */
  toConflicts(conflictId) {
    this.dispatchEvent(new Event('done'));
    this.app.dispatchEvent(new CustomEvent('open-conflicts', {detail: conflictId}));
  }
}

customElements.define('almanac-event', EventDetails);

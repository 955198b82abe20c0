/** The events of a day as cards, by category, each with the event that it goes with and what can be done. */
import {html, nothing} from 'lit';
import {confirmed} from '../app/dialog.js';
import {span} from '../app/times.js';
import {Part} from '../app/view.js';
import {openDetails} from '../calendar/event-details.js';
import {categoryName} from './dates.js';
import {openReschedule} from './reschedule.js';

/** @typedef {import('almanac/queries').Group} Group */
/** @typedef {import('almanac/queries').PairedEvent} PairedEvent */
/** @typedef {import('almanac/queries').Pair} Pair */

const CARDS = 30;

export class DayCards extends Part {
  static properties = {app: {attribute: false}, groups: {attribute: false}, shown: {state: true}};

  constructor() {
    super();
    /** @type {Group[]} */
    this.groups = [];
    /** How many of a category, where more were asked for. @type {Record<string, number>} */
    this.shown = {};
  }

  render() {
    return this.groups.map((group, index) => {
      const shown = this.shown[group.category] ?? CARDS;
      const events = group.events ?? [];
      return html`<section aria-labelledby=${`group-${index}`}>
        <h2 id=${`group-${index}`}><span class=${`swatch c${this.app.colourOf(group.category)}`} aria-hidden="true"></span>
          ${categoryName(this.app, group.category)} <span class="count">${group.count}</span></h2>
        <ul class="day-cards">${events.slice(0, shown).map(event => this.card(event))}</ul>
        ${events.length > shown
          ? html`<p><button type="button" @click=${() => (this.shown = {...this.shown, [group.category]: shown + CARDS})}>
              ${this.t('more', {count: events.length - shown})}</button></p>`
          : nothing}
      </section>`;
    });
  }

  /** @param {PairedEvent} event */
  card(event) {
    const {app} = this;
    const t = this.t.bind(this);
    const takesPlace = event.status !== 'UNSCHEDULED' && event.status !== 'CANCELLED';
    const button = (/** @type {string} */ text, /** @type {() => unknown} */ act) => html`
      <button type="button" @click=${act}>${text}<span class="visually-hidden"> ${event.title}</span></button>`;
    return html`<li class=${`day-card c${app.colourOf(event.category ?? 'Other')} ${event.status}`} data-schedule=${event.id}>
      <h3>${event.title}</h3>
      <p class="card-when">${event.allDay ? html`${t('field.all-day')}, ` : nothing}${span(app, event.startDateTime, event.endDateTime)}${event.recurring ? html` · ${t('recurring')}` : nothing}</p>
      <p class="quiet">${[event.location, app.calendar(event.calendarId)?.name].filter(Boolean).join(' · ')}</p>
      <p class="card-marks"><span class="card-status">${app.texts.word('status', event.status)}</span>
        ${event.conflictLevel === 'NONE' ? nothing
          : html`<span class=${`level ${event.conflictLevel}`}>${t('in-conflict', {level: app.texts.word('level', event.conflictLevel)})}</span>`}</p>
      ${event.pairs.length ? html`<ul class="pairs">${event.pairs.map(pair => this.pair(pair))}</ul>` : nothing}
      <p class="buttons">
        ${button(t('month.details'), () => openDetails(app, event.id))}
        ${event.run ? nothing : html`
          ${button(t('month.reschedule'), () => openReschedule(app, event))}
          ${takesPlace ? button(t('unschedule'), () => this.unschedule(event)) : nothing}`}
      </p>
    </li>`;
  }

  /** @param {Pair} pair */
  pair(pair) {
    // The generator spells it _exists, the service does not.
    const {exists} = /** @type {{exists: boolean}} */ (/** @type {unknown} */ (pair));
    const state = !exists ? 'gone' : pair.scheduled === undefined ? 'hidden' : pair.scheduled ? 'scheduled' : 'unscheduled';
    const when = pair.startDateTime ? span(this.app, pair.startDateTime, pair.startDateTime) : '';
    const text = this.t(`month.pair.${pair.role}.${state}`, {when});
    return html`<li class=${`pair ${state}`}>${state === 'scheduled' || state === 'hidden' ? nothing : html`<span aria-hidden="true">⚠ </span>`}${exists && state !== 'hidden'
      ? html`<button type="button" class="plain" @click=${() => openDetails(this.app, pair.scheduleId)}>${text}</button>`
      : text}</li>`;
  }

  /** @param {PairedEvent} event */
  async unschedule(event) {
    const {app} = this;
    const answer = await confirmed(app, {
      title: this.t('unschedule'), text: this.t('unschedule.text', {title: event.title}), yes: this.t('unschedule'), reason: 'optional',
    });
    if (!answer) {
      return;
    }
    try {
      const done = await app.api.commands.unscheduleEvent({
        scheduleId: event.id, unscheduleRequest: answer.reason ? {reason: answer.reason} : {},
      });
      app.toasts.done(this.t('unscheduled', {title: event.title}), done);
      app.dispatchEvent(new Event('written'));
    } catch (failure) {
      app.toasts.failed(failure);
    }
  }
}

customElements.define('almanac-day-cards', DayCards);

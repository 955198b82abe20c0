/** Another date and time for an event, which stays as long as it is; a refusal says who is in the way. */
import {html, nothing} from 'lit';
import {openDialog} from '../app/dialog.js';
import {Problem, sentence} from '../app/problem.js';
import {localOf} from '../app/times.js';
import {Part} from '../app/view.js';
import {chosenScope, refusal, rescheduling} from '../calendar/moving.js';

/** @typedef {import('../app/app.js').App} App */
/** @typedef {import('almanac/queries').PairedEvent} PairedEvent */

/** @param {App} app @param {PairedEvent} event */
export async function openReschedule(app, event) {
  const scope = event.recurring ? await chosenScope(app, event.title) : undefined;
  if (scope !== null) {
    await openDialog(
      app.texts.t('month.reschedule.title', {title: event.title}),
      close => html`<almanac-reschedule .app=${app} .event=${event} .scope=${scope} @done=${close}></almanac-reschedule>`,
      {closeText: app.texts.t('close')});
  }
}

export class Reschedule extends Part {
  static properties = {app: {attribute: false}, event: {attribute: false}, scope: {attribute: false}, failure: {state: true}, sending: {state: true}};

  constructor() {
    super();
    /** @type {PairedEvent} */
    this.event = /** @type {any} */ (undefined);
    /** @type {import('../calendar/moving.js').Scope | undefined} */
    this.scope = undefined;
    /** @type {unknown} */
    this.failure = null;
    this.sending = false;
  }

  render() {
    const t = this.t.bind(this);
    const {failure} = this;
    return html`<form @submit=${(/** @type {SubmitEvent} */ submitted) => {
      submitted.preventDefault();
      this.send();
    }}>
      <p>${t('month.reschedule.text')} ${this.event.pairs.some(pair => pair.role === 'COMPANION') ? t('companions.follow') : nothing}</p>
      <div class="fields">
        <label>${t('field.start')}
          <input type="datetime-local" name="start" required .defaultValue=${localOf(this.event.startDateTime, this.app.settings.timeZone).slice(0, 16)}></label>
        <label>${t('reason')} <input name="reason" maxlength="256" autocomplete="off"></label>
      </div>
      ${failure instanceof Problem && failure.inTheWay.length
        ? refusal(this.app, failure, override => this.send(override))
        : failure ? html`<p class="danger-note" role="alert">${sentence(this.app.texts, failure)}</p>` : nothing}
      <p class="buttons">
        <button type="submit" class="primary" ?disabled=${this.sending}>${t('month.reschedule')}</button>
        <button type="button" @click=${() => this.dispatchEvent(new Event('done'))}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  /** @param {{reason: string}} [override] */
  async send(override) {
    const {app, event, scope} = this;
    const data = new FormData(/** @type {HTMLFormElement} */ (this.querySelector('form')));
    const reason = String(data.get('reason') ?? '').trim() || undefined;
    const ofOneDate = event.recurring && scope !== 'ALL';
    this.sending = true;
    try {
      const answer = await app.api.commands.rescheduleEvent({
        scheduleId: event.id,
        rescheduleRequest: rescheduling({start: `${data.get('start')}:00`, timeZone: app.settings.timeZone, scope, reason}, override),
        ifMatch: ofOneDate ? undefined : `"${event.version}"`,
      });
      app.toasts.done(this.t('moved', {title: event.title}), answer);
      app.dispatchEvent(new Event('written'));
      this.dispatchEvent(new Event('done'));
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.sending = false;
    }
  }
}

customElements.define('almanac-reschedule', Reschedule);

/** What somebody wants to be told of, and by which ways. */
import {html, nothing} from 'lit';
import {Part} from '../app/view.js';

/** @typedef {import('almanac/queries').NotificationPreferences} NotificationPreferences */

const CATEGORIES = /** @type {const} */ (['CRITICAL', 'NORMAL', 'LOW']);
const CHANNELS = /** @type {const} */ (['IN_APP', 'MAIL', 'CHAT', 'WEBHOOK']);
const DIGESTS = /** @type {const} */ (['NONE', 'HOURLY', 'DAILY']);

export class PreferencesForm extends Part {
  static properties = {app: {attribute: false}, preferences: {state: true}, sending: {state: true}, digest: {state: true}};

  constructor() {
    super();
    /** @type {NotificationPreferences | null} */
    this.preferences = null;
    this.sending = false;
    this.digest = 'NONE';
  }

  firstUpdated() {
    this.read();
  }

  async read() {
    try {
      this.preferences = await this.app.api.queries.getNotificationPreferences();
      this.digest = this.preferences.digest.frequency;
    } catch (failure) {
      this.app.toasts.failed(failure, [{text: this.t('live.again'), action: () => this.read()}]);
    }
  }

  /** @param {SubmitEvent} event */
  async send(event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const text = (/** @type {string} */ name) => String(form.get(name) ?? '').trim();
    const quiet = text('quiet-from') && text('quiet-till') ? {from: text('quiet-from'), till: text('quiet-till')} : null;
    const chat = text('chat');
    this.sending = true;
    try {
      const answer = await this.app.api.commands.patchNotificationPreferences({
        preferencesPatch: /** @type {any} */ ({
          email: text('email') || null,
          timeZone: this.app.settings.timeZone,
          quietHours: quiet,
          digest: {frequency: this.digest, ...(this.digest === 'DAILY' ? {at: text('digest-at')} : {})},
          categories: Object.fromEntries(CATEGORIES.map(category => [category, form.getAll(category)])),
          // What is shown of an address that is set is masked, and no address.
          ...(chat === (this.preferences?.chatWebhookUrl ?? '') ? {} : {chatWebhookUrl: chat || null}),
        }),
      });
      this.app.toasts.done(this.t('notifications.saved'), /** @type {any} */ (answer));
      await this.read();
    } catch (failure) {
      this.app.toasts.failed(failure);
    } finally {
      this.sending = false;
    }
  }

  render() {
    const t = this.t.bind(this);
    const {preferences} = this;
    if (!preferences) {
      return html`<p role="status">${t('loading')}</p>`;
    }
    const told = /** @type {Record<string, string[]>} */ (preferences.categories);
    return html`<form class="fields preferences" @submit=${this.send}>
      <fieldset><legend>${t('notifications.ways')}</legend>
        <table><thead><tr><td></td>${CHANNELS.map(channel => html`<th scope="col">${t(`notifications.channel.${channel}`)}</th>`)}</tr></thead>
          <tbody>${CATEGORIES.map(category => html`<tr><th scope="row">${t(`notifications.category.${category}`)}</th>
            ${CHANNELS.map(channel => html`<td><label><input type="checkbox" name=${category} value=${channel} ?checked=${told[category]?.includes(channel)}>
              <span class="visually-hidden">${t(`notifications.category.${category}`)}: ${t(`notifications.channel.${channel}`)}</span></label></td>`)}</tr>`)}</tbody></table>
      </fieldset>
      <label>${t('notifications.email')} <input type="email" name="email" maxlength="254" autocomplete="email" .value=${preferences.email ?? ''}></label>
      <label>${t('notifications.chat')} <input type="text" name="chat" maxlength="2048" autocomplete="off" .value=${preferences.chatWebhookUrl ?? ''}></label>
      <fieldset><legend>${t('notifications.quiet')}</legend>
        <label>${t('notifications.quiet.from')} <input type="time" name="quiet-from" .value=${preferences.quietHours?.from ?? ''}></label>
        <label>${t('notifications.quiet.till')} <input type="time" name="quiet-till" .value=${preferences.quietHours?.till ?? ''}></label>
        <p class="quiet">${t('notifications.quiet.text')}</p>
      </fieldset>
      <label>${t('notifications.digest')}
        <select name="digest" @change=${(/** @type {Event} */ event) => (this.digest = /** @type {HTMLSelectElement} */ (event.target).value)}>
          ${DIGESTS.map(digest => html`<option value=${digest} ?selected=${digest === this.digest}>${t(`notifications.digest.${digest}`)}</option>`)}
        </select></label>
      ${this.digest === 'DAILY'
        ? html`<label>${t('notifications.digest.at')} <input type="time" name="digest-at" required .value=${preferences.digest.at ?? '08:00'}></label>`
        : nothing}
      <p class="buttons"><button type="submit" class="primary" ?disabled=${this.sending}>${t('notifications.save')}</button></p>
    </form>`;
  }
}

customElements.define('almanac-preferences', PreferencesForm);

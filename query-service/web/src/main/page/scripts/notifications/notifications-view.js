/** What somebody has been told, what is unread first; and what they want to be told of, and how. */
import {html, nothing} from 'lit';
import {address} from '../app/app.js';
import {dateAndTime} from '../app/times.js';
import {View} from '../app/view.js';
import {concernsInbox} from './inbox.js';
import './preferences-form.js';

/** @typedef {import('almanac/queries').NotificationItem} NotificationItem */

const PAGE = 50;
const SHOWN_MAX = 500;

export class NotificationsView extends View {
  static properties = {
    app: {attribute: false}, parameters: {attribute: false}, items: {state: true}, more: {state: true}, loading: {state: true}, category: {state: true},
  };

  constructor() {
    super();
    /** @type {NotificationItem[] | null} */
    this.items = null;
    /** @type {string | null} */
    this.more = null;
    this.loading = false;
    this.category = '';
  }

  get showsPreferences() {
    return this.parameters.view === 'preferences';
  }

  firstUpdated() {
    this.readAgainOnChanges(() => this.read(), concernsInbox);
    this.listen(this.app.settings, 'change', () => this.requestUpdate());
    this.read();
  }

  /** @param {string} [cursor] where a list goes on */
  async read(cursor) {
    this.loading = true;
    try {
      const page = await this.app.api.queries.listNotifications({
        limit: PAGE, cursor, category: /** @type {any} */ (this.category || undefined),
      });
      this.items = cursor ? [...(this.items ?? []), ...page.items] : page.items;
      this.more = page.nextCursor ?? null;
    } catch (failure) {
      this.app.toasts.failed(failure, [{text: this.t('live.again'), action: () => this.read()}]);
    } finally {
      this.loading = false;
    }
  }

  /** @param {NotificationItem} item @param {boolean} read */
  async mark(item, read) {
    const notificationId = item.id;
    try {
      await (read ? this.app.api.queries.readNotification({notificationId}) : this.app.api.queries.unreadNotification({notificationId}));
      this.app.dispatchEvent(new Event('written'));
    } catch (failure) {
      this.app.toasts.failed(failure);
    }
  }

  async markAll() {
    try {
      await this.app.api.queries.readAllNotifications();
      this.app.dispatchEvent(new Event('written'));
    } catch (failure) {
      this.app.toasts.failed(failure);
    }
  }

  render() {
    const t = this.t.bind(this);
    const there = (/** @type {string} */ view) => address('notifications', view ? {view} : {});
    return html`
      <h1>${t('notifications.title')}</h1>
      <nav class="group" aria-label=${t('notifications.title')}>
        <a class="button" href=${there('')} aria-current=${this.showsPreferences ? nothing : 'page'}>${t('notifications.told')}</a>
        <a class="button" href=${there('preferences')} aria-current=${this.showsPreferences ? 'page' : nothing}>${t('notifications.preferences')}</a>
      </nav>
      ${this.showsPreferences ? html`<almanac-preferences .app=${this.app}></almanac-preferences>` : this.inbox()}`;
  }

  inbox() {
    const t = this.t.bind(this);
    /** @type {NotificationItem[]} */
    const items = this.items ?? [];
    return html`
      <div class="group">
        <label>${t('notifications.category')}
          <select name="category" @change=${(/** @type {Event} */ event) => {
            this.category = /** @type {HTMLSelectElement} */ (event.target).value;
            this.read();
          }}>
            <option value="">${t('notifications.category.all')}</option>
            ${['CRITICAL', 'NORMAL', 'LOW'].map(category => html`<option value=${category}>${t(`notifications.category.${category}`)}</option>`)}
          </select></label>
        <button type="button" ?disabled=${!items.some(item => !item.read)} @click=${() => this.markAll()}>${t('notifications.read-all')}</button>
      </div>
      <p role="status" class=${items.length ? 'visually-hidden' : 'quiet'}>
        ${this.loading && !this.items ? t('loading') : items.length ? t('notifications.count', {count: items.length}) : t('notifications.none')}</p>
      <ul class="notifications">${items.slice(0, SHOWN_MAX).map(item => this.item(item))}</ul>
      ${this.more && items.length < SHOWN_MAX
        ? html`<button type="button" ?disabled=${this.loading} @click=${() => this.read(this.more ?? undefined)}>${t('notifications.more')}</button>`
        : nothing}`;
  }

  /** @param {NotificationItem} item */
  item(item) {
    const t = this.t.bind(this);
    return html`<li class=${item.read ? 'read' : 'unread'}>
      <p><span class=${`notification-category ${item.category}`}>${t(`notifications.category.${item.category}`)}</span>
        ${item.read ? nothing : html`<strong>${t('notifications.unread')}</strong>`}
        <time datetime=${item.at}>${dateAndTime(this.app, item.at)}</time></p>
      <p class="notification-text">${this.sentence(item)}</p>
      <p class="group">
        ${this.place(item)}
        <button type="button" class="plain" @click=${() => this.mark(item, !item.read)}>${t(item.read ? 'notifications.mark-unread' : 'notifications.mark-read')}<span class="visually-hidden">: ${this.sentence(item)}</span></button>
      </p>
    </li>`;
  }

  /** In the words of the page, with times in the shown zone. @param {NotificationItem} item */
  sentence(item) {
    const {about, cause, when} = item.notice;
    if (item.count > 1) {
      return this.t(`notifications.many.${item.type}`, {count: item.count});
    }
    const at = (/** @type {string | undefined} */ instant) => (instant ? dateAndTime(this.app, instant) : '');
    const said = this.t(`notifications.one.${item.type}`, {
      title: about.title ?? this.t('notifications.something'),
      other: about.otherTitle ?? this.t('notifications.another'),
      by: cause.by,
      when: at(when?.startDateTime),
      before: at(when?.previousStartDateTime),
    });
    return cause.reason ? `${said} (${cause.reason})` : said;
  }

  /** Where it can be seen and acted on. @param {NotificationItem} item */
  place(item) {
    const t = this.t.bind(this);
    const {about, when} = item.notice;
    if (item.type.startsWith('CONFLICT')) {
      return html`<button type="button" class="plain" @click=${() =>
        this.app.dispatchEvent(new CustomEvent('open-conflicts', {detail: about.subjectId}))}>${t('notifications.open')}<span class="visually-hidden">: ${about.title}</span></button>`;
    }
    if (item.type.startsWith('RUN') || item.type.startsWith('RULE')) {
      return html`<a href=${address('operations')}>${t('notifications.open')}<span class="visually-hidden">: ${about.title}</span></a>`;
    }
    return when
      ? html`<a href=${address('calendar', {view: 'day', date: when.startDateTime.slice(0, 10)})}>${t('notifications.open')}<span class="visually-hidden">: ${about.title}</span></a>`
      : nothing;
  }
}

customElements.define('almanac-notifications', NotificationsView);

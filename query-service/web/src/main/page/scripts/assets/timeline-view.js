/** What lies on a person, a site or an asset, day by day: bookings beside the entries of other services, with what they have attached. */
import {html, nothing} from 'lit';
import {openDialog} from '../app/dialog.js';
import {Problem} from '../app/problem.js';
import {localOf, locale, plusDays, span, timeOnly, today} from '../app/times.js';
import {focusOn, View} from '../app/view.js';
import {openDetails} from '../calendar/event-details.js';
import {openLightbox, safe} from './lightbox.js';

/** @typedef {import('almanac/queries').FeedEvent} FeedEvent */
/** @typedef {'MY' | 'SITE' | 'ASSET'} Context */

const CONTEXTS = /** @type {Context[]} */ (['MY', 'SITE', 'ASSET']);
const ICONS = /** @type {Record<string, string>} */ ({attendance: '◉', task: '☑', jobneed: '☑', ticket: '◆', journal: '✎', event: '■'});
const ASSET_DAYS = 182;
const LISTED_MAX = 400;
/** Twenty of a page, some pages: more is for a program. */
const ATTACHMENTS_MAX = 200;

export class TimelineView extends View {
  static properties = {
    app: {attribute: false}, parameters: {attribute: false}, entries: {state: true}, types: {state: true}, loading: {state: true},
  };

  constructor() {
    super();
    /** @type {FeedEvent[]} */
    this.entries = [];
    /** Types that are not shown. @type {string[]} */
    this.types = [];
    this.loading = false;
    this.wanted = '';
    /** @type {AbortController | null} */
    this.reading = null;
  }

  /** @returns {Context} */
  get context() {
    return CONTEXTS.find(context => context === this.parameters.context) ?? 'MY';
  }

  get contextId() {
    const {app} = this;
    const first = this.context === 'SITE' ? app.calendars[0]?.id : this.context === 'ASSET' ? app.resources[0]?.id : '';
    return this.parameters.id ?? first ?? '';
  }

  get date() {
    return /^\d{4}-\d{2}-\d{2}$/.test(this.parameters.date ?? '') ? this.parameters.date : plusDays(today(this.app.settings.timeZone), this.context === 'ASSET' ? -ASSET_DAYS + 14 : 0);
  }

  get days() {
    return this.context === 'ASSET' ? ASSET_DAYS : this.app.settings.configured.limits.maxWindowDays;
  }

  get onlyWithAttachments() {
    return this.parameters.attachments === 'true';
  }

  firstUpdated() {
    this.readAgainOnChanges(() => this.read(true), message => message.type.includes('Entry') || 'scheduleId' in message.change);
    this.listen(this.app.settings, 'change', () => this.read(true));
    this.listen(this.app, 'resources', () => this.requestUpdate());
    this.listen(this.app, 'shortcut', event => this.pressed(event.detail));
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has('parameters')) {
      this.read();
    }
  }

  /** @param {string} key */
  pressed(key) {
    const steps = {j: this.days, k: -this.days}[key];
    if (steps) {
      this.go({date: plusDays(this.date, steps)});
    } else if (key === 't') {
      this.go({date: ''});
    } else if (key === 'g') {
      focusOn(this, '.jump');
    }
  }

  /** @param {Record<string, string>} more */
  go(more) {
    const parameters = {...this.parameters, ...more};
    this.app.navigate('timeline', Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== '')));
  }

  async read(again = false) {
    const {context, contextId, date, days} = this;
    const wanted = JSON.stringify([context, contextId, date, this.onlyWithAttachments, this.app.settings.timeZone]);
    if (wanted === this.wanted && !again) {
      return;
    }
    this.wanted = wanted;
    if (context !== 'MY' && !contextId) {
      this.entries = [];
      return;
    }
    this.reading?.abort();
    this.reading = new AbortController();
    const {signal} = this.reading;
    this.loading = true;
    try {
      this.entries = await this.app.api.queries.listFeedEvents({
        start: `${date}T00:00:00`,
        end: `${plusDays(date, days)}T00:00:00`,
        timeZone: this.app.settings.timeZone,
        contextType: context,
        contextId: context === 'MY' ? undefined : contextId,
        hasAttachments: this.onlyWithAttachments || undefined,
      }, {signal});
    } catch (failure) {
      if (!signal.aborted) {
        this.entries = [];
        this.app.toasts.failed(failure, [{text: this.t('live.again'), action: () => this.read(true)}]);
      }
    } finally {
      this.loading = false;
    }
  }

  /** @param {FeedEvent} entry */
  typeOf(entry) {
    return entry.extendedProps.entry ? entry.extendedProps.type ?? 'entry' : 'event';
  }

  render() {
    const t = this.t.bind(this);
    const {app, context} = this;
    const known = [...new Set(this.entries.map(entry => this.typeOf(entry)))].sort();
    const shown = this.entries.filter(entry => !this.types.includes(this.typeOf(entry)));
    const format = new Intl.DateTimeFormat(locale(app), {timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric'});
    const range = format.formatRange(new Date(`${this.date}T00:00:00Z`), new Date(`${plusDays(this.date, this.days - 1)}T00:00:00Z`));
    return html`
      <div class="calendar-bar">
        <h1>${t('timeline.title')}</h1>
        <div class="group" role="group" aria-label=${t('timeline.context')}>${CONTEXTS.map(each => html`
          <button type="button" aria-pressed=${each === context} @click=${() => app.navigate('timeline', {context: each})}>${t(`timeline.${each}`)}</button>`)}</div>
        ${context === 'MY' ? nothing : html`<label>${t(`timeline.which.${context}`)}
          <select name="context-id" @change=${(/** @type {Event} */ event) => this.go({id: /** @type {HTMLSelectElement} */ (event.target).value})}>
            ${(context === 'SITE' ? app.calendars : app.resources).map(each => html`<option value=${each.id} ?selected=${each.id === this.contextId}>${each.name}</option>`)}
          </select></label>`}
        <div class="group">
          <button type="button" aria-label=${t('previous')} @click=${() => this.pressed('k')}>${app.texts.direction === 'rtl' ? '→' : '←'}</button>
          <button type="button" @click=${() => this.pressed('t')}>${t('today')}</button>
          <button type="button" aria-label=${t('next')} @click=${() => this.pressed('j')}>${app.texts.direction === 'rtl' ? '←' : '→'}</button>
          <label><span class="visually-hidden">${t('go-to-date')}</span>
            <input type="date" class="jump" .value=${this.date} @change=${(/** @type {Event} */ event) => this.go({date: /** @type {HTMLInputElement} */ (event.target).value})}></label>
        </div>
        <strong aria-live="polite">${range}</strong>
      </div>
      <div class="chips" role="group" aria-label=${t('timeline.types')}>
        ${known.map(type => html`<button type="button" aria-pressed=${!this.types.includes(type)} @click=${() => this.toggle(type)}>
          <span aria-hidden="true">${ICONS[type] ?? '•'}</span> ${app.texts.word('entry-type', type)}</button>`)}
        <button type="button" aria-pressed=${this.onlyWithAttachments} @click=${() => this.go({attachments: this.onlyWithAttachments ? '' : 'true'})}>
          ${t('timeline.attachments')}</button>
      </div>
      <p role="status" class="quiet">${this.loading ? t('loading') : t('timeline.count', {count: shown.length})}</p>
      ${this.byDay(shown.slice(0, LISTED_MAX)).map(([day, entries]) => html`
        <section class="timeline-day">
          <h2>${new Intl.DateTimeFormat(locale(app), {timeZone: 'UTC', weekday: 'long', year: 'numeric', month: 'long', day: 'numeric'}).format(new Date(`${day}T00:00:00Z`))}</h2>
          <ul class="entries">${entries.map(entry => this.entry(entry))}</ul>
        </section>`)}
      ${shown.length > LISTED_MAX ? html`<p class="warning">${t('list.more', {count: shown.length - LISTED_MAX})}</p>` : nothing}`;
  }

  /** @param {FeedEvent[]} entries @returns {[string, FeedEvent[]][]} */
  byDay(entries) {
    /** @type {Map<string, FeedEvent[]>} */
    const days = new Map();
    for (const entry of [...entries].sort((a, b) => a.start.localeCompare(b.start))) {
      const day = entry.start.slice(0, 10);
      days.set(day, [...(days.get(day) ?? []), entry]);
    }
    return [...days];
  }

  /** @param {FeedEvent} entry */
  entry(entry) {
    const t = this.t.bind(this);
    const props = entry.extendedProps;
    const type = this.typeOf(entry);
    const start = props.entry?.startDateTime ?? props.startDateTime ?? entry.start;
    const hidden = props.entry?.visibility === 'PRIVATE';
    const photos = props.metadata?.photoCount ?? 0;
    return html`<li><button type="button" class="entry" @click=${() => this.open(entry)}>
      <span class="entry-time">${entry.allDay ? t('field.all-day') : timeOnly(this.app, start)}</span>
      <span class="entry-type"><span aria-hidden="true">${ICONS[type] ?? '•'}</span> ${this.app.texts.word('entry-type', type)}</span>
      <strong>${hidden && !entry.title ? t('timeline.private') : entry.title}</strong>
      ${hidden && entry.title !== t('timeline.private') ? html`<span class="private entry-badge">${t('timeline.private')}</span>` : nothing}
      ${props.metadata?.hasAttachments ? html`<span class="entry-badge">${photos ? t('timeline.photos', {count: photos}) : t('attachments')}</span>` : nothing}
      ${props.entry?.ownerId ? html`<span class="quiet">${props.entry.ownerId}</span>` : nothing}
    </button></li>`;
  }

  /** @param {string} type */
  toggle(type) {
    this.types = this.types.includes(type) ? this.types.filter(each => each !== type) : [...this.types, type];
  }

  /** @param {FeedEvent} entry */
  async open(entry) {
    const {entry: provided} = entry.extendedProps;
    if (!provided) {
      openDetails(this.app, entry.id);
      return;
    }
    const t = this.t.bind(this);
    /** @type {import('almanac/queries').EntryAttachment[]} */
    let attachments = [];
    let denied = false;
    if (entry.extendedProps.metadata?.hasAttachments) {
      try {
        attachments = (await this.app.api.queries.listAttachments({eventId: entry.id})).items.slice(0, ATTACHMENTS_MAX);
      } catch (failure) {
        denied = failure instanceof Problem && failure.status === 403;
        if (!denied) {
          this.app.toasts.failed(failure);
        }
      }
    }
    const facts = /** @type {[string, string | undefined][]} */ ([
      ['field.when', span(this.app, provided.startDateTime, provided.endDateTime)],
      ['field.booked-in', provided.timeZone && provided.timeZone !== this.app.settings.timeZone
        ? `${localOf(provided.startDateTime, provided.timeZone).replace('T', ' ').slice(0, 16)} ${provided.timeZone}` : undefined],
      ['timeline.type', this.app.texts.word('entry-type', this.typeOf(entry))],
      ['timeline.owner', provided.ownerId],
      ['timeline.with', provided.participants.join(', ')],
      ['field.status', provided.status],
      ['timeline.which.SITE', provided.siteId && (this.app.calendar(provided.siteId)?.name ?? provided.siteId)],
      ['timeline.which.ASSET', provided.assetId && (this.app.resource(provided.assetId)?.name ?? provided.assetId)],
      ['field.description', provided.description],
    ]).filter(([, value]) => value);
    await openDialog(entry.title || t('timeline.private'), () => html`
      <dl class="facts">${facts.map(([key, value]) => html`<dt>${t(key)}</dt><dd class="description">${value}</dd>`)}</dl>
      ${provided.visibility === 'PRIVATE' ? html`<p class="private">${t('timeline.private.text')}</p>` : nothing}
      ${denied ? html`<p class="warning">${t('timeline.denied')}</p>` : nothing}
      ${attachments.length ? html`<h3>${t('attachments')}</h3><ul class="thumbnails">${attachments.map((attachment, index) => html`
        <li><button type="button" @click=${() => openLightbox(this.app, attachments, index)}>
          ${attachment.mediaType.startsWith('image/') && safe(attachment.thumbnailUrl ?? attachment.url)
            ? html`<img src=${safe(attachment.thumbnailUrl ?? attachment.url) ?? ''} alt=${attachment.name} width="120" height="120" loading="lazy">`
            : html`<span>${attachment.name}</span>`}</button></li>`)}</ul>` : nothing}`,
      {closeText: t('close')});
  }
}

customElements.define('almanac-timeline', TimelineView);

/** Attachments one by one, as large as the window: arrow keys, Home, End and Esc, and what is known of each. */
import {html, nothing} from 'lit';
import {openDialog} from '../app/dialog.js';
import {dateAndTime} from '../app/times.js';
import {Part} from '../app/view.js';

/** @typedef {import('../app/app.js').App} App */
/** @typedef {import('almanac/queries').EntryAttachment} EntryAttachment */

/** @param {App} app @param {EntryAttachment[]} attachments @param {number} first */
export function openLightbox(app, attachments, first) {
  return openDialog(
    app.texts.t('attachments'),
    () => html`<almanac-lightbox .app=${app} .attachments=${attachments} .index=${first}></almanac-lightbox>`,
    {className: 'wide', closeText: app.texts.t('close')});
}

/** Only what the browser asks for safely. @param {string | undefined} address */
export function safe(address) {
  return address && /^https?:\/\//i.test(address) ? address : undefined;
}

export class Lightbox extends Part {
  static properties = {app: {attribute: false}, attachments: {attribute: false}, index: {attribute: false}, broken: {state: true}};

  constructor() {
    super();
    /** @type {EntryAttachment[]} */
    this.attachments = [];
    this.index = 0;
    this.broken = false;
  }

  firstUpdated() {
    const dialog = this.closest('dialog');
    if (dialog) {
      this.listen(dialog, 'keydown', event => this.pressed(event));
    }
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    const back = this.app.texts.direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const on = this.app.texts.direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const last = this.attachments.length - 1;
    const next = {[back]: this.index - 1, [on]: this.index + 1, Home: 0, End: last}[event.key];
    if (next !== undefined) {
      event.preventDefault();
      this.show(next);
    }
  }

  /** @param {number} index */
  show(index) {
    this.index = Math.max(0, Math.min(this.attachments.length - 1, index));
    this.broken = false;
  }

  render() {
    const t = this.t.bind(this);
    const attachment = this.attachments[this.index];
    const url = safe(attachment.url);
    const isImage = attachment.mediaType.startsWith('image/');
    const facts = /** @type {[string, unknown][]} */ ([
      ['attachment.name', attachment.name],
      ['attachment.taken', attachment.takenAt && dateAndTime(this.app, attachment.takenAt)],
      ['attachment.place', attachment.latitude === undefined || attachment.longitude === undefined ? undefined : html`
        <a target="_blank" rel="noopener noreferrer"
          href=${`https://www.openstreetmap.org/?mlat=${attachment.latitude}&mlon=${attachment.longitude}#map=17/${attachment.latitude}/${attachment.longitude}`}
        >${attachment.latitude.toFixed(5)}, ${attachment.longitude.toFixed(5)}</a>`],
      ['attachment.quality', attachment.quality === undefined ? undefined : `${Math.round(attachment.quality * 100)} %`],
      ['attachment.size', attachment.sizeBytes === undefined ? undefined : `${Math.max(1, Math.round(attachment.sizeBytes / 1024))} KB`],
      ['attachment.hash', attachment.sha256],
    ]).filter(([, value]) => value !== undefined && value !== '');
    return html`
      <div class="lightbox">
        <figure>
          ${isImage && url && !this.broken
            ? html`<img src=${url} alt=${attachment.name} @error=${() => (this.broken = true)}>`
            : html`<p class="broken">${t(this.broken ? 'attachment.broken' : 'attachment.no-picture', {type: attachment.mediaType})}</p>`}
          <figcaption role="status">${t('attachment.of', {index: this.index + 1, count: this.attachments.length})}: ${attachment.name}</figcaption>
        </figure>
        <dl class="facts">${facts.map(([key, value]) => html`<dt>${t(key)}</dt><dd>${value}</dd>`)}</dl>
      </div>
      <p class="buttons">
        <button type="button" ?disabled=${this.index === 0} @click=${() => this.show(this.index - 1)}>${t('attachment.previous')}</button>
        <button type="button" ?disabled=${this.index === this.attachments.length - 1} @click=${() => this.show(this.index + 1)}>${t('attachment.next')}</button>
        ${url ? html`<a class="button" href=${url} download=${attachment.name} target="_blank" rel="noopener noreferrer">${t('attachment.download')}</a>` : nothing}
      </p>`;
  }
}

customElements.define('almanac-lightbox', Lightbox);

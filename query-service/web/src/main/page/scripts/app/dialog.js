/** A modal dialog: the browser keeps the focus inside, closes it with Esc and gives the focus back. */
import {html, nothing, render} from 'lit';

/**
 * @param {string} title
 * @param {(close: () => void) => unknown} body
 * @param {{className?: string, closeText: string}} options
 * @returns {Promise<void>} when it is closed
 */
export function openDialog(title, body, options) {
  const dialog = document.createElement('dialog');
  dialog.className = options.className ?? '';
  const heading = `dialog-${crypto.randomUUID()}`;
  dialog.setAttribute('aria-labelledby', heading);
  const before = /** @type {HTMLElement | null} */ (document.activeElement);
  const close = () => dialog.close();
  document.body.append(dialog);
  render(
    html`
      <header class="dialog-title">
        <h2 id=${heading}>${title}</h2>
        <button class="plain" type="button" @click=${close} aria-label=${options.closeText}>✕</button>
      </header>
      ${body(close) ?? nothing}
    `,
    dialog);
  dialog.showModal();
  return new Promise(resolve => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      before?.focus?.();
      resolve();
    });
  });
}

/**
 * Asks before something is done that is hard to take back; null where it is not to be.
 *
 * @param {import('./app.js').App} app
 * @param {{title: string, text: string, yes: string, reason?: 'required' | 'optional'}} question
 * @returns {Promise<{reason: string} | null>}
 */
export async function confirmed(app, question) {
  /** @type {{reason: string} | null} */
  let answer = null;
  await openDialog(
    question.title,
    close => html`
      <form
        method="dialog"
        @submit=${(/** @type {SubmitEvent} */ event) => {
          event.preventDefault();
          answer = {reason: String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get('reason') ?? '').trim()};
          close();
        }}
      >
        <p>${question.text}</p>
        ${question.reason
          ? html`<label>${app.texts.t('reason')}
              <input name="reason" maxlength="256" ?required=${question.reason === 'required'} autocomplete="off"></label>`
          : nothing}
        <p class="buttons">
          <button type="submit" class="primary">${question.yes}</button>
          <button type="button" @click=${close}>${app.texts.t('cancel')}</button>
        </p>
      </form>`,
    {closeText: app.texts.t('close')});
  return answer;
}

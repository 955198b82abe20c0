import { LitElement, html } from 'lit';
import { queries } from './generated/operations.js';

class AlmanacApp extends LitElement {
  createRenderRoot() {
    return this;
  }

  render() {
    return html`<h1>Almanac</h1><p>${Object.keys(queries).length}</p>`;
  }
}

customElements.define('almanac-app', AlmanacApp);

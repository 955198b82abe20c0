import {html} from 'lit';
import {View} from '../app/view.js';

export class OperationsView extends View {
  render() {
    return html`<h1>${this.t('operations.title')}</h1>`;
  }
}

customElements.define('almanac-operations', OperationsView);

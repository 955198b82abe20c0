import {html} from 'lit';
import {View} from '../app/view.js';

export class MonthView extends View {
  render() {
    return html`<h1>${this.t('month.title')}</h1>`;
  }
}

customElements.define('almanac-month', MonthView);

import {html} from 'lit';
import {View} from '../app/view.js';

export class CalendarView extends View {
  render() {
    return html`<h1>${this.t('calendar.title')}</h1>`;
  }
}

customElements.define('almanac-calendar', CalendarView);

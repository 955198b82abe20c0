import {html} from 'lit';
import {View} from '../app/view.js';

export class TimelineView extends View {
  render() {
    return html`<h1>${this.t('timeline.title')}</h1>`;
  }
}

customElements.define('almanac-timeline', TimelineView);

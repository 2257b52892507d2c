import {LitElement, html, nothing, svg} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {smallMultiples, type Panel} from '../charts/small-multiples.js';
import type {Clusters, Group, Report} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {base} from '../styles/base.js';
import {groupsStyles} from './rg-groups.styles.js';
import {show} from './show.js';

type Measure = keyof Group['center'];
const kMeasures = ['days_since_last', 'orders', 'revenue'] as const satisfies readonly Measure[];

/** Above these silhouettes groups are clearly apart, or apart; after Kaufman and Rousseeuw (1990). */
const kClear = 0.5;
const kFair = 0.25;

/**
 * Groups found in the data: how they differ, how large they are, how far apart.
 * @fires rg-show - Detail: the filter of the customers to show.
 */
@customElement('rg-groups')
export class RgGroups extends LitElement {
  static override styles = [base, groupsStyles];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What is told. */
  @property({attribute: false}) report: Report | null = null;

  #label(group: Group): string {
    return groupLabel(group, this.locale);
  }

  #named(group: Group) {
    return html`<i class="id">${this.locale.format.number(group.id)}</i
      ><span>${this.#label(group)}</span>`;
  }

  #value(measure: Measure, value: number): string {
    const {format} = this.locale;
    if (measure === 'days_since_last') return format.days(Math.round(value));
    return measure === 'orders' ? format.figure(value) : format.moneyRound(value);
  }

  #panel({measure, bars}: Panel<Measure>, groups: readonly Group[]) {
    return html`<div>
      <h4>${this.locale.words.groups.panel[measure]}</h4>
      <ul>
        ${bars.map((bar) => {
          const group = groups.find(({id}) => id === bar.id);
          return html`<li>
            <span>${group ? this.#named(group) : nothing}</span
            ><b>${this.#value(measure, bar.value)}</b>
            ${svg`<svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect width=${bar.width} height="8" /></svg>`}
          </li>`;
        })}
      </ul>
    </div>`;
  }

  #table(groups: readonly Group[], amounts: boolean) {
    const {words, format} = this.locale;
    const {columns, show: label} = words.groups;
    const money = (minor: number) => (amounts ? format.moneyRound(minor) : '');
    return html`<div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">${columns.group}</th>
            <th scope="col" class="number">${columns.customers}</th>
            <th scope="col" class="number">${columns.revenue}</th>
            <th scope="col" class="number">${columns.daysSinceLast}</th>
            <th scope="col" class="number">${columns.orders}</th>
            <th scope="col" class="number">${columns.spent}</th>
          </tr>
        </thead>
        <tbody>
          ${groups.map(
            (group) =>
              html`<tr @click=${() => show(this, {cluster: group.id})}>
                <th scope="row">
                  <button class="link" title=${label(this.#label(group))}>
                    ${this.#named(group)}
                  </button>
                </th>
                <td class="number" data-label=${columns.customers}>${format.number(group.size)}</td>
                <td class="number" data-label=${columns.revenue}>${money(group.revenue)}</td>
                <td class="number middle">${format.figure(group.center.days_since_last)}</td>
                <td class="number middle">${format.figure(group.center.orders)}</td>
                <td class="number middle">${money(group.center.revenue)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #separation(clusters: Clusters) {
    const {words, format} = this.locale;
    const {groups} = words;
    const {silhouette, candidates, silhouette_sample: sample, k} = clusters;
    if (silhouette === null) return nothing;
    const size = clusters.groups.reduce((total, group) => total + group.size, 0);
    return html`<div class="apart">
      <p>
        ${groups.separation[separation(silhouette)](format.number(silhouette, 2))}
        ${sample > 0 && sample < size ? groups.sampled(format.count(sample)) : nothing}
      </p>
      <details>
        <summary>${groups.candidates}</summary>
        <table>
          <tbody>
            ${candidates.map(
              (candidate) =>
                html`<tr>
                  <th scope="row">${groups.candidate(format.count(candidate.k))}</th>
                  <td class="number">${format.number(candidate.silhouette, 2)}</td>
                  <td>
                    ${candidate.k === k ? html`<span class="pill">${groups.chosen}</span>` : nothing}
                  </td>
                </tr>`,
            )}
          </tbody>
        </table>
      </details>
    </div>`;
  }

  override render() {
    const {report} = this;
    if (!report) return nothing;
    const {words} = this.locale;
    const {clusters, intake} = report;
    if (clusters.k === null || clusters.groups.length === 0) {
      const reason = clusters.reason === 'all_alike' ? words.groups.allAlike : words.groups.tooFew;
      return html`<section class="card"><p class="reason">${reason}</p></section>`;
    }
    const amounts = intake.revenue !== null;
    const measures = amounts ? kMeasures : kMeasures.slice(0, 2);
    const panels = smallMultiples(clusters.groups, measures, 100);
    return html`<section class="card">
      <h3>${words.groups.pictureTitle}</h3>
      <p class="how">${words.groups.pictureHow}</p>
      <div class="panels">${panels.map((panel) => this.#panel(panel, clusters.groups))}</div>
      ${this.#table(clusters.groups, amounts)} ${this.#separation(clusters)}
    </section>`;
  }
}

/** A group's words as one name, capitalized where the script knows capitals. */
export function groupLabel(group: Group, {words, format}: Locale): string {
  const text = format.list(group.label.map((word) => words.groups.word[word]));
  return text
    ? text.charAt(0).toUpperCase() + text.slice(1)
    : words.groups.group(format.number(group.id));
}

export function separation(silhouette: number): 'clear' | 'fair' | 'weak' {
  if (silhouette >= kClear) return 'clear';
  return silhouette >= kFair ? 'fair' : 'weak';
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-groups': RgGroups;
  }
}

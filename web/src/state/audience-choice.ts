/** For which program a list of customers is written, and how. */
import type {AudienceTarget} from '../engine/protocol.js';

export const kTargets: readonly AudienceTarget[] = [
  'mailchimp',
  'klaviyo',
  'shopify',
  'plain',
  'excel',
];

export interface AudienceChoice {
  target: AudienceTarget;
  /** For all; null: to each the name of the segment. */
  tag: string | null;
  /** For which the owner has consent that the files do not tell of. */
  given: readonly AudienceTarget[];
}

export const kNoAudience: AudienceChoice = {target: 'plain', tag: null, given: []};

/** Whether the owner is asked about those of whom the files say nothing. */
export function mayAssumeConsent(target: AudienceTarget): boolean {
  return target === 'mailchimp' || target === 'klaviyo';
}

export function audienceName(target: AudienceTarget): string {
  return `regulars-${target}.csv`;
}

/** Lists of customers for other programs, as they cross the boundary. docs/report.md describes the files. */
import type {CustomerQuery} from './protocol.js';

export type AudienceTarget = 'mailchimp' | 'klaviyo' | 'shopify' | 'plain' | 'excel';

/** Why a customer is not in the file: of several reasons the first. */
export type LeftOut =
  | 'consent_refused'
  | 'no_address'
  | 'relayed_address'
  | 'consent_unknown'
  | 'tags_unknown'
  | 'same_address';

export interface AudienceQuery {
  /** Whom, and in which order; everybody where it is missing. */
  customers?: Partial<CustomerQuery>;
  target: AudienceTarget;
  /** For all; missing: to each the name of the segment. */
  tag?: string;
  /** Of a mail program: what becomes of those of whom nobody says that they agreed. Default: `leave_out`. */
  unknown_consent?: 'leave_out' | 'given';
  /** For `excel`: how the owner's system writes 1.5; where it is a comma, semicolons set cells apart. Default: `point`. */
  decimal?: 'point' | 'comma';
}

export interface AudienceCount {
  /** That the query found. */
  listed: number;
  written: number;
  left_out: Partial<Record<LeftOut, number>>;
  /** Of those written: nobody says whether they agreed. */
  unknown_consent: number;
}

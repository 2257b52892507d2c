/** The words about lists of customers for other programs. */
import type {AudienceTarget, LeftOut} from '../engine/protocol.js';
import type {Count} from './messages.js';

export interface AudienceWords {
  /** Asks for the list. */
  open: string;
  title: string;
  listed: (customers: Count) => string;
  target: string;
  targets: Record<AudienceTarget, {name: string; text: string}>;
  tag: string;
  tagSegment: string;
  tagOwn: string;
  tagHint: string;
  /** The owner has consent from elsewhere. */
  consent: string;
  consentHint: string;
  counting: string;
  written: (rows: Count) => string;
  nobody: string;
  leftOutTitle: string;
  leftOut: Record<LeftOut, (customers: Count) => string>;
  /** Of those written to. */
  unknownConsent: (customers: Count) => string;
  tagsHint: string;
  save: string;
  saving: string;
  saved: (file: string) => string;
}

/** Programs to begin with: those of examples/programs, as text. */
import bookstore from '../../../examples/programs/bookstore.json';
import cafe from '../../../examples/programs/cafe.json';
import cashBack from '../../../examples/programs/cash_back.json';
import points from '../../../examples/programs/points.json';
import relationship from '../../../examples/programs/relationship.json';
import vip from '../../../examples/programs/vip.json';
import type {Template} from '../i18n/club-words.js';

export const kTemplates: Record<Template, unknown> = {
  points,
  cash_back: cashBack,
  bookstore,
  cafe,
  relationship,
  vip,
};

/**
 * What is not told to others because few people are behind it. A count below five is withheld, and so is what would give it
 * away together with a total that is told: the usual primary and complementary suppression of tables.
 */
// Source: Hundepool et al. (2012), Statistical Disclosure Control, Wiley, chapter 4: the minimum frequency rule and
// secondary suppression.

/** The smallest group that is told. */
export const kFewest = 5;

export type Told = 'told' | 'few' | 'beside';

/** Nobody is no group. */
export function isFew(people: number): boolean {
  return people > 0 && people < kFewest;
}

/** Whether a part of a whole tells of few people: of those in it, or of those who are not. */
export function tellsFew(part: number, whole: number): boolean {
  return isFew(part) || isFew(whole - part);
}

/**
 * Groups whose sum is known: those of few are withheld, and the next smallest ones beside them until what is withheld is at least
 * two groups and five people, so that the sum less what is told says nothing of one of them.
 */
export function toldOf(groups: readonly number[]): Told[] {
  const told = groups.map((people): Told => (isFew(people) ? 'few' : 'told'));
  const hidden = () => groups.filter((_, place) => told[place] !== 'told');
  if (hidden().length === 0) return told;
  const rising = groups
    .map((people, place) => ({people, place}))
    .filter(({people, place}) => people > 0 && told[place] === 'told')
    .sort((a, b) => a.people - b.people || a.place - b.place);
  for (const {place} of rising) {
    if (hidden().length > 1 && hidden().reduce((sum, people) => sum + people, 0) >= kFewest) break;
    told[place] = 'beside';
  }
  return told;
}

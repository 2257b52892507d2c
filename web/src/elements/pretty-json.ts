/** JSON as a person would write it: what fits on a line stays on a line. */

const kWidth = 88;

/** `first`: the keys that come first in any object, in that order; the others follow as they are. */
export function prettyJson(value: unknown, first: readonly string[] = [], indent = ''): string {
  const flat = onOneLine(value, first);
  const fits = indent.length + flat.length <= kWidth;
  if (typeof value !== 'object' || value === null || fits) return flat;
  const deeper = `${indent}  `;
  const below = (item: unknown) => prettyJson(item, first, deeper);
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => deeper + below(item)).join(',\n')}\n${indent}]`;
  }
  const fields = fieldsOf(value, first).map(
    ([key, field]) => `${deeper}${JSON.stringify(key)}: ${below(field)}`,
  );
  return `{\n${fields.join(',\n')}\n${indent}}`;
}

function onOneLine(value: unknown, first: readonly string[]): string {
  if (Array.isArray(value)) return `[${value.map((item) => onOneLine(item, first)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = fieldsOf(value, first).map(
    ([key, field]) => `${JSON.stringify(key)}: ${onOneLine(field, first)}`,
  );
  return `{${fields.join(', ')}}`;
}

function fieldsOf(value: object, first: readonly string[]): [string, unknown][] {
  const place = (key: string) => (first.includes(key) ? first.indexOf(key) : first.length);
  return Object.entries(value).sort(([a], [b]) => place(a) - place(b));
}

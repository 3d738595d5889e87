// Sentences that a script makes of the words of its page.

/**
 * @param {string} text with the places of values in braces
 * @param {Record<string, string | number>} values
 */
export const filled = (text, values) => text.replace(/\{(\w+)\}/g, (mark, name) => String(values[name] ?? mark));

/**
 * @param {string[]} parts
 * @param {string} and what stands before the last
 */
export function listed(parts, and) {
  const [first, last] = [parts.slice(0, -1), parts.at(-1) ?? ""];
  return first.length ? `${first.join(", ")} ${and} ${last}` : last;
}

// Files that the page itself makes: saved where the browser saves its downloads.

/**
 * The name of a file, told apart in a folder by the day on which it was made.
 * @param {string} stem
 * @param {string} ending
 */
export function nameToday(stem, ending) {
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0"));
  return `${stem}-${day.join("-")}.${ending}`;
}

/**
 * @param {BlobPart} content
 * @param {string} type of what it holds
 * @param {string} name
 */
export function save(content, type, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href));
}

// A file that somebody opens on a page: its text, or why it is not read.

const LARGEST = 2_000_000; // bytes; a bundle of every pattern with the longest note stays below it

/** @typedef {{name: string, written: number, text: string}} Opened `written`: when, in milliseconds since 1970 */

/**
 * @param {HTMLInputElement} input in which a file was chosen
 * @returns {Promise<Opened | "too_big" | "unreadable" | undefined>} nothing when none is chosen
 */
export async function openedFile(input) {
  const [file] = input.files ?? [];
  if (!file) return undefined;
  try {
    if (file.size > LARGEST) return "too_big"; // before any of it is in memory
    return { name: file.name, written: file.lastModified, text: await file.text() };
  } catch {
    return "unreadable"; // moved or changed since it was chosen
  } finally {
    input.value = ""; // so that the same file can be opened again
  }
}

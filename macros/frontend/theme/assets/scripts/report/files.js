// Files that the page itself makes: saved where the browser saves its downloads.

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

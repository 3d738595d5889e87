// A forwarding page: go on at once and take the query and the fragment along, which a refresh would lose.
const link = document.querySelector("a");
if (link) {
  // A folder on the machine shows its listing; in the copy for a folder the link leads to the page already.
  const page = location.protocol === "file:" && link.href.endsWith("/") ? "index.html" : "";
  location.replace(link.href + page + location.search + location.hash);
}

// A forwarding page: go on at once and take the query and the fragment along, which a refresh would lose.
const link = document.querySelector("a");
if (link) {
  const page = location.protocol === "file:" ? "index.html" : ""; // a folder on the machine shows its listing
  location.replace(link.href + page + location.search + location.hash);
}

// A forwarding page: go on at once and take the query and the fragment along, which a refresh would lose.
const link = document.querySelector("a");
if (link) {
  location.replace(link.href + location.search + location.hash);
}

/* Search. */
let hits = [], now = -1, texts;
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const textsOfRows = () => {
  const said = new Map(rows.map((row) => [row, ""]));
  for (const part of all(".outline .t, .outline .cites")) {
    const row = part.closest("li");
    said.set(row, `${said.get(row)} ${part.textContent}`);
  }
  return [...said.values()].map(plain);
};
const mark = (row, name, on) => {
  row.classList.toggle(name, on);
  for (const box of boxesOf(row)) box.classList.toggle(name, on);
};
const tell = () => {
  const some = hits.length.toLocaleString("en");
  byId("found").textContent = !byId("find").value.trim() ? ""
    : !hits.length ? "none" : now < 0 ? `${some} found` : `${now + 1} of ${some}`;
};
const search = () => {
  for (const row of hits) mark(row, "hit", false);
  if (hits[now]) mark(hits[now], "now", false);
  const sought = plain(byId("find").value.trim());
  texts ||= textsOfRows();
  hits = sought ? rows.filter((_, at) => texts[at].includes(sought)) : [];
  now = -1;
  for (const row of hits) mark(row, "hit", true);
  root.classList.toggle("seek", hits.length > 0);
  tell();
};
const step = (by) => {
  if (!hits.length) return;
  if (hits[now]) mark(hits[now], "now", false);
  now = now < 0 && by < 0 ? hits.length - 1 : (now + by + hits.length) % hits.length;
  mark(hits[now], "now", true);
  showRow(hits[now]);
  showBoxOf(hits[now]);
  tell();
};
let waiting;
byId("find").addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(search, large ? 250 : 0);
});
byId("find").addEventListener("keydown", (event) => {
  if (event.key === "Enter") step(event.shiftKey ? -1 : 1);
  else if (event.key === "Escape") {
    event.target.value = "";
    search();
    event.target.blur();
  } else return;
  event.preventDefault();
});

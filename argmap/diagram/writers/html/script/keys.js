/* Buttons and keys. */
const dark = () => {
  const night = root.dataset.look ? root.dataset.look === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  return night;
};
const pressed = (name, state) => byId(`do-${name}`)?.setAttribute("aria-pressed", String(state));
const actions = {
  back: () => turnTo(shown - 1),
  on: () => turnTo(shown + 1),
  out: () => zoom(1 / 1.25),
  in: () => zoom(1.25),
  fit: () => picture() && fit(picture()),
  up: () => step(-1),
  down: () => step(1),
  fold: () => foldAll(false),
  open: () => foldAll(true),
  aside: () => pressed("aside", !root.classList.toggle("alone")),
  dark: () => {
    root.dataset.look = dark() ? "light" : "dark";
    pressed("dark", dark());
  },
};
for (const [name, act] of Object.entries(actions)) byId(`do-${name}`)?.addEventListener("click", act);
byId("pages")?.addEventListener("change", (event) => turnTo(event.target.selectedIndex));
const arrows = {
  ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60],
};
const anywhere = { "+": actions.in, "=": actions.in, "-": actions.out, 0: actions.fit };
const turns = { PageUp: -1, PageDown: 1 };
const turnsWhole = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest?.("input, select, textarea")) return;
  const there = !outline.contains(event.target) || event.target === document.body;
  if (event.key === "/") byId("find").focus();
  else if (anywhere[event.key]) anywhere[event.key]();
  else if (there && turns[event.key]) turnTo(shown + turns[event.key]);
  else if (there && turnsWhole[event.key] && isWhole()) turnTo(shown + turnsWhole[event.key]);
  else if (there && arrows[event.key]) pan(...arrows[event.key]);
  else return;
  event.preventDefault();
});

/* Paper shows everything. */
let folded = [], zoomed = [];
addEventListener("beforeprint", () => {
  folded = all("details:not([open])");
  for (const one of folded) one.open = true;
  zoomed = all(".zoomed > svg").map((svg) => [svg, svg.getAttribute("viewBox")]);
  for (const [svg] of zoomed) fit(svg);
});
addEventListener("afterprint", () => {
  for (const one of folded) one.open = false;
  for (const [svg, seen] of zoomed) {
    svg.setAttribute("viewBox", seen);
    svg.parentElement.classList.add("zoomed");
  }
});

byId("tools").hidden = false;
pressed("dark", dark());
for (const view of all(".view")) {
  view.tabIndex = 0;
  view.setAttribute("role", "group");
  view.setAttribute("aria-label",
    "Picture: + and - change its size, 0 shows all, arrows move it or turn pages");
}
turnTo(0);
addEventListener("hashchange", () => visit(location.hash.slice(1)));
if (location.hash) visit(location.hash.slice(1));

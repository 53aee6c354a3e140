/* Folding. What is folded away in the outline is pale in the picture. */
let dimming = 0;
const dim = () => {
  dimming = 0;
  for (const row of rows) {
    const away = row.parentElement.closest("details.branch:not([open])");
    for (const box of boxesOf(row)) box.classList.toggle("dim", Boolean(away));
  }
};
outline.addEventListener("toggle", () => {
  if (!large) dimming ||= requestAnimationFrame(dim);
}, true);
const foldAll = (open) => {
  for (const branch of all("details.branch")) branch.open = open;
  if (!open) for (const top of all("#outline > ul > li > .branch")) top.open = true;
};
const pointAt = (event) => {
  const row = event.target.closest?.("li[id^=r]");
  if (row) point(boxesOf(row));
};
outline.addEventListener("pointerover", pointAt);
outline.addEventListener("focusin", pointAt);

/* Bring a box into sight, or a row of the outline. */
const point = (found) => {
  for (const box of near) box.classList.remove("near");
  near = found;
  for (const box of near) box.classList.add("near");
};
const showBox = (box) => {
  turnTo(pages.indexOf(box.closest(".page")));
  const svg = picture(), area = box.getBBox(), seen = svg.viewBox.baseVal;
  extent(svg);
  const scale = svg.getScreenCTM().a, small = scale * 12 < LEAST_TEXT;
  if (small || out(box, seen)) {
    const width = small ? seen.width * scale : seen.width;
    const [x, y] = [area.x + area.width / 2, area.y + area.height / 2];
    look(svg, x - width / 2, y - (width * seen.height) / seen.width / 2, width);
  }
  point([box]);
};
const showBoxOf = (row) => {
  const found = boxesOf(row);
  const here = found.find((box) => pages.indexOf(box.closest(".page")) === shown);
  if (found.length) showBox(here || found[0]);
};
const showRow = (row) => {
  for (let up = row.parentElement; up && up !== outline; up = up.parentElement)
    if (up.tagName === "DETAILS") up.open = true;
  const cites = all(":scope > .cites, :scope > details > .cites", row)[0];
  if (cites) cites.open = true;
  row.scrollIntoView({ block: "nearest" });
  const line = row.querySelector(":scope > details > summary, :scope > p, :scope > h3, :scope > h4");
  line?.scrollIntoView({ block: "nearest" });
  return line;
};
const visit = (name) => {
  const found = name && byId(name);
  if (!found) return;
  if (found.matches(".page")) turnTo(pages.indexOf(found));
  else if (found.closest(".links")) showBox(found);
  else if (outline.contains(found)) {
    root.classList.contains("alone") && byId("do-aside").click();
    showRow(found)?.focus({ preventScroll: true });
    point(boxesOf(found));
  }
};

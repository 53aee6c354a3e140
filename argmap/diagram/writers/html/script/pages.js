const root = document.documentElement;
const byId = (id) => document.getElementById(id);
const all = (what, within = document) => [...within.querySelectorAll(what)];
const pages = all(".page");
const rows = all("#outline li[id^=r]");
const large = root.classList.contains("large");
const outline = byId("outline");

/* What the boxes of a row are. Worked out when it is first asked for. */
let boxes;
const boxesOf = (row) => {
  if (!boxes) {
    boxes = new Map();
    for (const box of all('.links a[href^="#r"]')) {
      const name = box.getAttribute("href").slice(1);
      if (boxes.has(name)) boxes.get(name).push(box);
      else boxes.set(name, [box]);
    }
  }
  return boxes.get(row.id) || [];
};

/* Pages and what is seen of them. */
const LEAST_TEXT = 8; /* pixels; a box that is brought into sight gets its own size otherwise */
let shown = -1, near = [];
const whole = new WeakMap();
const picture = () => pages[shown]?.querySelector("svg");
const extent = (svg) => {
  if (!whole.has(svg)) {
    const { x, y, width, height } = svg.viewBox.baseVal;
    whole.set(svg, { x, y, width, height });
  }
  return whole.get(svg);
};
const look = (svg, x, y, width) => {
  const full = extent(svg);
  const share = Math.min(1, Math.max(1 / 60, width / full.width));
  const [wide, high] = [full.width * share, full.height * share];
  const within = (at, size, from, most) =>
    share === 1 ? from : Math.min(from + most - size / 2, Math.max(from - size / 2, at));
  const left = within(x, wide, full.x, full.width), top = within(y, high, full.y, full.height);
  svg.setAttribute("viewBox", `${left} ${top} ${wide} ${high}`);
  svg.parentElement.classList.toggle("zoomed", share < 1);
};
const out = (box, seen) => {
  const { x, y, width, height } = box.getBBox();
  return x < seen.x || y < seen.y || x + width > seen.x + seen.width
    || y + height > seen.y + seen.height;
};
const fit = (svg) => look(svg, 0, 0, extent(svg).width);
const isWhole = () => !pages[shown]?.querySelector(".zoomed");
const place = (svg, x, y) => new DOMPoint(x, y).matrixTransform(svg.getScreenCTM().inverse());
const centre = (svg) => {
  const seen = svg.viewBox.baseVal, box = near.find((one) => svg.contains(one));
  const { x, y, width, height } = box && !out(box, seen) ? box.getBBox() : seen;
  return { x: x + width / 2, y: y + height / 2 };
};
const zoom = (factor, x, y) => {
  const svg = picture();
  if (!svg) return;
  extent(svg);
  const seen = svg.viewBox.baseVal;
  const at = x === undefined ? centre(svg) : place(svg, x, y);
  const width = Math.min(extent(svg).width, Math.max(extent(svg).width / 60, seen.width / factor));
  const part = width / seen.width;
  look(svg, at.x - (at.x - seen.x) * part, at.y - (at.y - seen.y) * part, width);
};
const pan = (x, y) => {
  const svg = picture();
  if (!svg) return;
  extent(svg);
  const seen = svg.viewBox.baseVal, scale = svg.getScreenCTM().a;
  look(svg, seen.x - x / scale, seen.y - y / scale, seen.width);
};
const turnTo = (number) => {
  if (number < 0 || number >= pages.length || number === shown) return;
  pages[shown]?.classList.remove("shown");
  shown = number;
  pages[number].classList.add("shown");
  const list = byId("pages");
  if (list) list.selectedIndex = number;
  for (const [name, last] of [["back", 0], ["on", pages.length - 1]]) {
    const button = byId(`do-${name}`);
    if (button) button.disabled = number === last;
  }
};

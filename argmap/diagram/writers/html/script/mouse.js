/* Mouse, pen and fingers. */
const down = new Map();
let moved = false;
const middle = () => {
  const at = [...down.values()];
  const x = at.reduce((sum, one) => sum + one.x, 0) / at.length;
  const y = at.reduce((sum, one) => sum + one.y, 0) / at.length;
  const apart = at.length > 1 ? Math.hypot(at[0].x - at[1].x, at[0].y - at[1].y) : 0;
  return { x, y, apart };
};
const start = (event) => {
  if (event.button > 0) return;
  if (!down.size) moved = false;
  down.set(event.pointerId, { x: event.clientX, y: event.clientY });
};
const move = (event) => {
  if (!down.has(event.pointerId)) return;
  const from = middle(), old = down.get(event.pointerId);
  if (!moved && Math.hypot(event.clientX - old.x, event.clientY - old.y) < 4) return;
  if (!moved) event.currentTarget.setPointerCapture(event.pointerId);
  moved = true;
  event.currentTarget.classList.add("moving");
  down.set(event.pointerId, { x: event.clientX, y: event.clientY });
  const to = middle();
  pan(to.x - from.x, to.y - from.y);
  if (from.apart && to.apart) zoom(to.apart / from.apart, to.x, to.y);
};
const stop = (event) => {
  down.delete(event.pointerId);
  if (!down.size) event.currentTarget.classList.remove("moving");
};
const roll = (event) => {
  event.preventDefault();
  const step = event.deltaMode ? event.deltaY * 30 : event.deltaY;
  zoom(Math.exp(-Math.max(-300, Math.min(300, step)) / 500), event.clientX, event.clientY);
};
const surface = byId("pictures");
const inView = (act) => (event) => {
  const view = event.target.closest?.(".view");
  if (view) act(Object.defineProperty(event, "currentTarget", { value: view }));
};
surface.addEventListener("pointerdown", inView(start));
surface.addEventListener("pointermove", inView(move));
for (const end of ["pointerup", "pointercancel"]) surface.addEventListener(end, inView(stop));
surface.addEventListener("wheel", inView(roll), { passive: false });
surface.addEventListener("dragstart", (event) => event.preventDefault());
surface.addEventListener("click", (event) => {
  if (moved && event.target.closest(".view")) event.preventDefault();
}, true);
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href^='#']");
  if (link && !event.defaultPrevented) visit(link.getAttribute("href").slice(1));
});

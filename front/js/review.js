// A review: the fact under the pointer or the focus stands out in the paper, and N leads to
// the next doubt. Without this file the links between the two sides do.
export function start() {
  const page = document.querySelector("[data-review]");
  if (!page) return;
  const doubts = [...page.querySelectorAll("[data-doubt]")];
  let at = -1;
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "n" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select") || doubts.length === 0) return;
    at = (at + 1) % doubts.length;
    show(page, doubts[at]);
    doubts[at].focus();
  });
  page.addEventListener("click", (event) => {
    const value = event.target.closest("a.line-value");
    if (!value) return;
    event.preventDefault();
    show(page, value.closest("[data-line]"));
  });
  page.addEventListener("focusin", (event) => {
    const line = event.target.closest("[data-line]");
    if (line) light(page, line.dataset.line);
  });
}

function show(page, line) {
  const first = light(page, line.dataset.line);
  first?.scrollIntoView({ block: "center", behavior: "smooth" });
  line.scrollIntoView({ block: "center" });
}

function light(page, id) {
  for (const lit of page.querySelectorAll(".is-here")) lit.classList.remove("is-here");
  page.querySelector(`[data-line="${id}"]`)?.classList.add("is-here");
  const marks = [...page.querySelectorAll(".mark")].filter((mark) =>
    mark.dataset.of.split(" ").includes(id),
  );
  for (const mark of marks) mark.classList.add("is-here");
  return marks[0];
}

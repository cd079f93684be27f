// <input data-near="ADDRESS" aria-describedby="ID">: tells in #ID which earlier solutions are near a title
// while it is typed. The lead is data-near-lead of #ID. Pages with such a field name this module themselves.
const PAUSE = 400;
const SHORTEST = 8;

for (const field of document.querySelectorAll("[data-near]")) watch(field);

function watch(field) {
  const place = document.getElementById(field.getAttribute("aria-describedby").split(" ").at(-1));
  let timer;
  let asked = 0;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const mine = (asked += 1);
      const near = await ask(field.dataset.near, field.value.trim());
      // An answer that was overtaken says nothing any more.
      if (mine === asked) tell(place, near);
    }, PAUSE);
  });
}

// Without an answer nothing is told: the page works without it.
async function ask(address, title) {
  if (title.length < SHORTEST) return [];
  try {
    const answer = await fetch(`${address}?title=${encodeURIComponent(title)}`);
    return answer.ok ? (await answer.json()).near : [];
  } catch {
    return [];
  }
}

function tell(place, near) {
  place.replaceChildren();
  if (near.length === 0) return;
  const lead = document.createElement("p");
  lead.textContent = place.dataset.nearLead;
  const list = document.createElement("ul");
  for (const { title, year, level, prize } of near) {
    const item = document.createElement("li");
    item.textContent = [title, year, level, prize].filter(Boolean).join(" · ");
    list.append(item);
  }
  place.append(lead, list);
}

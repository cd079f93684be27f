// <button data-copy="ID" data-copied="Đã chép" hidden>: copies the value of a field.
export function offerCopying() {
  for (const button of document.querySelectorAll("button[data-copy]")) {
    const field = document.getElementById(button.dataset.copy);
    if (!field) continue;
    button.hidden = false;
    button.addEventListener("click", () => copy(field, button));
  }
}

async function copy(field, button) {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    // A plain http address has no clipboard; the old command works there.
    if (!document.execCommand("copy")) return;
  }
  const status = document.getElementById(button.getAttribute("aria-describedby"));
  if (status) status.textContent = button.dataset.copied;
}

// <time data-clock="2026-11-21T09:14:05+07:00">09:14</time>: the server's time, ticking.
// The visitor's own clock gives the pace, never the hour.
const HOUR = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "Asia/Ho_Chi_Minh" };

export function startClocks() {
  for (const clock of document.querySelectorAll("time[data-clock]")) start(clock);
}

function start(clock) {
  const ahead = Date.parse(clock.dataset.clock) - Date.now();
  if (Number.isNaN(ahead)) return;
  const seconds = "seconds" in clock.dataset;
  const format = new Intl.DateTimeFormat("en-GB", seconds ? { ...HOUR, second: "2-digit" } : HOUR);
  setInterval(() => {
    const words = format.format(Date.now() + ahead);
    if (clock.textContent !== words) clock.textContent = words;
  }, 1000);
}

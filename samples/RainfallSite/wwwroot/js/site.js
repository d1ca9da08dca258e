// The age of each time. It is counted here and not by the server, so that a page from a cache never states a wrong one.
const root = document.documentElement;
const words = new Intl.RelativeTimeFormat(root.lang, { numeric: "always" });

function age(time) {
  // A recording has a clock that stands still.
  const now = root.dataset.now ? Date.parse(root.dataset.now) : Date.now();
  const minutes = Math.max(0, Math.floor((now - Date.parse(time)) / 60_000));
  return minutes < 120 ? words.format(-minutes, "minute")
    : minutes < 48 * 60 ? words.format(-Math.floor(minutes / 60), "hour")
    : words.format(-Math.floor(minutes / (24 * 60)), "day");
}

// In a table the age is in the place of the time, which a pointer shows; in a sentence it follows the time.
function showAges() {
  for (const time of document.querySelectorAll("time[data-age]")) {
    const text = age(time.dateTime);
    if (time.closest("td") !== null) {
      time.title ||= time.textContent;
      time.textContent = text;
    } else {
      time.dataset.age = ` (${text})`;
    }
  }
}

// The address decides the language; a browser that prefers Spanish is offered the page in Spanish.
function offerSpanish() {
  const line = document.querySelector("#other-language");
  const first = navigator.languages.find((language) => /^(en|es)\b/i.test(language));
  if (line !== null && first?.toLowerCase().startsWith("es")) {
    line.hidden = false;
  }
}

showAges();
offerSpanish();
setInterval(showAges, 30_000);

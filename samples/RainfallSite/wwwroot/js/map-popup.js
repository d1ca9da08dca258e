// What a tapped dot says: all of it is in the list already.
export function popupOf(link, words) {
  const element = (name, text) => Object.assign(document.createElement(name), { textContent: text });
  const content = document.createElement("div");
  const amount = link.querySelector("strong").textContent;
  content.append(element("span", link.querySelector("span").textContent), element("strong", amount === "–" ? amount : `${amount} ${words.unit}`), element("span", words.period));
  if (link.dataset.at) {
    const at = new Date(link.dataset.at);
    const clock = new Intl.DateTimeFormat(document.documentElement.lang, { timeZone: "America/Chicago", weekday: "short", month: "short", day: "numeric", hour: "numeric", minute: "2-digit" });
    const time = Object.assign(element("time", clock.format(at)), { dateTime: at.toISOString() });
    time.dataset.age = "";
    const [before, after] = words.read.split("{0}");
    const read = element("div", "");
    read.append(before, time, after);
    content.append(read);
  }

  content.append(Object.assign(element("a", words.open), { href: link.href }));
  document.dispatchEvent(new CustomEvent("ages"));
  return content;
}

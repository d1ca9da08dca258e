// The names of the months on the axis, in the language of the page; 1970 began on a Thursday.
function namesOf(count, options, dayOf) {
  const format = new Intl.DateTimeFormat(document.documentElement.lang, { timeZone: "UTC", ...options });
  return Array.from({ length: count }, (_, index) => format.format(dayOf(index)));
}

const names = {
  MMMM: namesOf(12, { month: "long" }, (index) => Date.UTC(1970, index)),
  MMM: namesOf(12, { month: "short" }, (index) => Date.UTC(1970, index)),
  WWWW: namesOf(7, { weekday: "long" }, (index) => Date.UTC(1970, 0, 4 + index)),
  WWW: namesOf(7, { weekday: "short" }, (index) => Date.UTC(1970, 0, 4 + index)),
};

// Spanish has the day before the month; numbers alone could be read either way.
const day = document.documentElement.lang === "es" ? "{D} {MMM}" : "{MMM} {D}";
const dates = [
  [28 * 86_400, "{MMM}", "\n{YYYY}", null, null, null, null, null, 1],
  [86_400, day, "\n{YYYY}", null, null, null, null, null, 1],
  [3600, "{h} {aa}", `\n${day}`, null, `\n${day}`, null, null, null, 1],
  [60, "{h}:{mm} {aa}", `\n${day}`, null, `\n${day}`, null, null, null, 1],
];

// Puts a chart that can be pointed at and zoomed in the place of the drawing. Its numbers are those of the table below it.
for (const figure of document.querySelectorAll(".bars")) {
  const rows = [...(figure.parentElement.querySelectorAll(".bar-table tbody tr") ?? [])];
  if (window.uPlot && rows.length > 1) {
    start(figure, rows);
  }
}

function start(figure, rows) {
  const box = figure.querySelector(".chart");
  const times = rows.map((row) => Number(row.dataset.time));
  const rain = rows.map((row) => (row.dataset.rain ? Number(row.dataset.rain) : null));
  const kinds = rows.map((row) => row.dataset.kind);
  const words = rows.map((row) => [...row.children].map((cell) => cell.textContent.trim()));
  const sums = box.dataset.sum === undefined ? null : addUp(rain);
  const saying = document.createElement("p");
  saying.textContent = box.dataset.prompt;
  box.hidden = false;
  figure.querySelector("svg").remove();

  let chart = draw();
  const again = () => {
    chart.destroy();
    chart = draw();
  };
  // The arrow keys go through the bars as a pointer does.
  box.tabIndex = 0;
  box.setAttribute("role", "group");
  saying.setAttribute("role", "status");
  let reached = -1;
  box.addEventListener("keydown", (event) => {
    const next = { ArrowLeft: reached - 1, ArrowRight: reached + 1, Home: 0, End: rows.length - 1 }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      reached = Math.min(rows.length - 1, Math.max(0, next));
      chart.setCursor({ left: chart.valToPos(times[reached], "x"), top: 0 });
      say(reached);
    }
  });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
  new ResizeObserver(() => {
    if (box.clientWidth !== chart.width) {
      chart.setSize({ width: box.clientWidth, height: heightOf(box) });
    }
  }).observe(box);

  function draw() {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(name).trim();
    const axis = { stroke: colour("--quiet"), grid: { stroke: colour("--line"), width: 1 }, ticks: { stroke: colour("--line") } };
    const bars = (kind, look) => ({ paths: uPlot.paths.bars({ size: [0.85, 60] }), points: { show: false }, ...look, kind });
    const series = [
      bars("whole", { stroke: colour("--accent"), fill: colour("--accent") }),
      bars("partial", { stroke: colour("--accent"), fill: colour("--soft"), dash: [4, 3] }),
      bars("flagged", { stroke: colour("--ink"), fill: colour("--caution"), width: 2.5 }),
    ];
    const half = (times[1] - times[0]) / 2;
    const made = new uPlot({
      width: box.clientWidth,
      height: heightOf(box),
      legend: { show: false },
      fmtDate: (template) => uPlot.fmtDate(template, names),
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), "America/Chicago"),
      scales: {
        sum: { range: (self, least, most) => [0, most > 0 ? most * 1.1 : 1] },
        x: { range: (self, least, most) => [least - half, most + half] },
        y: { range: (self, least, most) => [0, most > 0 ? most * 1.1 : 1] },
      },
      axes: [{ ...axis, space: 60, values: dates }, { ...axis, size: 56 }],
      series: [{}, ...series, ...(sums === null ? [] : [{ scale: "sum", stroke: colour("--ink"), dash: [5, 3], width: 2, points: { show: false } }])],
      hooks: {
        drawClear: [(self) => shadeGaps(self, rain, half, colour("--line"))],
        setCursor: [(self) => say(self.cursor.idx)],
      },
    }, [times, ...series.map((one) => rain.map((amount, index) => (kinds[index] === one.kind ? amount : null))), ...(sums === null ? [] : [sums])], box);
    box.append(saying);
    return made;
  }

  function say(index) {
    const sum = index == null || sums?.[index] == null ? "" : `(${box.dataset.sum} ${sums[index].toFixed(2)})`;
    saying.textContent = index == null ? box.dataset.prompt : `${words[index][0]}: ${words[index][1]} ${box.dataset.unit} ${words[index][2] ?? sum}`;
  }
}

// After a time without a number the sum is not known.
function addUp(rain) {
  const gap = rain.indexOf(null);
  let sum = 0;
  return rain.map((amount, index) => (gap >= 0 && index >= gap ? null : (sum += amount)));
}

// A time without a number is shaded from top to bottom: it is no dry one.
function shadeGaps(chart, rain, half, colour) {
  const { ctx, bbox } = chart;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.fillStyle = colour;
  rain.forEach((amount, index) => {
    if (amount === null) {
      const from = chart.valToPos(chart.data[0][index] - half, "x", true);
      ctx.fillRect(from, bbox.top, chart.valToPos(chart.data[0][index] + half, "x", true) - from, bbox.height);
    }
  });
  ctx.restore();
}

function heightOf(box) {
  return box.clientWidth < 500 ? 220 : 300;
}

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
  const rain = rows.map((row) => (row.dataset.rain === undefined ? null : Number(row.dataset.rain)));
  const texts = rows.map((row) => row.querySelector("th").textContent);
  const notes = rows.map((row) => row.querySelector("td:last-child").textContent);
  box.hidden = false;
  figure.querySelector("svg").remove();

  let chart = draw();
  const again = () => {
    chart.destroy();
    chart = draw();
  };
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
    return new uPlot({
      width: box.clientWidth,
      height: heightOf(box),
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), "America/Chicago"),
      scales: { y: { range: (self, least, most) => [0, most > 0 ? most * 1.1 : 1] } },
      axes: [axis, { ...axis, size: 56 }],
      series: [
        { label: box.dataset.when, value: (self, value, series, index) => (index == null ? "–" : texts[index]) },
        {
          label: box.dataset.unit,
          stroke: colour("--accent"),
          fill: colour("--accent"),
          paths: uPlot.paths.bars({ size: [0.85, 60] }),
          points: { show: false },
          value: (self, value, series, index) => (index == null ? "–" : `${value ?? "–"} ${notes[index]}`),
        },
      ],
      hooks: { drawClear: [(self) => shadeGaps(self, rain, colour("--line"))] },
    }, [times, rain], box);
  }
}

// A time without a number is shaded from top to bottom: it is no dry one.
function shadeGaps(chart, rain, colour) {
  const { ctx, bbox } = chart;
  const slot = bbox.width / Math.max(1, rain.length);
  ctx.save();
  ctx.fillStyle = colour;
  rain.forEach((amount, index) => {
    if (amount === null) {
      const middle = chart.valToPos(chart.data[0][index], "x", true);
      if (middle >= bbox.left && middle <= bbox.left + bbox.width) {
        ctx.fillRect(middle - slot / 2, bbox.top, slot, bbox.height);
      }
    }
  });
  ctx.restore();
}

function heightOf(box) {
  return box.clientWidth < 500 ? 220 : 300;
}

// Draws what stands in the tables of the operator's page. Without it the tables are there.
(function () {
  "use strict";

  function text(cell) {
    return cell.textContent.trim();
  }

  function data(table) {
    const rows = Array.from(table.tBodies[0].rows);
    const columns = [rows.map((row) => Date.parse(text(row.cells[0]) + "T00:00:00Z") / 1000)];
    for (let column = 1; column < table.tHead.rows[0].cells.length; column++) {
      columns.push(rows.map((row) => Number(text(row.cells[column]))));
    }
    return columns;
  }

  function colours() {
    const style = getComputedStyle(document.documentElement);
    const of = (name, otherwise) => style.getPropertyValue(name).trim() || otherwise;
    return {
      ink: of("--ink", "#444444"),
      rule: of("--rule", "#cccccc"),
      series: [of("--good", "#2c6a3f"), of("--accent", "#9c2f23"), of("--warn", "#8a5a00"), of("--ink", "#444444")],
    };
  }

  function draw(plot) {
    const table = document.getElementById(plot.dataset.table);
    const names = Array.from(table.tHead.rows[0].cells).map(text);
    const colour = colours();
    const axis = { stroke: colour.ink, grid: { stroke: colour.rule, width: 1 }, ticks: { stroke: colour.rule, width: 1 } };
    const day = (seconds) => new Date(seconds * 1000).toISOString().slice(0, 10);
    plot.replaceChildren();
    new uPlot(
      {
        width: plot.clientWidth,
        height: 260,
        tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), "Etc/UTC"),
        scales: { y: { range: (self, low, high) => [0, Math.max(5, high * 1.1)] } },
        axes: [axis, axis],
        series: [{ label: names[0], value: (self, seconds) => (seconds == null ? "" : day(seconds)) }].concat(
          names.slice(1).map((label, index) => ({
            label: label,
            stroke: colour.series[index % colour.series.length],
            width: 2,
            dash: [[], [8, 4], [3, 3], [12, 3, 3, 3]][index % 4],
            points: { show: false },
          })),
        ),
      },
      data(table),
      plot,
    );
    plot.querySelector("canvas").setAttribute("role", "img");
    plot.querySelector("canvas").setAttribute("aria-label", plot.dataset.label || names.join(", "));
  }

  function all() {
    document.querySelectorAll(".plot").forEach(draw);
  }

  all();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", all);
  let width = innerWidth;
  addEventListener("resize", () => {
    if (innerWidth !== width) {
      width = innerWidth;
      all();
    }
  });
})();

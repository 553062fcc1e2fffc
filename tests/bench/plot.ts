/** The growth curves as one SVG, read on a light page and on a dark one: no background, and greys between the two. */
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { EChartsCoreOption, init as initChart } from "echarts";
import type { Point } from "./growth.js";

/** Large, and only for this: it stays out of the bundle. */
const installed = createRequire(join(process.cwd(), "package.json"));

const FILE = ".github/growth.svg";
const GREY = "#7d8590";
const COLOURS = ["#2f81f7", "#d9822b", "#3fa45b", "#a371f7"];
const CHARTS = [
  { chart: "directory", title: "A look-up as the directory grows", x: "times the directory" },
  { chart: "batch", title: "A batch as it grows longer", x: "lines" },
] as const;

function optionOf(points: readonly Point[]): EChartsCoreOption {
  const text = { color: GREY, fontFamily: "sans-serif" };
  const axis = {
    type: "log",
    axisLabel: text,
    nameTextStyle: text,
    splitLine: { lineStyle: { color: GREY, opacity: 0.25 } },
  };
  const curves = CHARTS.flatMap(({ chart }, index) =>
    [...new Set(points.filter((point) => point.chart === chart).map(({ curve }) => curve))].map((curve) => ({
      curve,
      chart,
      index,
    })),
  );
  return {
    animation: false,
    color: COLOURS,
    backgroundColor: "transparent",
    title: CHARTS.map(({ title }, index) => ({
      text: title,
      left: `${index * 50 + 5}%`,
      textStyle: { ...text, fontSize: 14 },
    })),
    legend: CHARTS.map((_, index) => ({
      data: curves.filter((one) => one.index === index).map(({ curve }) => curve),
      left: `${index * 50 + 5}%`,
      top: 36,
      textStyle: text,
    })),
    grid: CHARTS.map((_, index) => ({ left: `${index * 50 + 6}%`, width: "38%", top: 92, bottom: 50 })),
    xAxis: CHARTS.map(({ x }, gridIndex) => ({ ...axis, gridIndex, name: x, nameLocation: "middle", nameGap: 28 })),
    yAxis: CHARTS.map((_, gridIndex) => ({ ...axis, gridIndex, name: "times the smallest" })),
    series: curves.map(({ curve, chart, index }) => ({
      type: "line",
      name: curve,
      xAxisIndex: index,
      yAxisIndex: index,
      symbolSize: 7,
      data: points
        .filter((point) => point.chart === chart && point.curve === curve)
        .map(({ size, times }) => [size, times]),
    })),
  };
}

/** @returns the file written. */
export function plot(points: readonly Point[]): string {
  const { init } = installed("echarts") as { init: typeof initChart };
  const chart = init(null, null, { renderer: "svg", ssr: true, width: 860, height: 340 });
  chart.setOption(optionOf(points));
  writeFileSync(FILE, `${chart.renderToSVGString()}\n`);
  chart.dispose();
  return FILE;
}
